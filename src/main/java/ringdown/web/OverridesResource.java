package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import ringdown.clock.OfficeClock;
import ringdown.presence.Overrides;
import ringdown.schedule.ActiveOverride;
import ringdown.schedule.HoursOverride;

/** The overrides of the office file: one button each (SITUATIONS rule 12). */
final class OverridesResource {
    private final Overrides overrides;
    private final OfficeClock clock;
    private final OfficeTime time;

    OverridesResource(Overrides overrides, OfficeClock clock, OfficeTime time) {
        this.overrides = overrides;
        this.clock = clock;
        this.time = time;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/overrides", this::list);
        routes.post("/api/overrides/{name}", request -> {
            String name = request.pathParam("name");
            Overrides.Begun begun = overrides.begin(name, Visitor.of(request).name());
            if (begun == Overrides.Begun.OVER) {
                throw Refusal.conflict("its hour has passed today");
            }
            answer(request, name, begun == Overrides.Begun.SET);
        });
        routes.delete("/api/overrides/{name}", request -> {
            Visitor.of(request);
            String name = request.pathParam("name");
            answer(request, name, overrides.end(name));
        });
    }

    private void list(Context request) {
        Answers.page(request, overrides.all(), null, this::view);
    }

    private void answer(Context request, String name, boolean known) {
        Answers.json(
                request,
                find(name)
                        .filter(one -> known)
                        .map(this::view)
                        .orElseThrow(() -> Refusal.notFound("the office file has no override of that name")));
    }

    Optional<Overrides.Standing> find(String name) {
        return overrides.all().stream()
                .filter(one -> one.override().name().equals(name))
                .findFirst();
    }

    Fields view(Overrides.Standing one) {
        HoursOverride override = one.override();
        var since = one.since();
        return Fields.of("name", override.name())
                .and("active", since != null)
                .and("since", time.write(since))
                .and("endsAt", time.write(one.endsAt()))
                .and(
                        "until",
                        override.until() == null ? "released" : override.until().toString())
                .and("by", one.by())
                .and("tooLong", since != null && new ActiveOverride(override, since).tooLong(clock.now()));
    }
}
