package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.ledger.Page;
import ringdown.ledger.Promise;
import ringdown.number.Extension;
import ringdown.office.CallerClass;
import ringdown.office.CurrentOffice;
import ringdown.schedule.PromiseTimes;

/** Whom to call back. */
final class PromisesResource {
    private static final Set<String> STATES = Set.of("open", "broken", "owed", "kept", "closed", "all");
    private static final Set<String> KEPT = Set.of("sms", "email", "messenger", "visit", "ownMobile");
    private static final Set<String> CLOSED =
            Set.of("wrongNumber", "callerDeclined", "spam", "noNumber", "unreachable");

    private final Ledger ledger;
    private final CurrentOffice office;
    private final OfficeClock clock;
    private final OfficeTime time;
    private final CallBacks callBacks;
    private final CallViews views;
    private final Refers refers;

    PromisesResource(Rooms rooms, OfficeTime time, CallViews views, Refers refers) {
        this.ledger = rooms.ledger();
        this.office = rooms.office();
        this.clock = rooms.clock();
        this.callBacks = rooms.callBacks();
        this.time = time;
        this.views = views;
        this.refers = refers;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/promises", this::list);
        routes.get("/api/promises/{id}", request -> Answers.json(request, views.promise(meant(request))));
        routes.post("/api/promises/{id}/call", this::call);
        routes.post("/api/promises/{id}/close", this::close);
        routes.post("/api/promises/{id}/postpone", this::postpone);
    }

    private void list(Context request) {
        Query query = new Query(request);
        String state = query.oneOf("state", "all", STATES);
        int limit = query.limit();
        Page<Promise> page = query.after(after -> ledger.promises(state, limit, after));
        Answers.page(request, page.items(), page.next(), views::promise);
    }

    private Promise meant(Context request) {
        return ledger.promiseById(request.pathParam("id"))
                .orElseThrow(() -> Refusal.notFound("there is no such promise"));
    }

    private Promise owed(Context request) {
        Promise promise = meant(request);
        if (!promise.state().owed()) {
            throw Refusal.conflict("it is " + promise.state().word() + " already");
        }
        return promise;
    }

    private void call(Context request) {
        Promise promise = meant(request);
        Extension from = refers.person("from", Body.of(request).extension("from"));
        if (from == null) {
            String owner = promise.owner();
            if (owner == null) {
                throw Refusal.bad("from", "from is missing");
            }
            from = new Extension(owner);
        }
        switch (callBacks.callBack(owed(request).id(), from)) {
            case CallBacks.Answer.Rings rings -> Answers.json(request, 202, views.promise(meant(request)));
            case CallBacks.Answer.NoSuchPromise none -> throw Refusal.notFound("there is no such promise");
            case CallBacks.Answer.NoSuchPerson none -> throw Refusal.bad("from", "nobody has that extension");
            case CallBacks.Answer.NotNow not -> throw Refusal.conflict(not.why());
        }
    }

    private void close(Context request) {
        Promise promise = meant(request);
        Body body = Body.of(request);
        String how = body.required("how");
        if (!KEPT.contains(how) && !CLOSED.contains(how)) {
            throw Refusal.bad("how", "there is no \"" + how + "\"");
        }
        String note = body.text("note");
        owed(request);
        Visitor visitor = Visitor.of(request);
        Extension person = visitor.person();
        String by = person == null ? visitor.name() : person.digits();
        answer(request, ledger.settle(promise.id(), KEPT.contains(how), how, by, clock.now(), note));
    }

    private void postpone(Context request) {
        Promise promise = meant(request);
        Body body = Body.of(request);
        Instant to = time.read("to", body.required("to"));
        String askedBy = body.required("askedBy");
        if (!askedBy.equals("client") && !askedBy.equals("office")) {
            throw Refusal.bad("askedBy", "client or office is wanted");
        }
        if (!to.isAfter(clock.now())) {
            throw Refusal.bad("to", "this moment has passed");
        }
        owed(request);
        Instant overdueAt = askedBy.equals("client") ? overdue(promise, to) : null;
        answer(
                request,
                ledger.postpone(promise.id(), to, overdueAt, Visitor.of(request).name()));
    }

    /** As if it had been promised for then. */
    private Instant overdue(Promise promise, Instant to) {
        Duration within = ledger.call(promise.calls().getLast())
                .map(CallEntry::callerClass)
                .flatMap(office.get()::callerClass)
                .map(CallerClass::callBackWithin)
                .orElse(CallerClass.CALL_BACK_WITHIN);
        return PromiseTimes.of(office.get().officeHours(), to, within).overdueAt();
    }

    private void answer(Context request, Optional<Promise> now) {
        Answers.json(request, views.promise(now.orElseThrow(() -> Refusal.notFound("there is no such promise"))));
    }
}
