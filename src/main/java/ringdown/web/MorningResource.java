package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Balance;
import ringdown.number.Extension;
import ringdown.office.Account;
import ringdown.quality.CallFact;
import ringdown.quality.Closing;
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
    private final Sight sight;

    MorningResource(
            Rooms rooms,
            OfficeTime time,
            CallViews calls,
            QualityViews views,
            ProposalViews proposals,
            PeopleResource people,
            Sight sight) {
        this.rooms = rooms;
        this.quality = rooms.quality();
        this.time = time;
        this.views = views;
        this.tasks = new MorningTasks(rooms, time, calls, views, proposals);
        this.people = new MorningPeople(rooms, time, people);
        this.sight = sight;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/morning", this::morning);
    }

    private void morning(Context request) {
        Instant now = rooms.clock().now();
        LocalDate today = now.atZone(time.zone()).toLocalDate();
        Instant from = Period.day(today.minusDays(1), time);
        Instant to = Period.day(today, time);
        Set<Extension> strangers = sight.strangers(Visitor.of(request));
        Answers.json(
                request,
                Fields.of("at", time.write(now))
                        .and("date", today.toString())
                        .and("yesterday", yesterday(from, to, now))
                        .and("sinceClosing", sinceClosing(now))
                        .and("toCall", tasks.toCall(now, strangers))
                        .and("people", people.all(now))
                        .and("duty", people.duty(now))
                        .and("targets", QualityViews.targets(quality.targets(from, to)))
                        .and("decide", tasks.decide(now, !Visitor.of(request).is(Account.Role.STAFF), strangers))
                        .and("matters", tasks.matters(now, strangers))
                        .and("numbers", numbers(from, to))
                        .and("nights", nights()));
    }

    private Map<String, @Nullable Object> yesterday(Instant from, Instant to, Instant now) {
        DaySheet sheet = new DaySheet(quality.calls(from, to), now);
        Balance balance = rooms.ledger().balance(from, to, now);
        return figures(sheet, balance, from, to)
                .and("sentence", sheet.sentence(balance.lost()))
                .map();
    }

    private Map<String, @Nullable Object> sinceClosing(Instant now) {
        Closing closing = quality.closing();
        Instant from = closing.before(now);
        List<CallFact> calls = quality.calls(from, now).stream()
                .filter(call -> closing.follows(call, now))
                .toList();
        DaySheet sheet = new DaySheet(calls, now);
        Fields figures = figures(sheet, rooms.ledger().balance(from, now, now), from, now);
        return (closing.uniform() ? figures : figures.and("lost", sheet.lost().n())).map();
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

    /** The test calls of the last night, line by line. */
    private List<?> nights() {
        CopperViews copper = new CopperViews(time);
        return rooms.lines().outsideLines().stream()
                .flatMap(line -> rooms.nights().last(line.via()).stream()
                        .map(night -> Fields.of("port", line.via())
                                .and("night", copper.night(night).map())
                                .map()))
                .toList();
    }

    private List<?> numbers(Instant from, Instant to) {
        return quality.numbers(from, to).stream()
                .map(number -> views.number(number).map())
                .toList();
    }
}
