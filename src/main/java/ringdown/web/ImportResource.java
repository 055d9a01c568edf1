package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import ringdown.ledger.ProviderList;
import ringdown.number.PhoneNumber;
import ringdown.office.Line;
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
        String csv = new String(request.bodyAsBytes(), StandardCharsets.UTF_8);
        ProviderList.Contents contents = new ProviderList(time.zone()).read(csv);
        List<Map<String, @Nullable Object>> faults = new ArrayList<>();
        contents.faults()
                .forEach(f -> faults.add(
                        Fields.of("line", f.line()).and("what", f.what()).map()));
        int made = 0;
        int known = 0;
        List<ProviderList.Row> inOrder = contents.rows().stream()
                .sorted(Comparator.comparing(ProviderList.Row::at))
                .toList();
        for (ProviderList.Row row : inOrder) {
            String fault = fault(row);
            if (fault != null) {
                faults.add(Fields.of("line", row.line()).and("what", fault).map());
            } else if (write(row)) {
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

    /** False if the ledger has that call already. */
    private boolean write(ProviderList.Row row) {
        Office office = office();
        String via = via(row, office);
        Optional<PhoneNumber> number = Optional.ofNullable(row.number())
                .flatMap(n -> office.numberingPlan().parseLeniently(n));
        String shown = number.map(PhoneNumber::e164).orElse(row.number());
        boolean there = calls(via, shown, row.at().minus(SAME_CALL), row.at().plus(SAME_CALL)).stream()
                .anyMatch(call -> java.util.Objects.equals(call.callerNumber(), shown));
        if (there) {
            return false;
        }
        String id = ids.next();
        ledger.open(new CallOpened(id, row.at(), Direction.IN, via, row.called(), shown, null, shown == null, null));
        ledger.identified(id, identity(row, number, shown));
        ledger.event(id, rooms.clock().now(), "imported from the provider's list");
        end(id, row.at(), shown);
        return true;
    }

    private Identity identity(ProviderList.Row row, Optional<PhoneNumber> number, @Nullable String shown) {
        List<Contact> contacts = number.map(rooms.contacts()::find).orElse(List.of());
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
        ledger.close(id, new Ending(Outcome.GAVE_UP, at, null, 0, 0, 0, 0, true, false, null, null, promise));
        Optional<CallEntry> since = shown == null
                ? Optional.empty()
                : calls(null, shown, at, now).stream()
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

    /** The list's own word, else the line of the number called, else the line that was deaf then, else the first. */
    private String via(ProviderList.Row row, Office office) {
        String via = row.via();
        if (via != null) {
            return via;
        }
        return office.lines().stream()
                .filter(line -> row.called() != null && sameNumber(line, row.called(), office))
                .map(line -> line.port().toString())
                .findFirst()
                .or(() -> ledger.deaf(row.at(), row.at().plusMillis(1)).stream()
                        .map(DeafTime::via)
                        .findFirst())
                .or(() -> office.lines().stream()
                        .map(line -> line.port().toString())
                        .findFirst())
                .orElse("imported");
    }

    private static boolean sameNumber(Line line, String called, Office office) {
        return office.numberingPlan()
                .parseLeniently(called)
                .map(number -> number.equals(line.number()))
                .orElse(false);
    }

    private List<CallEntry> calls(@Nullable String via, @Nullable String caller, Instant from, Instant to) {
        return ledger.calls(new CallQuery(from, to, via, caller, null, null, null, 500, null))
                .items();
    }

    private Office office() {
        return rooms.office().get();
    }
}
