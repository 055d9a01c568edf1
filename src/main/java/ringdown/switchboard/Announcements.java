package ringdown.switchboard;

import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;
import ringdown.prompts.Sound;
import ringdown.routing.Step;

/** Turns what a plan says into sound. */
final class Announcements {
    private final Prompts prompts;

    Announcements(Prompts prompts) {
        this.prompts = prompts;
    }

    /** The announcement; with the sentence about rating where the plan asks for one. */
    Sound sound(Step.Announcement announcement, boolean askRating) {
        Sound said = words(announcement);
        return askRating ? said.then(prompts.sound(Phrase.RATING_ANNOUNCED, announcement.language())) : said;
    }

    private Sound words(Step.Announcement announcement) {
        return switch (announcement) {
            case Step.Announcement.Words words -> prompts.text(words.text(), words.language());
            case Step.Announcement.ByName byName -> byName(byName);
            case Step.Announcement.Closed closed -> prompts.sound(Phrase.AFTER_HOURS, closed.language());
            case Step.Announcement.Standard standard ->
                prompts.sound(Phrase.WELCOME, standard.language())
                        .then(prompts.sound(Phrase.YOU_HAVE_REACHED, standard.language()))
                        .then(prompts.text(standard.officeName(), standard.nameLanguage()));
            case Step.Announcement.CallsAgain again -> prompts.sound(Phrase.CALLS_AGAIN, again.language());
            case Step.Announcement.InYourLanguage more -> prompts.sound(Phrase.IN_YOUR_LANGUAGE, more.language());
            case Step.Announcement.UrgentKey urgent ->
                prompts.sound(Phrase.URGENT_PRESS, urgent.language())
                        .then(prompts.digits(urgent.key(), urgent.language()));
        };
    }

    private Sound byName(Step.Announcement.ByName who) {
        Sound greeting =
                prompts.sound(Phrase.GOOD_DAY, who.language()).then(prompts.text(who.saidAs(), who.language()));
        String manager = who.managerSaidAs();
        Sound introduced = manager == null
                ? greeting
                : greeting.then(prompts.sound(Phrase.YOUR_MANAGER_IS, who.language()))
                        .then(prompts.text(manager, who.language()));
        return introduced.then(prompts.sound(Phrase.CONNECTING, who.language()));
    }
}
