package ringdown.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that goes on, as it grows. Not safe for two threads. */
final class OpenCall {
    private final CallEntry start;
    private Identity identity;
    private final List<StageEntry> stages;
    private final List<CallEntry.Event> events;
    private Outcome outcome;
    private @Nullable String answeredBy;
    private @Nullable Ending ending;
    private @Nullable Boolean settled;
    /** Seconds until the first person took it, -1 before. */
    private double waited = -1;

    private Description description;

    @Nullable
    String recording;

    @Nullable
    String promiseId;

    @Nullable
    Integer rating;

    private record Description(
            @Nullable String callerClass,
            @Nullable String topic,
            @Nullable String essence,
            @Nullable String handedTo) {}

    OpenCall(CallEntry entry) {
        start = entry;
        identity = new Identity(
                entry.callerNumber(),
                entry.callerName(),
                entry.hidden(),
                entry.contactId(),
                entry.contactName(),
                entry.callerClass());
        stages = new ArrayList<>(entry.stages());
        events = new ArrayList<>(entry.events());
        outcome = entry.outcome();
        answeredBy = entry.answeredBy();
        description = new Description(null, entry.topic(), entry.essence(), entry.handedTo());
        recording = entry.recording();
        promiseId = entry.promiseId();
        rating = entry.rating();
    }

    static OpenCall of(CallOpened o) {
        return new OpenCall(new CallEntry(
                o.id(),
                o.at(),
                null,
                o.direction(),
                o.via(),
                o.called(),
                o.callerNumber(),
                o.callerName(),
                o.hidden(),
                null,
                null,
                null,
                null,
                null,
                null,
                Outcome.RINGING,
                null,
                null,
                0,
                0,
                0,
                0,
                List.of(),
                null,
                null,
                null,
                List.of()));
    }

    String id() {
        return start.id();
    }

    Direction direction() {
        return start.direction();
    }

    String via() {
        return start.via();
    }

    @Nullable
    String contactId() {
        return identity.contactId();
    }

    /** The number of whoever is outside. */
    @Nullable
    String number() {
        return direction() == Direction.OUT && identity.number() == null ? start.called() : identity.number();
    }

    @Nullable
    String called() {
        return start.called();
    }

    @Nullable
    String contactName() {
        return identity.contactName();
    }

    boolean over() {
        return ending != null;
    }

    void known(Identity who) {
        identity = who;
    }

    void belongsTo(String contactId, String contactName) {
        identity = new Identity(
                identity.number(), identity.name(), identity.hidden(), contactId, contactName, identity.callerClass());
    }

    /** The name stays: so they were called when the call came. */
    void belongsToNobody() {
        identity = new Identity(
                identity.number(),
                identity.name(),
                identity.hidden(),
                null,
                identity.contactName(),
                identity.callerClass());
    }

    int add(CallEntry.Event event) {
        events.add(event);
        return events.size() - 1;
    }

    /** The number of the stage that comes next. */
    int stagesSoFar() {
        return stages.size();
    }

    int add(StageEntry stage) {
        stages.add(stage);
        return stages.size() - 1;
    }

    void moved(Outcome to, @Nullable String who, @Nullable Instant since) {
        outcome = to;
        if (since != null && waited < 0) {
            waited = Math.max(0, Duration.between(start.startedAt(), since).toMillis()) / 1000.0;
        }
        answeredBy = who == null ? answeredBy : who;
    }

    void described(Posting.Described d) {
        description = new Description(
                said(d.callerClass(), description.callerClass()),
                said(d.topic(), description.topic()),
                said(d.essence(), description.essence()),
                said(d.handedTo(), description.handedTo()));
    }

    private static @Nullable String said(@Nullable String now, @Nullable String before) {
        return now == null ? before : now;
    }

    private static @Nullable String shown(@Nullable String said) {
        return said == null || said.isEmpty() ? null : said;
    }

    void closed(Outcome as, @Nullable Boolean isSettled, Ending how) {
        outcome = as;
        settled = isSettled;
        ending = how;
    }

    CallEntry entry() {
        Ending end = ending;
        String callerClass = description.callerClass() == null ? identity.callerClass() : description.callerClass();
        return new CallEntry(
                start.id(),
                start.startedAt(),
                end == null ? null : end.at(),
                start.direction(),
                start.via(),
                start.called(),
                identity.number(),
                identity.name(),
                identity.hidden(),
                identity.contactId(),
                identity.contactName(),
                shown(callerClass),
                shown(description.topic()),
                shown(description.essence()),
                shown(description.handedTo()),
                outcome,
                settled,
                end == null || end.answeredBy() == null ? answeredBy : end.answeredBy(),
                end == null ? Math.max(0, waited) : end.waitSeconds(),
                end == null ? 0 : end.talkSeconds(),
                end == null ? 0 : end.holdSeconds(),
                end == null ? 0 : end.transfers(),
                List.copyOf(stages),
                recording,
                rating,
                promiseId,
                List.copyOf(events));
    }
}
