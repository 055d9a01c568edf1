package ringdown.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A call as it stands in the ledger, with everything GET /api/calls shows. Lengths are seconds. */
public record CallEntry(
        String id,
        Instant startedAt,
        @Nullable Instant endedAt,
        Direction direction,
        String via,
        @Nullable String called,
        @Nullable String callerNumber,
        @Nullable String callerName,
        boolean hidden,
        @Nullable String contactId,
        @Nullable String contactName,
        @Nullable String callerClass,
        @Nullable String topic,
        @Nullable String essence,
        @Nullable String handedTo,
        Outcome outcome,
        @Nullable Boolean settled,
        @Nullable String answeredBy,
        double waitSeconds,
        double talkSeconds,
        double holdSeconds,
        int transfers,
        List<StageEntry> stages,
        @Nullable String recording,
        @Nullable Integer rating,
        @Nullable String promiseId,
        List<Event> events) {
    /** Who answered where somebody lifted a telephone that hangs on the line beside the box. */
    public static final String PARALLEL = "parallel telephone";

    /** The event of a caller who waits behind nobody (SITUATIONS 14). */
    public static final String THIRD_CALL = "calls for the third time: the head at once, first in every queue";

    /** How the event of somebody who puts the other side through goes on after who it is. */
    public static final String PUTS = " puts ";

    /** How the event of somebody who joins the other side with another caller goes on. */
    public static final String JOINS = " joins the caller ";

    /** How the event of somebody who parks the other side goes on. */
    public static final String PARKS = " parks ";

    /** The event that names who talked longest, where that is not who talked last (SITUATIONS 10). */
    public static final String LONGEST = "talked longest: ";

    /** Something that happened in the call, in plain words. */
    public record Event(Instant at, String what) {}

    /** When that person put the other side through to somebody else, or parked it, the last time; null: they did not. */
    public @Nullable Instant passedOnBy(String person) {
        return events.stream()
                .filter(event -> Stream.of(PUTS, JOINS, PARKS)
                        .anyMatch(goesOn -> event.what().startsWith(person + goesOn)))
                .map(Event::at)
                .reduce((before, last) -> last)
                .orElse(null);
    }

    /** The caller had called twice before within two working hours and was not called back: red on the board. */
    public boolean thirdCall() {
        return events.stream().anyMatch(event -> event.what().equals(THIRD_CALL));
    }
}
