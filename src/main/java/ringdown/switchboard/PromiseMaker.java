package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.ledger.Owners;
import ringdown.ledger.PromiseDraft;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;
import ringdown.office.Office;
import ringdown.prompts.PromiseWindow;
import ringdown.prompts.SpokenPromise;
import ringdown.routing.Circumstances;
import ringdown.schedule.ActiveOverride;
import ringdown.schedule.OfficeHours;
import ringdown.schedule.PromiseTimes;

/** Makes promises: whose they are, when calling back starts and when they are broken, and the words that say so. Pure. */
final class PromiseMaker {
    private final Office office;
    private final Owners owners;

    PromiseMaker(Office office) {
        this.office = office;
        this.owners = new Owners(office);
    }

    /**
     * The words for these moments, as they stand at the moment of speaking; whoever lives by another clock hears whose hours these are.
     *
     * @param hours of the number that was called
     */
    SpokenPromise words(
            Language language,
            Instant now,
            PromiseTimes times,
            Circumstances circumstances,
            OfficeHours hours,
            @Nullable PhoneNumber caller) {
        return SpokenPromise.of(
                language,
                new PromiseWindow(
                        now,
                        times.dueAt(),
                        times.overdueAt(),
                        office.info().timeZone(),
                        certainty(now, times, circumstances, hours),
                        caller != null
                                && office.numberingPlan()
                                        .livesByAnotherClock(
                                                caller, office.info().timeZone(), now)));
    }

    private PromiseWindow.Certainty certainty(
            Instant now, PromiseTimes times, Circumstances circumstances, OfficeHours hours) {
        ActiveOverride set = circumstances.override();
        if (!circumstances.clockTrusted()) {
            return PromiseWindow.Certainty.CLOCK_UNTRUSTED;
        }
        if (set != null
                && set.override().until() == null
                && set.holds(now, office.info().timeZone())
                && hours.isOpen(now)) {
            return PromiseWindow.Certainty.UNTIL_RETURN;
        }
        return times.dateKnown() ? PromiseWindow.Certainty.KNOWN : PromiseWindow.Certainty.YEAR_UNKNOWN;
    }

    /**
     * A promise, spoken or not.
     *
     * @param stayed how long the caller waited for somebody
     * @param owner extension; null: nobody
     */
    PromiseDraft draft(
            Owing owing,
            @Nullable String number,
            @Nullable String contactId,
            @Nullable String owner,
            Instant at,
            PromiseTimes times,
            @Nullable String spokenAs,
            Duration stayed) {
        return new PromiseDraft(
                number, contactId, owner, at, times.dueAt(), times.overdueAt(), spokenAs, owing.matter(stayed));
    }

    /** Whose mailbox the message goes to: that of the manager, or of a team that shares one; else the owner's, else the first team's. */
    String mailbox(Optional<Contact> contact, @Nullable String responsible, Instant at) {
        boolean managed = contact.map(Contact::manager)
                .flatMap(manager -> owners.standIn(manager, day(at)))
                .isPresent();
        if (!managed && responsible != null && office.voicemail().shared().contains(responsible)) {
            return responsible;
        }
        return owner(contact, responsible, at)
                .map(Extension::digits)
                .orElseGet(() -> office.teams().isEmpty()
                        ? "office"
                        : office.teams().getFirst().name());
    }

    /**
     * The manager, else the first of the responsible team or the person named responsible, else the office's first team's, else its
     * first person; who is absent is stood in for.
     *
     * @param responsible a team's name or an extension, of the script, else of the class
     */
    Optional<Extension> owner(Optional<Contact> contact, @Nullable String responsible, Instant at) {
        LocalDate day = day(at);
        return contact.map(Contact::manager)
                .flatMap(manager -> owners.standIn(manager, day))
                .or(() -> owners.answering(responsible, day))
                .or(() -> office.teams().stream().findFirst().flatMap(team -> owners.speaker(team, day)))
                .or(() -> office.people().stream().map(p -> p.extension()).findFirst());
    }

    /** Who answers for what went wrong: the head of the responsible team, absent: their deputy. */
    Optional<Extension> head(@Nullable String responsible, Instant at) {
        return owners.head(responsible, day(at));
    }

    private LocalDate day(Instant at) {
        return at.atZone(office.info().timeZone()).toLocalDate();
    }
}
