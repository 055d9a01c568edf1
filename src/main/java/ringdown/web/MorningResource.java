package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Balance;
import ringdown.office.Account;
import ringdown.quality.DaySheet;
import ringdown.quality.Quality;

/** The first page of the day, in one answer (SITUATIONS, "The morning page"). */
final class MorningResource {
    private final Rooms rooms;
    private final Quality quality;
    private final OfficeTime time;
    private final QualityViews views;
    private final MorningTasks tasks;
    private final MorningPeople people;

    MorningResource(
            Rooms rooms,
            OfficeTime time,
            CallViews calls,
            QualityViews views,
            ProposalViews proposals,
            PeopleResource people) {
        this.rooms = rooms;
        this.quality = rooms.quality();
        this.time = time;
        this.views = views;
        this.tasks = new MorningTasks(rooms, time, calls, views, proposals);
        this.people = new MorningPeople(rooms, time, people);
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/morning", this::morning);
    }

    private void morning(Context request) {
        Instant now = rooms.clock().now();
        LocalDate today = now.atZone(time.zone()).toLocalDate();
        Instant from = Period.day(today.minusDays(1), time);
        Instant to = Period.day(today, time);
        Answers.json(
                request,
                Fields.of("at", time.write(now))
                        .and("date", today.toString())
                        .and("yesterday", yesterday(from, to, now))
                        .and("sinceClosing", sinceClosing(now))
                        .and("toCall", tasks.toCall(now))
                        .and("people", people.all(now))
                        .and("duty", people.duty(now))
                        .and("targets", QualityViews.targets(quality.targets(from, to)))
                        .and("decide", tasks.decide(now, !Visitor.of(request).is(Account.Role.STAFF)))
                        .and("matters", tasks.matters(now))
                        .and("numbers", numbers(from, to)));
    }

    private Map<String, @Nullable Object> yesterday(Instant from, Instant to, Instant now) {
        DaySheet sheet = new DaySheet(quality.calls(from, to), now);
        Balance balance = rooms.ledger().balance(from, to, now);
        return figures(sheet, balance, from, to)
                .and("sentence", sheet.sentence(balance.lost()))
                .map();
    }

    private Map<String, @Nullable Object> sinceClosing(Instant now) {
        Instant from = quality.closing().before(now);
        DaySheet sheet = new DaySheet(quality.calls(from, now), now);
        return figures(sheet, rooms.ledger().balance(from, now, now), from, now).map();
    }

    private Fields figures(DaySheet sheet, Balance balance, Instant from, Instant to) {
        return Fields.of("from", time.write(from))
                .and("to", time.write(to))
                .and("in", QualityViews.part(sheet.in()))
                .and("talked", QualityViews.part(sheet.talked()))
                .and("promised", QualityViews.part(sheet.promised()))
                .and("refused", QualityViews.part(sheet.refused()))
                .and("open", QualityViews.part(sheet.open()))
                .and("balanced", balance.balanced())
                .and("lost", balance.lost())
                .and("lostCalls", sheet.lost().calls())
                .and("deafSeconds", Answers.seconds(balance.deafSeconds()))
                .and("allBusySeconds", Answers.seconds(balance.allBusySeconds()));
    }

    private List<?> numbers(Instant from, Instant to) {
        return quality.numbers(from, to).stream()
                .map(number -> views.number(number).map())
                .toList();
    }
}
