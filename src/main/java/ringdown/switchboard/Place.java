package ringdown.switchboard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * A place among those who wait. It belongs to a call, later perhaps to the promise of a caller who chose to be called back; never to a
 * leg.
 *
 * @param target what the queue is for ("team care")
 * @param callId the call that took it
 * @param promiseId the promise that keeps it when the call is over; null: it ends with the call
 * @param since when it was taken
 * @param rank the caller's class, 0 the highest
 * @param first goes before every class: whoever calls for the third time (SITUATIONS rule 14)
 * @param overtaken how often somebody who came later was served before
 * @param people who may serve it, free or not
 */
public record Place(
        String id,
        String target,
        String callId,
        @Nullable String promiseId,
        Instant since,
        int rank,
        boolean first,
        int overtaken,
        List<Extension> people) {
    /** Who came first; ids of one millisecond are given in order. */
    static final Comparator<Place> ARRIVAL = Comparator.comparing(Place::since).thenComparing(Place::id);

    public Place {
        people = List.copyOf(people);
    }

    Place keptBy(String promise) {
        return new Place(id, target, callId, promise, since, rank, first, overtaken, people);
    }

    Place calledAgain(String call, int newRank, boolean nowFirst) {
        return new Place(
                id, target, call, promiseId, since, Math.min(rank, newRank), first || nowFirst, overtaken, people);
    }

    Place overtakenOnceMore() {
        return new Place(id, target, callId, promiseId, since, rank, first, overtaken + 1, people);
    }

    Place servedBy(List<Extension> those) {
        return new Place(id, target, callId, promiseId, since, rank, first, overtaken, those);
    }

    boolean cameBefore(Place other) {
        return ARRIVAL.compare(this, other) < 0;
    }
}
