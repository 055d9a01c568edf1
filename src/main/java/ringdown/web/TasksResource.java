package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallQuery;
import ringdown.ledger.CentreCalls;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Direction;
import ringdown.ledger.Ledger;

/** What the ledger lacks and only a person can get: the provider's list of a deaf time (SITUATIONS 15), what a call centre was told (18). */
final class TasksResource {
    /** A caller rings for about so long: a shorter deafness lost nobody. */
    private static final Duration WORTH_ASKING = Duration.ofSeconds(30);

    private static final Duration LOOKED_AT = Duration.ofDays(30);

    private final Rooms rooms;
    private final OfficeTime time;
    private final Ledger ledger;

    TasksResource(Rooms rooms, OfficeTime time) {
        this.rooms = rooms;
        this.time = time;
        this.ledger = rooms.ledger();
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/ledger/tasks", this::tasks);
    }

    private record Task(Instant from, String key, Fields fields) {}

    private void tasks(Context request) {
        Query query = new Query(request);
        Instant now = rooms.clock().now();
        Instant asked = query.moment("from", time);
        Instant from = asked == null ? now.minus(LOOKED_AT) : asked;
        List<Task> all = new ArrayList<>();
        ledger.deaf(from, now).stream()
                .filter(deaf -> deaf.cause() != DeafTime.Cause.ALL_BUSY)
                .filter(deaf -> Duration.between(deaf.from(), deaf.to() == null ? now : deaf.to())
                                .compareTo(WORTH_ASKING)
                        >= 0)
                .forEach(deaf -> all.add(askProvider(deaf, now)));
        CentreCalls centre = new CentreCalls(rooms.office().get());
        centre.numbers()
                .forEach(number -> takenBy(number, from, now).stream()
                        .filter(call -> centre.unwrittenSince(call, now).isPresent())
                        .forEach(call -> all.add(writeEssence(call))));
        all.sort(Comparator.comparing(Task::from).reversed());
        Answers.page(request, all, Task::key, query.limit(), Task::fields);
    }

    private Task askProvider(DeafTime deaf, Instant now) {
        Fields fields = Fields.of("what", "askProvider")
                .and("via", deaf.via())
                .and("from", time.write(deaf.from()))
                .and("to", time.write(deaf.to()))
                .and("imported", importedIn(deaf, now))
                .and("callId", null)
                .and("answeredBy", null);
        return new Task(deaf.from(), deaf.from().toEpochMilli() + "-" + deaf.via(), fields);
    }

    private Task writeEssence(CallEntry call) {
        Fields fields = Fields.of("what", "writeEssence")
                .and("via", call.via())
                .and("from", time.write(call.startedAt()))
                .and("to", time.write(call.endedAt()))
                .and("imported", 0)
                .and("callId", call.id())
                .and("answeredBy", call.answeredBy());
        return new Task(call.startedAt(), call.id(), fields);
    }

    private List<CallEntry> takenBy(String number, Instant from, Instant to) {
        List<CallEntry> all = new ArrayList<>();
        String after = null;
        do {
            var page = ledger.calls(new CallQuery(from, to, null, null, "talked", null, number, 500, after));
            page.items().stream()
                    .filter(call -> call.direction() == Direction.IN && number.equals(call.answeredBy()))
                    .forEach(all::add);
            after = page.next();
        } while (after != null);
        return all;
    }

    private int importedIn(DeafTime deaf, Instant now) {
        return (int) ledger
                .calls(new CallQuery(
                        deaf.from(),
                        deaf.to() == null ? now : deaf.to(),
                        deaf.via(),
                        null,
                        null,
                        null,
                        null,
                        500,
                        null))
                .items()
                .stream()
                .filter(call -> call.events().stream().anyMatch(e -> e.what().startsWith("imported")))
                .count();
    }
}
