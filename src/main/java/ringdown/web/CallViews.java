package ringdown.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.ledger.Matter;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.ledger.StageEntry;
import ringdown.office.CurrentOffice;
import ringdown.voicemail.Message;
import ringdown.voicemail.ShelfLife;

/** Calls, promises and messages as the API shows them. */
final class CallViews {
    private final Ledger ledger;
    private final Beside.Source source;
    private final CurrentOffice office;
    private final OfficeClock clock;
    private final OfficeTime time;
    private final ParkedCalls parked;

    CallViews(
            Ledger ledger,
            Beside.Source source,
            CurrentOffice office,
            OfficeClock clock,
            OfficeTime time,
            ParkedCalls parked) {
        this.parked = parked;
        this.office = office;
        this.ledger = ledger;
        this.source = source;
        this.clock = clock;
        this.time = time;
    }

    List<Fields> calls(List<CallEntry> calls) {
        Beside beside = source.calls(calls);
        return calls.stream().map(call -> call(call, beside)).toList();
    }

    Fields call(CallEntry call) {
        return calls(List.of(call)).getFirst();
    }

    private Fields call(CallEntry call, Beside beside) {
        Fields fields = Fields.of("id", call.id())
                .and("startedAt", time.write(call.startedAt()))
                .and("direction", call.direction().name().toLowerCase(Locale.ROOT))
                .and("via", call.via())
                .and("callerNumber", call.hidden() ? null : call.callerNumber())
                .and("callerName", beside.caller(call))
                .and("contact", beside.name(call.contactId(), call.contactName()))
                .and("contactId", call.contactId())
                .and("class", call.callerClass())
                .and("topic", call.topic())
                .and("essence", call.essence())
                .and("handedTo", call.handedTo())
                .and("outcome", call.outcome().word())
                .and("settled", call.settled())
                .and("answeredBy", call.answeredBy());
        lengths(fields, call);
        return fields.and(
                        "stages",
                        call.stages().stream().map(s -> stage(s).map()).toList())
                .and("recording", call.recording() == null ? null : RecordingsResource.address(call.id()))
                .and("rating", call.rating())
                .and("promiseId", call.promiseId())
                .and("messageId", beside.messageId(call.id()))
                .and("calledNumber", call.called())
                .and("endedAt", time.write(call.endedAt()))
                .and("thirdCall", call.thirdCall())
                .and("parkedIn", parkedIn(call))
                .and(
                        "events",
                        call.events().stream()
                                .map(e -> Fields.of("at", time.write(e.at()))
                                        .and("what", e.what())
                                        .map())
                                .toList());
    }

    private @Nullable Integer parkedIn(CallEntry call) {
        OptionalInt place = call.outcome().open() ? parked.placeOf(call.id()) : OptionalInt.empty();
        return place.isPresent() ? place.getAsInt() : null;
    }

    /** While a call goes on, the ledger has no lengths yet: they are what has passed so far. */
    private void lengths(Fields fields, CallEntry call) {
        double wait = call.waitSeconds();
        double talk = call.talkSeconds();
        if (call.outcome().open()) {
            double passed = seconds(Duration.between(call.startedAt(), clock.now()));
            boolean talks = call.outcome() == Outcome.TALKING;
            wait = talks ? Math.min(wait, passed) : passed;
            talk = talks ? passed - wait : 0;
        }
        fields.and("waitSeconds", Answers.seconds(wait))
                .and("talkSeconds", Answers.seconds(talk))
                .and("holdSeconds", Answers.seconds(call.holdSeconds()))
                .and("transfers", call.transfers());
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }

    private static Fields stage(StageEntry stage) {
        return Fields.of("rang", stage.rang())
                .and("seconds", Answers.seconds(stage.seconds()))
                .and("result", stage.result().word())
                .and("target", stage.target())
                .and("notRung", stage.notRung());
    }

    /** The promise with everything that became of it. */
    Fields whole(Promise promise) {
        List<Map<String, @Nullable Object>> history = ledger.history(promise.id()).stream()
                .map(e -> Fields.of("at", time.write(e.at()))
                        .and("what", e.what().word())
                        .and("by", e.by())
                        .and("note", e.note())
                        .map())
                .toList();
        return promise(promise).and("history", history);
    }

    List<Fields> promises(List<Promise> promises) {
        Beside beside = source.promises(promises);
        return promises.stream().map(promise -> promise(promise, beside)).toList();
    }

    /** As whoever calls back needs them. */
    List<Fields> toCall(List<Promise> promises, Instant now) {
        List<Fields> worded = promises(promises);
        for (int n = 0; n < worded.size(); n++) {
            Promise promise = promises.get(n);
            worded.get(n)
                    .and("due", !promise.dueAt().isAfter(now))
                    .and("tel", promise.number() == null ? null : "tel:" + promise.number());
        }
        return worded;
    }

    Fields promise(Promise promise) {
        return promises(List.of(promise)).getFirst();
    }

    private Fields promise(Promise promise, Beside beside) {
        Matter.Handing handing = promise.matter().handing();
        List<String> calls = promise.calls();
        Optional<CallEntry> newest = calls.isEmpty() ? Optional.empty() : beside.call(calls.getLast());
        Optional<String> message = calls.reversed().stream()
                .flatMap(id -> Stream.ofNullable(beside.messageId(id)))
                .findFirst();
        return Fields.of("id", promise.id())
                .and("callId", promise.callId())
                .and("calls", calls)
                .and("number", promise.number())
                .and("contact", beside.name(promise.contactId(), promise.contactName()))
                .and("contactId", promise.contactId())
                .and("owner", promise.owner())
                .and("madeAt", time.write(promise.madeAt()))
                .and("dueAt", time.write(promise.dueAt()))
                .and("overdueAt", time.write(promise.overdueAt()))
                .and("spokenAs", promise.spokenAs())
                .and("state", promise.state().word())
                .and("how", promise.how())
                .and("late", promise.late())
                .and("closedBy", promise.closedBy())
                .and("attempts", promise.attempts())
                .and("reason", promise.reason())
                .and("class", newest.map(CallEntry::callerClass).orElse(null))
                .and("topic", newest.map(CallEntry::topic).orElse(null))
                .and("essence", newest.map(CallEntry::essence).orElse(null))
                .and("messageId", message.orElse(null))
                .and("closedAt", time.write(promise.closedAt()))
                .and("kind", promise.matter().kind().word())
                .and("text", promise.matter().text())
                .and("passing", promise.matter().passing())
                .and("confirm", confirm(promise))
                .and("escalatedTo", promise.matter().escalatedTo())
                .and("handedTo", handing == null ? null : handing.to())
                .and("insideAt", handing == null ? null : time.write(handing.insideAt()))
                .and("slipped", handing != null && handing.slipped())
                .and("solvedAt", handing == null ? null : time.write(handing.solvedAt()));
    }

    private static @Nullable String confirm(Promise promise) {
        Matter.Confirm confirm = promise.matter().confirm();
        return confirm == Matter.Confirm.NOTHING ? null : confirm.word();
    }

    private @Nullable String keptUntil(Message message) {
        return time.write(new ShelfLife(office.get().voicemail()).until(message).orElse(null));
    }

    Fields message(Message message, boolean deleted) {
        return Fields.of("id", message.id())
                .and("callId", message.callId())
                .and("mailbox", message.mailbox())
                .and("callerNumber", message.callerNumber())
                .and("callerName", message.callerName())
                .and("at", time.write(message.at()))
                .and("seconds", Answers.seconds(message.seconds()))
                .and("heard", message.heard())
                .and("keptUntil", keptUntil(message))
                .and("urgent", message.urgent())
                .and("forwardedBy", message.forwardedBy())
                .and("note", message.note())
                .and("deleted", deleted);
    }
}
