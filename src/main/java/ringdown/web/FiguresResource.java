package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import ringdown.clock.OfficeClock;
import ringdown.quality.Quality;

/** Figures against the targets, and what each number of the office brings. */
final class FiguresResource {
    private static final int DAYS = 28;

    private final Quality quality;
    private final OfficeClock clock;
    private final OfficeTime time;
    private final QualityViews views;

    FiguresResource(Quality quality, OfficeClock clock, OfficeTime time, QualityViews views) {
        this.quality = quality;
        this.clock = clock;
        this.time = time;
        this.views = views;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/targets", this::targets);
        routes.get("/api/numbers", this::numbers);
    }

    private Period period(Context request) {
        return Period.of(new Query(request), time, clock.now(), DAYS);
    }

    private void targets(Context request) {
        Period period = period(request);
        Answers.json(
                request,
                within(period)
                        .and("items", QualityViews.targets(quality.targets(period.from(), period.to())))
                        .and("next", null));
    }

    private void numbers(Context request) {
        Period period = period(request);
        Answers.json(
                request,
                within(period)
                        .and(
                                "items",
                                quality.numbers(period.from(), period.to()).stream()
                                        .map(number -> views.number(number).map())
                                        .toList())
                        .and("next", null));
    }

    private Fields within(Period period) {
        return Fields.of("from", time.write(period.from())).and("to", time.write(period.to()));
    }
}
