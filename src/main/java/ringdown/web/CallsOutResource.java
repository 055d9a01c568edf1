package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import ringdown.ledger.Agreement;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Matter;
import ringdown.ledger.Owners;
import ringdown.ledger.PromiseDraft;
import ringdown.number.Extension;
import ringdown.quality.CallsOut;
import ringdown.quality.OutCall;

/** Lists of calls to make beside those that are owed: winning back and asking (Q10). */
final class CallsOutResource {
    private static final int SILENT_DAYS = 60;
    private static final int ASKED_WITHIN_DAYS = 3;
    private static final int WHOLE_LIST_DAYS = 30;
    private static final int BAD = 2;
    private static final int BEST = 5;

    private final Rooms rooms;
    private final CallsOut lists;
    private final OfficeTime time;
    private final Refers refers;

    CallsOutResource(Rooms rooms, OfficeTime time, Refers refers) {
        this.rooms = rooms;
        this.lists = rooms.quality().callsOut();
        this.time = time;
        this.refers = refers;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/callouts", this::list);
        routes.post("/api/callouts/{id}/call", this::call);
        routes.post("/api/callouts/{id}/result", this::result);
    }

    private void list(Context request) {
        Query query = new Query(request);
        OutCall.List list =
                query.oneOf("list", "winBack", Set.of("winBack", "asking")).equals("asking")
                        ? OutCall.List.ASKING
                        : OutCall.List.WIN_BACK;
        int usual = list == OutCall.List.ASKING ? ASKED_WITHIN_DAYS : SILENT_DAYS;
        Answers.page(request, lists.list(list, days(query, usual)), OutCall::id, query.limit(), this::view);
    }

    private static int days(Query query, int usual) {
        String days = query.text("days");
        if (days == null) {
            return usual;
        }
        if (!days.matches("[1-9][0-9]{0,3}")) {
            throw Refusal.bad("days", "a number of days is wanted");
        }
        return Integer.parseInt(days);
    }

    private OutCall meant(Context request) {
        String id = request.pathParam("id");
        boolean asking = id.startsWith(OutCall.List.ASKING.word());
        return lists.list(asking ? OutCall.List.ASKING : OutCall.List.WIN_BACK, asking ? WHOLE_LIST_DAYS : 1).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("nobody of that list is to be called so"));
    }

    private void call(Context request) {
        OutCall wanted = meant(request);
        Extension from = refers.person("from", Body.of(request).extension("from"));
        Extension caller = from == null ? Visitor.of(request).person() : from;
        if (caller == null) {
            throw Refusal.bad("from", "from is missing");
        }
        switch (rooms.callsOut().call(wanted, caller)) {
            case CallBacks.Answer.Rings rings ->
                Answers.json(request, 202, view(wanted).and("outCallId", rings.callId()));
            case CallBacks.Answer.NoSuchPromise none -> throw Refusal.notFound("there is no such number");
            case CallBacks.Answer.NoSuchPerson none -> throw Refusal.bad("from", "nobody has that extension");
            case CallBacks.Answer.NotNow not -> throw Refusal.conflict(not.why());
        }
    }

    /** What a person says of it; a mark given on the telephone is the mark of the talk it is about. */
    private void result(Context request) {
        OutCall wanted = meant(request);
        Body body = Body.of(request);
        OutCall.Result result = result(body.required("result"));
        Instant later = null;
        if (result == OutCall.Result.LATER) {
            later = time.read("to", body.required("to"));
        }
        if (result == OutCall.Result.RATED) {
            rate(wanted, mark(body));
        }
        Visitor visitor = Visitor.of(request);
        lists.made(new OutCall.Made(
                wanted.id(), null, result, visitor.by(), rooms.clock().now(), later, body.text("note")));
        Answers.json(request, view(wanted).and("result", result.word()));
    }

    private static OutCall.Result result(String word) {
        try {
            return OutCall.Result.ofWord(word);
        } catch (IllegalArgumentException strange) {
            throw Refusal.bad("result", "talked, notReached, later, declined or rated is wanted");
        }
    }

    private static int mark(Body body) {
        Optional<Integer> mark = body.whole("rating");
        if (mark.isEmpty() || mark.get() < 1 || mark.get() > BEST) {
            throw Refusal.bad("rating", "1 to 5 is wanted");
        }
        return mark.get();
    }

    /** A bad mark is owed a call by the head, however it was given (SITUATIONS 19). */
    private void rate(OutCall wanted, int mark) {
        if (wanted.why() != OutCall.Why.UNRATED) {
            throw Refusal.bad("result", "there is no talk without a mark");
        }
        PromiseDraft owed = mark > BAD
                ? null
                : rooms.ledger().call(wanted.callId()).map(this::owedByTheHead).orElse(null);
        rooms.ledger().rated(wanted.callId(), mark, owed);
    }

    private PromiseDraft owedByTheHead(CallEntry talk) {
        Instant now = rooms.clock().now();
        var office = rooms.office().get();
        Extension head = new Owners(office)
                .head(talk.answeredBy(), now.atZone(time.zone()).toLocalDate())
                .orElse(null);
        return new Agreement(office, rooms.ledger()).draft(talk, head, Matter.Kind.CALL_BACK, null, null, now);
    }

    private Fields view(OutCall call) {
        return Fields.of("id", call.id())
                .and("list", call.list().word())
                .and("number", call.number())
                .and("contactId", call.contactId())
                .and("name", call.name())
                .and("class", call.callerClass())
                .and("manager", call.manager())
                .and("why", call.why().word())
                .and("callId", call.callId())
                .and("at", time.write(call.at()))
                .and("attempts", call.attempts())
                .and("notBefore", time.write(call.notBefore()));
    }
}
