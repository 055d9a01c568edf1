package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import ringdown.clock.OfficeClock;
import ringdown.office.Passes;

/** Tokens with which programs come in as the account that made them. */
final class TokensResource {
    private final Passes passes;
    private final OfficeClock clock;
    private final OfficeTime time;

    TokensResource(Passes passes, OfficeClock clock, OfficeTime time) {
        this.passes = passes;
        this.clock = clock;
        this.time = time;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/tokens", this::list);
        routes.post("/api/tokens", this::create);
        routes.delete("/api/tokens", this::deleteAll);
        routes.delete("/api/tokens/{id}", request -> delete(request, request.pathParam("id")));
    }

    private void list(Context request) {
        int limit = new Query(request).limit();
        var tokens = passes.of(Visitor.of(request).name(), Passes.Kind.TOKEN);
        Answers.page(request, tokens, Passes.Pass::id, limit, this::view);
    }

    private void create(Context request) {
        String label = Body.of(request).name("name");
        String secret = "rd_" + Secrets.fresh();
        Passes.Pass pass = new Passes.Pass(
                Secrets.fresh(), Passes.Kind.TOKEN, Visitor.of(request).name(), label, clock.now(), null, null);
        passes.issue(pass, Secrets.hash(secret));
        Answers.json(request, 201, view(pass).and("token", secret));
    }

    private void deleteAll(Context request) {
        String one = new Query(request).text("id");
        if (one != null) {
            delete(request, one);
            return;
        }
        passes.of(Visitor.of(request).name(), Passes.Kind.TOKEN).forEach(pass -> passes.revoke(pass.id()));
        Answers.none(request);
    }

    private void delete(Context request, String id) {
        boolean mine = passes.of(Visitor.of(request).name(), Passes.Kind.TOKEN).stream()
                .anyMatch(pass -> pass.id().equals(id));
        if (!mine || !passes.revoke(id)) {
            throw Refusal.notFound("there is no such token");
        }
        Answers.none(request);
    }

    private Fields view(Passes.Pass pass) {
        return Fields.of("id", pass.id())
                .and("name", pass.label())
                .and("createdAt", time.write(pass.madeAt()))
                .and("lastUsedAt", time.write(pass.lastUsedAt()));
    }
}
