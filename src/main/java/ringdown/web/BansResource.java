package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import ringdown.office.Account.Role;

/** Addresses that have guessed passwords of telephones: shown, and let in again. */
final class BansResource {
    private final BanBook bans;
    private final OfficeTime time;

    BansResource(BanBook bans, OfficeTime time) {
        this.bans = bans;
        this.time = time;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/bans", this::list);
        routes.delete("/api/bans/{address}", request -> lift(request, request.pathParam("address")));
    }

    private void list(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER, Role.DIRECTOR);
        int limit = new Query(request).limit();
        Answers.page(request, bans.standing(), BanBook.Banned::address, limit, this::view);
    }

    private void lift(Context request, String address) {
        Visitor.of(request).mustBe(Role.INSTALLER, Role.DIRECTOR);
        if (!bans.lift(address)) {
            throw Refusal.notFound("this address is not banned");
        }
        Answers.none(request);
    }

    private Fields view(BanBook.Banned ban) {
        return Fields.of("address", ban.address())
                .and("since", time.write(ban.since()))
                .and("until", time.write(ban.until()))
                .and("reason", ban.reason());
    }
}
