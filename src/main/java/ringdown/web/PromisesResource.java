package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Agreement;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallHours;
import ringdown.ledger.CallingOrder;
import ringdown.ledger.Ledger;
import ringdown.ledger.Matter;
import ringdown.ledger.Page;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseChange;
import ringdown.ledger.PromiseEvent;
import ringdown.ledger.PromiseQuery;
import ringdown.number.Extension;
import ringdown.office.Account;
import ringdown.office.CallerClass;
import ringdown.office.CurrentOffice;
import ringdown.schedule.PromiseTimes;

/** Whom to call back. */
final class PromisesResource {
    private static final Set<String> STATES = Set.of("open", "broken", "owed", "kept", "closed", "all");
    private static final Set<String> KEPT = Set.of("sms", "email", "messenger", "visit", "ownMobile");
    private static final Set<String> CLOSED =
            Set.of("wrongNumber", "callerDeclined", "spam", "noNumber", "unreachable");

    private static final Set<String> CHOICES = Set.of("answer", "keep", "drop");

    private static final int ATTEMPTS = 3;
    private static final int DAYS = 2;

    private final Ledger ledger;
    private final CurrentOffice office;
    private final OfficeClock clock;
    private final OfficeTime time;
    private final CallBacks callBacks;
    private final CallViews views;
    private final Refers refers;
    private final Sight sight;

    PromisesResource(Rooms rooms, OfficeTime time, CallViews views, Refers refers, Sight sight) {
        this.ledger = rooms.ledger();
        this.office = rooms.office();
        this.clock = rooms.clock();
        this.callBacks = rooms.callBacks();
        this.time = time;
        this.views = views;
        this.refers = refers;
        this.sight = sight;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/promises", this::list);
        routes.get("/api/promises/{id}", this::one);
        routes.get("/api/tocall", this::toCall);
        routes.post("/api/promises/{id}/confirm", this::confirm);
        routes.post("/api/promises/{id}/solved", this::solved);
        routes.post("/api/promises/{id}/heard", this::heard);
        routes.post("/api/promises/{id}/call", this::call);
        routes.post("/api/promises/{id}/close", this::close);
        routes.post("/api/promises/{id}/postpone", this::postpone);
    }

    private void list(Context request) {
        Query query = new Query(request);
        String state = query.oneOf("state", "all", STATES);
        int limit = query.limit();
        String contact = query.text("contact");
        Set<Extension> strangers = sight.strangers(Visitor.of(request));
        Page<Promise> page =
                query.after(after -> ledger.promises(new PromiseQuery(state, contact, strangers, limit, after)));
        Answers.page(request, views.promises(page.items()), page.next());
    }

    private void one(Context request) {
        Promise promise = meant(request);
        Answers.json(request, views.whole(promise));
    }

    /** Whom to call now or next, in the order in which it is done (SITUATIONS 4). */
    private void toCall(Context request) {
        Query query = new Query(request);
        String owner = query.text("owner");
        Instant now = clock.now();
        Set<Extension> strangers = sight.strangers(Visitor.of(request));
        List<Promise> all = new CallingOrder(office.get())
                .of(ledger.owed(), now).stream()
                        .filter(p -> !PromiseQuery.isOnlyOf(strangers, p))
                        .filter(p -> owner == null
                                || owner.equals(p.owner())
                                || owner.equals(p.matter().escalatedTo()))
                        .toList();
        Answers.pageOf(request, all, Promise::id, query.limit(), promises -> views.toCall(promises, now));
    }

    /** The head's word: an unknown foreign or premium number may be dialled, or a client is given up. */
    private void confirm(Context request) {
        Visitor visitor = Visitor.of(request);
        visitor.mustBe(Account.Role.HEAD, Account.Role.DIRECTOR, Account.Role.INSTALLER);
        Promise promise = owed(request);
        switch (promise.matter().confirm()) {
            case NOTHING -> throw Refusal.conflict("nothing waits to be confirmed");
            case DIALLING -> answer(request, ledger.change(promise.id(), new PromiseChange.Confirmed(), by(visitor)));
            case UNREACHABLE -> {
                ledger.change(promise.id(), new PromiseChange.Confirmed(), by(visitor));
                answer(
                        request,
                        ledger.settle(promise.id(), false, "unreachable", by(visitor), clock.now(), promise.reason()));
            }
        }
    }

    /** Whoever it was handed to has solved it; the owner still tells the client. */
    private void solved(Context request) {
        Promise promise = owed(request);
        if (promise.matter().handing() == null) {
            throw Refusal.conflict("it was handed to nobody");
        }
        String note = Body.of(request).text("note");
        answer(request, ledger.change(promise.id(), new PromiseChange.Solved(note), by(Visitor.of(request))));
    }

    /** Of a message that was to be heard: answer it, keep it, or drop it. */
    private void heard(Context request) {
        Promise promise = owed(request);
        Visitor visitor = Visitor.of(request);
        Instant now = clock.now();
        String choice = Body.of(request).required("choice");
        if (CHOICES.contains(choice) && promise.matter().kind() != Matter.Kind.LISTEN) {
            // Whoever is owed a call is not served by a message that somebody has heard (SITUATIONS 3, 5).
            throw Refusal.conflict("it is not a message to be heard");
        }
        switch (choice) {
            case "answer" -> {
                PromiseTimes times = new Agreement(office.get(), ledger).times(promise, now);
                PromiseChange change =
                        new PromiseChange.KindChanged(Matter.Kind.ANSWER, times.dueAt(), times.overdueAt());
                answer(request, ledger.change(promise.id(), change, by(visitor)));
            }
            case "keep" -> answer(request, ledger.settle(promise.id(), true, "heard", by(visitor), now, null));
            case "drop" -> answer(request, ledger.settle(promise.id(), false, "dropped", by(visitor), now, null));
            default -> throw Refusal.bad("choice", "answer, keep or drop is wanted");
        }
    }

    private static String by(Visitor visitor) {
        Extension person = visitor.person();
        return person == null ? visitor.name() : person.digits();
    }

    private Promise meant(Context request) {
        Promise promise = ledger.promiseById(request.pathParam("id"))
                .orElseThrow(() -> Refusal.notFound("there is no such promise"));
        if (!sight.promise(Visitor.of(request), promise)) {
            throw Refusal.forbidden("neither you nor your team owes this");
        }
        return promise;
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
        if (how.equals("unreachable") && visitor.is(Account.Role.STAFF) && asksTheHead(promise, visitor)) {
            Answers.json(request, 202, views.promise(meant(request)));
            return;
        }
        Optional<Promise> now = ledger.settle(promise.id(), KEPT.contains(how), how, by(visitor), clock.now(), note);
        // Of several who close it in the same moment one has. What the disk has not taken yet is still read as owed.
        if (now.filter(settled -> !settled.state().owed() && !how.equals(settled.how()))
                .isPresent()) {
            throw Refusal.conflict("it is " + now.get().state().word() + " already");
        }
        answer(request, now);
    }

    /** Staff give nobody up who was not tried three times on two days; whether a client is, the head says (SITUATIONS 3). */
    private boolean asksTheHead(Promise promise, Visitor visitor) {
        List<PromiseEvent> tries = ledger.history(promise.id()).stream()
                .filter(event -> event.what() == PromiseEvent.What.ATTEMPT)
                .toList();
        long days = tries.stream()
                .map(event -> event.at().atZone(time.zone()).toLocalDate())
                .distinct()
                .count();
        if (tries.size() < ATTEMPTS || days < DAYS) {
            throw Refusal.conflict(
                    "three attempts on two days are wanted; there were %d on %d".formatted(tries.size(), days));
        }
        if (promise.contactId() == null) {
            return false;
        }
        ledger.change(promise.id(), new PromiseChange.ConfirmAsked(Matter.Confirm.UNREACHABLE), by(visitor));
        return true;
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
        answer(request, ledger.postpone(promise.id(), to, overdueAt, by(Visitor.of(request))));
    }

    /** As if it had been promised for then. */
    private Instant overdue(Promise promise, Instant to) {
        Duration within = ledger.call(promise.calls().getLast())
                .map(CallEntry::callerClass)
                .flatMap(office.get()::callerClass)
                .map(CallerClass::callBackWithin)
                .orElse(CallerClass.CALL_BACK_WITHIN);
        return PromiseTimes.of(CallHours.of(office.get(), promise, ledger), to, within)
                .overdueAt();
    }

    private void answer(Context request, Optional<Promise> now) {
        Answers.json(request, views.promise(now.orElseThrow(() -> Refusal.notFound("there is no such promise"))));
    }
}
