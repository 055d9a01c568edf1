package ringdown.routing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.number.Language;
import ringdown.office.Greeting;

/**
 * What is said to this caller. Words of the office file are in the language of the number called, else the office's; whoever asked
 * for another language hears the box's own sentence in theirs. A language is never guessed from a number.
 */
final class Greetings {
    private final Enquiry enquiry;
    private final Party party;
    private final Language caller;
    private final Language written;

    Greetings(Enquiry enquiry, Party party) {
        this.enquiry = enquiry;
        this.party = party;
        this.caller = Party.language(enquiry);
        this.written = Party.languageOfWords(enquiry);
    }

    Optional<Step.Announcement> of(Greeting greeting) {
        return switch (greeting) {
            case Greeting.None none -> Optional.empty();
            case Greeting.Text text -> Optional.of(words(text.words(), standard()));
            case Greeting.Personal personal -> Optional.of(personal(party.named()));
        };
    }

    /** A text that names keys cannot be replaced: it stays as it is. */
    Optional<Step.Announcement> withKeys(Greeting greeting) {
        return greeting instanceof Greeting.Text text
                ? Optional.of(new Step.Announcement.Words(text.words(), written))
                : of(greeting);
    }

    Step.Announcement closed(@Nullable String words) {
        var standard = new Step.Announcement.Closed(caller);
        return words == null ? standard : words(words, standard);
    }

    Step.Announcement words(String words, Step.Announcement otherwise) {
        return caller == written ? new Step.Announcement.Words(words, written) : otherwise;
    }

    /**
     * One sentence in a language that was not spoken yet: the caller's own where a menu could not be translated, English for a stranger
     * from abroad.
     */
    Optional<Step.Announcement> oneSentenceMore(boolean keys) {
        if (keys && caller != written) {
            return Optional.of(new Step.Announcement.InYourLanguage(caller));
        }
        return caller != Language.EN && isUnknownForeigner()
                ? Optional.of(new Step.Announcement.InYourLanguage(Language.EN))
                : Optional.empty();
    }

    private boolean isUnknownForeigner() {
        var number = enquiry.number();
        return number != null
                && enquiry.contacts().isEmpty()
                && enquiry.office().numberingPlan().isForeign(number);
    }

    private Step.Announcement standard() {
        var info = enquiry.office().info();
        return new Step.Announcement.Standard(info.name(), caller, info.language());
    }

    private Step.Announcement personal(@Nullable Contact contact) {
        if (contact == null) {
            return standard();
        }
        return contact.greeting() != null
                ? new Step.Announcement.Words(contact.greeting(), caller)
                : new Step.Announcement.ByName(contact.saidAs(), presentManager(), caller);
    }

    /** A greeting names nobody who is absent (SITUATIONS rule 9). */
    private @Nullable String presentManager() {
        var office = enquiry.office();
        var today = enquiry.at().atZone(office.info().timeZone()).toLocalDate();
        return Optional.ofNullable(party.manager())
                .flatMap(office::person)
                .filter(p -> !p.absentOn(today) && !p.leftBefore(today))
                .filter(p -> !enquiry.circumstances().onLeave().contains(p.extension()))
                .map(p -> p.spoken() == null ? p.name() : p.spoken())
                .orElse(null);
    }
}
