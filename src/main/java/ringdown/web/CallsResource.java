package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Agreement;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallQuery;
import ringdown.ledger.Classing;
import ringdown.ledger.HandingOn;
import ringdown.ledger.Ledger;
import ringdown.ledger.Matter;
import ringdown.ledger.Outcome;
import ringdown.ledger.Page;
import ringdown.ledger.Promise;
import ringdown.number.Extension;
import ringdown.office.Account.Role;
import ringdown.office.CurrentOffice;

/** The call log. */
final class CallsResource {
    private final CurrentOffice office;
    private final Ledger ledger;
    private final Classing classing;
    private final OfficeClock clock;
    private final OfficeTime time;
    private final CallViews views;
    private final Refers refers;
    private final Sight sight;

    CallsResource(
            CurrentOffice office,
            Ledger ledger,
            Classing classing,
            OfficeClock clock,
            OfficeTime time,
            CallViews views,
            Refers refers,
            Sight sight) {
        this.office = office;
        this.ledger = ledger;
        this.classing = classing;
        this.clock = clock;
        this.time = time;
        this.views = views;
        this.refers = refers;
        this.sight = sight;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/calls", this::list);
        routes.get("/api/calls/{id}", request -> Answers.json(request, views.call(mine(request))));
        routes.patch("/api/calls/{id}", this::patch);
        routes.post("/api/calls/{id}/promises", this::promised);
    }

    private void list(Context request) {
        Query query = new Query(request);
        String caller = query.text("caller");
        Instant from = query.moment("from", time);
        Instant to = query.moment("to", time);
        String outcome = outcome(query.text("outcome"));
        String person = person(Visitor.of(request), query.text("person"));
        int limit = query.limit();
        if (query.text("ids") != null) {
            named(request, query.text("ids"), person);
            return;
        }
        Page<CallEntry> page = query.after(after -> ledger.calls(new CallQuery(
                from,
                to,
                query.text("line"),
                caller == null ? null : refers.shown(caller),
                outcome,
                query.text("class"),
                person,
                limit,
                after)));
        Answers.page(request, views.calls(seen(request, page.items())), page.next());
    }

    /** The calls behind a figure, newest first. */
    private void named(Context request, @Nullable String ids, @Nullable String person) {
        List<String> wanted = Arrays.stream(Objects.requireNonNull(ids).split(","))
                .map(String::strip)
                .distinct()
                .limit(Query.MOST)
                .toList();
        List<CallEntry> found = ledger.calls(wanted).stream()
                .filter(call -> person == null || person.equals(call.answeredBy()) || person.equals(call.via()))
                .sorted(Comparator.comparing(CallEntry::startedAt)
                        .thenComparing(CallEntry::id)
                        .reversed())
                .toList();
        Answers.page(request, views.calls(seen(request, found)), null);
    }

    /** Staff are given what they took or made, by the query itself; a page of a head with teams may be short. */
    private List<CallEntry> seen(Context request, List<CallEntry> calls) {
        Visitor visitor = Visitor.of(request);
        return calls.stream().filter(call -> sight.call(visitor, call)).toList();
    }

    private static @Nullable String outcome(@Nullable String word) {
        if (word == null) {
            return null;
        }
        try {
            return Outcome.ofWord(word).word();
        } catch (IllegalArgumentException strange) {
            throw Refusal.bad("outcome", "there is no outcome " + word);
        }
    }

    /** Staff see the calls they had a part in. */
    private static @Nullable String person(Visitor visitor, @Nullable String wanted) {
        if (wanted != null && !wanted.strip().matches("\\+?[0-9]{1,15}")) {
            throw Refusal.bad("person", "an extension is wanted");
        }
        Extension own = visitor.person();
        if (!visitor.is(Role.STAFF)) {
            return wanted == null ? null : wanted.strip();
        }
        if (own == null || (wanted != null && !wanted.strip().equals(own.digits()))) {
            throw Refusal.forbidden("these are not your calls");
        }
        return own.digits();
    }

    private CallEntry mine(Context request) {
        CallEntry call =
                ledger.call(request.pathParam("id")).orElseThrow(() -> Refusal.notFound("there is no such call"));
        Visitor visitor = Visitor.of(request);
        if (!sight.call(visitor, call)) {
            throw Refusal.forbidden("this is not your call");
        }
        return call;
    }

    private void patch(Context request) {
        CallEntry call = mine(request);
        Body body = Body.of(request);
        String callerClass = refers.callerClass("class", body.text("class"));
        Extension handedTo = refers.person("handedTo", body.extension("handedTo"));
        if (body.has("class")) {
            classing.say(call, callerClass, Visitor.of(request).by());
        }
        CallEntry now = ledger.describe(
                        call.id(),
                        null,
                        said(body, "topic", body.text("topic")),
                        said(body, "essence", body.text("essence")),
                        said(body, "handedTo", handedTo == null ? null : handedTo.digits()))
                .orElseThrow(() -> Refusal.notFound("there is no such call"));
        if (handedTo != null && !handedTo.digits().equals(call.handedTo())) {
            Extension by = Visitor.of(request).person();
            now = new HandingOn(office.get(), ledger)
                    .handed(now, handedTo, by, clock.now())
                    .flatMap(promise -> ledger.call(call.id()))
                    .orElse(now);
        }
        if (body.has("handedTo") && handedTo == null) {
            new HandingOn(office.get(), ledger)
                    .takenBack(now, Visitor.of(request).person());
        }
        Answers.json(request, views.call(now));
    }

    /** A promise made in the talk (SITUATIONS 6): to call back, to answer or to visit. */
    private void promised(Context request) {
        CallEntry call = mine(request);
        Body body = Body.of(request);
        Extension owner = refers.person("owner", body.extension("owner"));
        String taker = call.answeredBy();
        if (owner == null && taker != null && taker.matches("[0-9]{1,8}")) {
            owner = new Extension(taker);
        }
        String at = body.text("dueAt");
        if (at != null && !time.read("dueAt", at).isAfter(clock.now())) {
            throw Refusal.bad("dueAt", "this moment has passed");
        }
        Promise made = new Agreement(office.get(), ledger)
                .make(
                        call,
                        owner == null ? Visitor.of(request).person() : owner,
                        kind(body.text("kind")),
                        at == null ? null : time.read("dueAt", at),
                        body.text("text"),
                        clock.now())
                .orElseThrow(() -> Refusal.notFound("there is no such call"));
        Answers.json(request, 201, views.promise(made));
    }

    private static Matter.Kind kind(@Nullable String word) {
        try {
            return word == null ? Matter.Kind.CALL_BACK : Matter.Kind.ofWord(word);
        } catch (IllegalArgumentException strange) {
            throw Refusal.bad("kind", "callBack, answer or visit is wanted");
        }
    }

    /** Left out: as it was; null: cleared. */
    private static @Nullable String said(Body body, String field, @Nullable String value) {
        if (!body.has(field)) {
            return null;
        }
        return value == null ? "" : value;
    }
}
