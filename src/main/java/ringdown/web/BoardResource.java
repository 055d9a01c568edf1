package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarm;
import ringdown.notice.Alarms;
import ringdown.number.Extension;
import ringdown.office.CallerClass;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Topic;

/** The box itself: whether it is up, its lines, what is wrong with it. */
final class BoardResource {
    private static final int ALL = Integer.MAX_VALUE / 2;

    private final WebSettings settings;
    private final OfficeClock clock;
    private final CurrentOffice office;
    private final Alarms alarms;
    private final LineBook lines;
    private final OfficeTime time;
    private final long started;

    BoardResource(WebSettings settings, Rooms rooms, LineBook lines, OfficeTime time) {
        this.settings = settings;
        this.clock = rooms.clock();
        this.office = rooms.office();
        this.alarms = rooms.alarms();
        this.lines = lines;
        this.time = time;
        this.started = clock.nanos();
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/health", this::health);
        routes.get("/api/board", this::board);
        routes.get("/api/lines", this::lines);
        routes.get("/api/alarms", this::alarms);
    }

    private void health(Context request) {
        double up = (clock.nanos() - started) / (double) TimeUnit.SECONDS.toNanos(1);
        Answers.json(
                request,
                Fields.of("status", "up")
                        .and("version", settings.version())
                        .and("uptimeSeconds", Answers.seconds(up))
                        .and("language", office.get().info().language().code())
                        .and("installer", OfficeChanges.installed(office.get(), clock.now()))
                        .and(
                                "lines",
                                lines.outside().stream()
                                        .map(line -> Fields.of("port", line.port())
                                                .and("state", line.state())
                                                .map())
                                        .toList()));
    }

    private void board(Context request) {
        Office now = office.get();
        Answers.json(
                request,
                Fields.of("board", settings.board())
                        .and("version", settings.version())
                        .and("now", time.write(clock.now()))
                        .and("clockTrusted", clock.trusted())
                        .and("office", now.info().name())
                        .and("country", now.info().country())
                        .and("language", now.info().language().code())
                        .and("timeZone", now.info().timeZone().getId())
                        .and("open", now.officeHours().isOpen(clock.now()))
                        .and(
                                "classes",
                                now.classes().stream().map(CallerClass::name).toList())
                        .and(
                                "topics",
                                now.topics().stream()
                                        .map(topic -> topic(topic).map())
                                        .toList()));
    }

    private static Fields topic(Topic topic) {
        Extension solver = topic.solver();
        Duration within = topic.answerWithin();
        return Fields.of("name", topic.name())
                .and("level", topic.level())
                .and("solver", solver == null ? null : solver.digits())
                .and("answerWithinSeconds", within == null ? null : Long.valueOf(within.toSeconds()))
                .and("complaint", topic.complaint());
    }

    private void lines(Context request) {
        Query query = new Query(request);
        int limit = query.text("limit") == null ? ALL : query.limit();
        Answers.page(request, lines.all(), LineBook.Entry::port, limit, lines::view);
    }

    private void alarms(Context request) {
        Query query = new Query(request);
        String state = query.oneOf("state", "all", Set.of("open", "healed", "all"));
        int limit = query.limit();
        List<Alarm> wanted = alarms.list(state.equals("open")).stream()
                .filter(alarm -> !state.equals("healed") || alarm.healedAt() != null)
                .toList();
        Answers.page(request, wanted, Alarm::id, limit, this::view);
    }

    Fields view(Alarm alarm) {
        return Fields.of("id", alarm.id())
                .and("what", alarm.what())
                .and("where", alarm.where())
                .and("since", time.write(alarm.since()))
                .and("healedAt", time.write(alarm.healedAt()));
    }
}
