package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallOpened;
import ringdown.ledger.CallQuery;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Identity;
import ringdown.ledger.Ids;
import ringdown.ledger.Ledger;
import ringdown.ledger.Outcome;
import ringdown.ledger.PromiseDraft;
import ringdown.ledger.ProviderList;
import ringdown.number.PhoneNumber;
import ringdown.office.Account.Role;
import ringdown.office.CallerClass;
import ringdown.office.Office;
import ringdown.switchboard.InterruptedPromise;

/** Deaf time opens a task (SITUATIONS 15): the provider's list of the calls that could not be heard becomes calls, classes and promises. */
final class ImportResource {
    private static final Duration SAME_CALL = Duration.ofMinutes(1);
    private static final double KEEPING_SECONDS = 20;

    private final Rooms rooms;
    private final OfficeTime time;
    private final Ledger ledger;
    private final Ids ids;

    ImportResource(Rooms rooms, OfficeTime time) {
        this.rooms = rooms;
        this.time = time;
        this.ledger = rooms.ledger();
        this.ids = new Ids(rooms.clock());
    }

    void routes(RoutesConfig routes) {
        routes.post("/api/calls/import", this::imported);
    }

    private void imported(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR);
        ProviderList.Contents contents = new ProviderList(time.zone()).read(request.bodyAsBytes());
        List<Map<String, @Nullable Object>> faults = new ArrayList<>();
        contents.faults()
                .forEach(f -> faults.add(
                        Fields.of("line", f.line()).and("what", f.what()).map()));
        int made = 0;
        int known = 0;
        Map<String, Instant> met = new HashMap<>();
        List<ProviderList.Row> inOrder = contents.rows().stream()
                .map(this::whileNobodyHeard)
                .sorted(Comparator.comparing(ProviderList.Row::at))
                .toList();
        for (ProviderList.Row row : inOrder) {
            String fault = fault(row);
            if (fault != null) {
                faults.add(Fields.of("line", row.line()).and("what", fault).map());
            } else if (write(row, met)) {
                made++;
            } else {
                known++;
            }
        }
        Answers.json(request, Fields.of("calls", made).and("known", known).and("faults", faults));
    }

    private @Nullable String fault(ProviderList.Row row) {
        if (row.at().isAfter(rooms.clock().now())) {
            return "it lies in the future";
        }
        String callerClass = row.callerClass();
        return callerClass != null && office().callerClass(callerClass).isEmpty()
                ? "there is no class " + callerClass
                : null;
    }

    /** False if the ledger has that call already. {@code met}: calls that other lines of the list have told of, and when they say it was. */
    private boolean write(ProviderList.Row row, Map<String, Instant> met) {
        Office office = office();
        Optional<PhoneNumber> number = Optional.ofNullable(row.number())
                .flatMap(n -> office.numberingPlan().parseLeniently(n));
        String shown = number.map(PhoneNumber::e164).orElse(row.number());
        Optional<String> said = saidVia(row, office);
        String via = said.orElseGet(() -> deafVia(row, office));
        // Who is known by number is found on whichever line the list's reader thinks of; hidden callers are all alike.
        String where = said.isEmpty() && shown != null ? null : via;
        Optional<CallEntry> there = there(row, shown, where, met)
                .or(() -> anHourAway(row).flatMap(other -> there(other, shown, where, met)));
        if (there.isPresent()) {
            there.ifPresent(call -> met.put(call.id(), row.at()));
            return false;
        }
        String id = ids.next();
        met.put(id, row.at());
        Identity identity = identity(row, number, shown);
        ledger.open(new CallOpened(id, row.at(), Direction.IN, via, row.called(), shown, null, shown == null, null));
        ledger.identified(id, identity);
        ledger.event(id, rooms.clock().now(), "imported from the provider's list");
        if (refused(number, identity.callerClass())) {
            ledger.close(id, ended(row.at(), Outcome.REFUSED, null));
        } else {
            end(id, row.at(), shown);
        }
        return true;
    }

    /** In the hour that autumn has twice the clock does not tell which: that in which the box could not hear, else the first. */
    private ProviderList.Row whileNobodyHeard(ProviderList.Row row) {
        return deaf(row).isPresent()
                ? row
                : anHourAway(row).filter(other -> deaf(other).isPresent()).orElse(row);
    }

    /** The other moment at which the office's clock read the same. */
    private Optional<ProviderList.Row> anHourAway(ProviderList.Row row) {
        var local = row.at().atZone(time.zone());
        return Stream.of(local.withEarlierOffsetAtOverlap(), local.withLaterOffsetAtOverlap())
                .filter(other -> !other.isEqual(local))
                .map(other -> row.at(other.toInstant()))
                .findFirst();
    }

    private Optional<String> deaf(ProviderList.Row row) {
        return ledger.deaf(row.at(), row.at().plusMillis(1)).stream()
                .map(DeafTime::via)
                .findFirst();
    }

    /** The same moment twice is one call told twice; two calls within a minute are two, if the ledger has not just one of them. */
    private Optional<CallEntry> there(
            ProviderList.Row row, @Nullable String shown, @Nullable String via, Map<String, Instant> met) {
        return calls(via, shown, row.at().minus(SAME_CALL), row.at().plus(SAME_CALL)).stream()
                .filter(call -> call.direction() == Direction.IN)
                .filter(call -> java.util.Objects.equals(call.callerNumber(), shown))
                .filter(call -> row.at().equals(met.getOrDefault(call.id(), row.at())))
                .min(Comparator.comparing(
                        call -> Duration.between(call.startedAt(), row.at()).abs()));
    }

    /** Those whom a rule refuses would have been refused (CONTRACT §3); nobody is owed a call for it. */
    private boolean refused(Optional<PhoneNumber> number, @Nullable String callerClass) {
        return number.filter(office().blocked()::contains).isPresent()
                || Optional.ofNullable(callerClass)
                        .flatMap(office()::callerClass)
                        .filter(CallerClass::owedNothing)
                        .isPresent();
    }

    private Identity identity(ProviderList.Row row, Optional<PhoneNumber> number, @Nullable String shown) {
        List<Contact> contacts = number.map(rooms.contacts()::calling).orElse(List.of());
        Contact contact = contacts.size() == 1 ? contacts.getFirst() : null;
        String callerClass =
                contact == null ? number.flatMap(rooms.classes()::classOf).orElse(null) : contact.callerClass();
        return new Identity(
                shown,
                contact == null ? null : contact.name(),
                shown == null,
                contact == null ? null : contact.id(),
                contact == null ? null : contact.name(),
                row.callerClass() == null ? callerClass : row.callerClass());
    }

    /** They reached nobody then; whoever has been talked to since is owed nothing any more. */
    private void end(String id, Instant at, @Nullable String shown) {
        Instant now = rooms.clock().now();
        CallEntry call = ledger.call(id).orElseThrow();
        var promise = new InterruptedPromise(office(), rooms.contacts()).draft(call, now);
        ledger.close(id, ended(at, Outcome.GAVE_UP, promise));
        String party = call.contactId() == null ? shown : call.contactId();
        Optional<CallEntry> since = party == null
                ? Optional.empty()
                : calls(null, party, at, now).stream()
                        .filter(c -> c.outcome() == Outcome.TALKED && c.talkSeconds() >= KEEPING_SECONDS)
                        .findFirst();
        since.ifPresent(talk -> ledger.call(id)
                .map(CallEntry::promiseId)
                .ifPresent(
                        owed -> ledger.settle(owed, true, "talk", by(talk), now, "talked since, call " + talk.id())));
    }

    private static String by(CallEntry talk) {
        String by = talk.answeredBy();
        return by == null ? "box" : by;
    }

    private static Ending ended(Instant at, Outcome outcome, @Nullable PromiseDraft promise) {
        return new Ending(outcome, at, null, 0, 0, 0, 0, true, false, null, null, promise);
    }

    /** The list's own word where it is one of the office's lines or trunks, else whose number was called. */
    private static Optional<String> saidVia(ProviderList.Row row, Office office) {
        return Stream.of(row.via(), row.called())
                .filter(java.util.Objects::nonNull)
                .flatMap(word -> entrances(office).entrySet().stream()
                        .filter(one -> one.getKey().equals(word) || isOneOf(one.getValue(), word, office))
                        .map(Map.Entry::getKey))
                .findFirst();
    }

    /** The line that was deaf then, else the first. */
    private String deafVia(ProviderList.Row row, Office office) {
        Set<String> all = entrances(office).keySet();
        return deaf(row).or(() -> all.stream().findFirst()).orElse("imported");
    }

    private static Map<String, List<PhoneNumber>> entrances(Office office) {
        Map<String, List<PhoneNumber>> all = new LinkedHashMap<>();
        office.lines()
                .forEach(line -> all.put(
                        line.port().toString(), Stream.ofNullable(line.number()).toList()));
        office.trunks().forEach(trunk -> all.put(trunk.name(), List.copyOf(trunk.numbers())));
        return all;
    }

    private static boolean isOneOf(List<PhoneNumber> numbers, String written, Office office) {
        return office.numberingPlan()
                .parseLeniently(written)
                .filter(numbers::contains)
                .isPresent();
    }

    private List<CallEntry> calls(@Nullable String via, @Nullable String caller, Instant from, Instant to) {
        return ledger.calls(new CallQuery(from, to, via, caller, null, null, null, 500, null))
                .items();
    }

    private Office office() {
        return rooms.office().get();
    }
}
