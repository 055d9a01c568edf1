package ringdown.web;

import ringdown.number.Language;
import ringdown.prompts.Phrase;
import ringdown.routing.Step;

/** What an announcement says, in writing; how long that takes, about. */
final class SaidWords {
    /** Letters a second of the box's voices. */
    private static final double PACE = 14;

    private SaidWords() {}

    static String of(Step.Announcement announcement, boolean askRating) {
        String said = words(announcement);
        return askRating ? said + " " + Phrase.RATING_ANNOUNCED.words(announcement.language()) : said;
    }

    static double seconds(String words) {
        return Math.round(words.length() / PACE * 10) / 10.0;
    }

    private static String words(Step.Announcement announcement) {
        Language language = announcement.language();
        return switch (announcement) {
            case Step.Announcement.Words words -> words.text();
            case Step.Announcement.ByName who -> byName(who);
            case Step.Announcement.Closed closed -> Phrase.AFTER_HOURS.words(language);
            case Step.Announcement.Standard standard ->
                String.join(
                        " ",
                        Phrase.WELCOME.words(language),
                        Phrase.YOU_HAVE_REACHED.words(language),
                        standard.officeName() + ".");
            case Step.Announcement.CallsAgain again -> Phrase.CALLS_AGAIN.words(language);
            case Step.Announcement.InYourLanguage more -> Phrase.IN_YOUR_LANGUAGE.words(language);
            case Step.Announcement.UrgentKey urgent -> Phrase.URGENT_PRESS.words(language) + " " + urgent.key();
        };
    }

    private static String byName(Step.Announcement.ByName who) {
        Language language = who.language();
        String greeting = Phrase.GOOD_DAY.words(language) + " " + who.saidAs();
        String manager = who.managerSaidAs();
        String introduced =
                manager == null ? greeting : greeting + ". " + Phrase.YOUR_MANAGER_IS.words(language) + " " + manager;
        return introduced + ". " + Phrase.CONNECTING.words(language);
    }
}
