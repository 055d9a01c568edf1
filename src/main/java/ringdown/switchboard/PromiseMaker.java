package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.ledger.PromiseDraft;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.office.Office;
import ringdown.office.Team;
import ringdown.prompts.PromiseWindow;
import ringdown.prompts.SpokenPromise;
import ringdown.schedule.OfficeHours;
import ringdown.schedule.PromiseTimes;

/** Makes promises: whose they are, when calling back starts and when they are broken, and the words that say so. Pure. */
final class PromiseMaker {
    private final Office office;
    private final OfficeHours hours;

    PromiseMaker(Office office) {
        this.office = office;
        this.hours = office.officeHours();
    }

    /** The moments of a promise made at that moment. */
    PromiseTimes times(Instant at, Duration callBackWithin) {
        return PromiseTimes.of(hours, at, callBackWithin);
    }

    /** The words for these moments, as they stand at the moment of speaking. */
    SpokenPromise words(Language language, Instant now, PromiseTimes times, boolean clockTrusted) {
        PromiseWindow.Certainty certainty = !clockTrusted
                ? PromiseWindow.Certainty.CLOCK_UNTRUSTED
                : times.dateKnown() ? PromiseWindow.Certainty.KNOWN : PromiseWindow.Certainty.YEAR_UNKNOWN;
        return SpokenPromise.of(
                language,
                new PromiseWindow(
                        now, times.dueAt(), times.overdueAt(), office.info().timeZone(), certainty, false));
    }

    /** A promise to the caller, spoken or not. */
    PromiseDraft draft(
            Caller caller, @Nullable String responsible, Instant at, PromiseTimes times, @Nullable String spokenAs) {
        return draft(caller.shown(), caller.contactId(), caller.contact(), responsible, at, times, spokenAs);
    }

    PromiseDraft draft(
            @Nullable String number,
            @Nullable String contactId,
            Optional<Contact> contact,
            @Nullable String responsible,
            Instant at,
            PromiseTimes times,
            @Nullable String spokenAs) {
        return new PromiseDraft(
                number,
                contactId,
                owner(contact, responsible).map(Extension::digits).orElse(null),
                at,
                times.dueAt(),
                times.overdueAt(),
                spokenAs);
    }

    /** The same promise, owed by the head of the responsible team, else of the first team that has one. */
    PromiseDraft ofHead(PromiseDraft draft, @Nullable String responsible) {
        String head = office.team(responsible == null ? "" : responsible)
                .map(Team::head)
                .or(() -> office.teams().stream()
                        .flatMap(t -> Optional.ofNullable(t.head()).stream())
                        .findFirst())
                .map(Extension::digits)
                .orElse(draft.owner());
        return new PromiseDraft(
                draft.number(),
                draft.contactId(),
                head,
                draft.madeAt(),
                draft.dueAt(),
                draft.overdueAt(),
                draft.spokenAs());
    }

    /** Whose mailbox the message goes to: the owner's, else the first team's. */
    String owner(Caller caller, @Nullable String responsible) {
        return owner(caller.contact(), responsible)
                .map(Extension::digits)
                .orElseGet(() -> office.teams().isEmpty()
                        ? "office"
                        : office.teams().getFirst().name());
    }

    /** The manager, else the head or first of the responsible team, else of the office's first team, else its first person. */
    private Optional<Extension> owner(Optional<Contact> contact, @Nullable String responsible) {
        Optional<Extension> manager = contact.map(Contact::manager).filter(this::works);
        if (manager.isPresent()) {
            return manager;
        }
        Optional<Team> team = office.team(responsible == null ? "" : responsible)
                .or(() -> office.teams().stream().findFirst());
        return team.flatMap(PromiseMaker::speaker)
                .filter(this::works)
                .or(() -> office.people().stream().findFirst().map(p -> p.extension()));
    }

    private static Optional<Extension> speaker(Team team) {
        return team.members().stream().findFirst().or(() -> Optional.ofNullable(team.head()));
    }

    private boolean works(Extension extension) {
        return office.person(extension).isPresent();
    }
}
