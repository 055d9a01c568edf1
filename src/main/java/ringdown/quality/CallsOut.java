package ringdown.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.contacts.Contact;
import ringdown.contacts.Contacts;
import ringdown.ledger.Ledger;
import ringdown.office.CallerClass;
import ringdown.office.CurrentOffice;

/**
 * Lists of calls to make beside those that are owed: winning back and asking. Whoever is owed a call stands on that list only; whoever was
 * talked to, or does not want to be called, is left in peace for a while. Safe from any thread.
 */
public final class CallsOut {
    /** Nobody is asked or wooed twice within this. */
    private static final Duration LEFT_IN_PEACE = Duration.ofDays(30);

    private static final int TRIES = 3;

    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Ledger ledger;
    private final Contacts contacts;
    private final QualityOnDisk disk;

    CallsOut(CurrentOffice office, OfficeClock clock, Ledger ledger, Contacts contacts, QualityOnDisk disk) {
        this.office = office;
        this.clock = clock;
        this.ledger = ledger;
        this.contacts = contacts;
        this.disk = disk;
    }

    /**
     * Who is to be called, in the order of the classes, the oldest first.
     *
     * @param days winning back: without a talk for so long; asking: talked within so long
     */
    public List<OutCall> list(OutCall.List list, int days) {
        Instant now = clock.now();
        Instant since = now.minus(Duration.ofDays(days));
        List<OutCall.Candidate> found = switch (list) {
            case WIN_BACK -> disk.lostTouch(since);
            case ASKING -> disk.talkedSince(since);
        };
        Map<String, List<OutCall.Made>> made = new LinkedHashMap<>();
        disk.callsMade(now.minus(LEFT_IN_PEACE))
                .forEach(one ->
                        made.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one));
        Map<String, Contact> cards = cards(found);
        Map<String, OutCall> calls = new LinkedHashMap<>();
        for (OutCall.Candidate one : found) {
            String id = id(list, one);
            if (id != null && !calls.containsKey(id)) {
                Optional<Contact> card = Optional.ofNullable(one.contactId()).map(cards::get);
                wanted(id, list, one, card, made.getOrDefault(id, List.of())).ifPresent(call -> calls.put(id, call));
            }
        }
        return calls.values().stream()
                .filter(call -> call.notBefore() == null || !call.notBefore().isAfter(now))
                .sorted(Comparator.comparingInt((OutCall call) -> rank(call.callerClass()))
                        .thenComparing(OutCall::at))
                .toList();
    }

    /** Those who may be called are many: their cards are asked for together. */
    private Map<String, Contact> cards(List<OutCall.Candidate> found) {
        Set<String> ids = found.stream()
                .map(OutCall.Candidate::contactId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return contacts.all(ids).stream().collect(Collectors.toMap(Contact::id, contacts::withinFirm));
    }

    private static @Nullable String id(OutCall.List list, OutCall.Candidate one) {
        String party = one.contactId() != null ? "c" + one.contactId() : one.number();
        return party == null ? null : list.word() + "-" + party.replace("+", "n");
    }

    private Optional<OutCall> wanted(
            String id, OutCall.List list, OutCall.Candidate one, Optional<Contact> card, List<OutCall.Made> made) {
        String number = one.number() != null
                ? one.number()
                : card.flatMap(contact -> contact.numbers().stream().findFirst())
                        .map(first -> first.e164())
                        .orElse(null);
        String callerClass = card.map(Contact::callerClass).orElse(null);
        boolean over = made.stream().anyMatch(CallsOut::ends) || tries(made) >= TRIES;
        if (number == null
                || over
                || !number.startsWith("+")
                || !calledBack(callerClass)
                || ledger.owed(one.contactId(), number).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new OutCall(
                id,
                list,
                number,
                one.contactId(),
                card.map(Contact::name).orElse(null),
                callerClass,
                card.map(Contact::manager).map(manager -> manager.digits()).orElse(null),
                one.why(),
                one.callId(),
                one.at(),
                tries(made),
                made.isEmpty() ? null : made.getLast().notBefore()));
    }

    private static boolean ends(OutCall.Made made) {
        return switch (made.result()) {
            case TALKED, DECLINED, RATED -> true;
            case NOT_REACHED, LATER -> false;
        };
    }

    private static int tries(List<OutCall.Made> made) {
        return (int) made.stream()
                .filter(one -> one.result() == OutCall.Result.NOT_REACHED)
                .count();
    }

    /** Only who would be called back is called at all: no supplier, no wrong number. */
    private boolean calledBack(@Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(office.get()::callerClass)
                .map(one -> !one.refuse() && one.obligation() == CallerClass.Obligation.CALL_BACK)
                .orElse(true);
    }

    private int rank(@Nullable String name) {
        List<String> names =
                office.get().classes().stream().map(CallerClass::name).toList();
        int place = name == null ? -1 : names.indexOf(name);
        return place < 0 ? names.size() : place;
    }

    /** Somebody was reached; how it went is not known yet, and no crash makes the attempt undone. */
    public void begun(OutCall.Made soFar) {
        disk.begun(soFar);
    }

    /** Writes down how a call went. */
    public void made(OutCall.Made made) {
        disk.made(made);
    }
}
