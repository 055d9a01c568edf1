package ringdown.switchboard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Dialled;
import ringdown.number.FeatureCode;
import ringdown.office.Office;

/**
 * The nine places in which parties wait whom somebody of the office has parked, until any telephone takes them. They last as long as the calls
 * in them: after a restart all are empty. Safe from any thread.
 */
public final class Parking {
    private static final int PLACES = 9;

    private final Notices notices;
    private final Map<Integer, Stay> places = new TreeMap<>();

    /**
     * A place that is not free.
     *
     * @param offered told on this telephone, and kept for whoever it puts through; null once somebody waits there
     */
    private record Stay(@Nullable Leg offered, @Nullable Inbox inbox, String by, Instant since) {}

    /**
     * Who waits where.
     *
     * @param place 1 to 9
     * @param by who has parked them
     */
    public record Parked(int place, String callId, String by, Instant since) {}

    /** All places are free. */
    public Parking(Notices notices) {
        this.notices = notices;
    }

    /** True if that is the target of a transfer that parks. */
    static boolean means(Office office, String target) {
        return office.dialPlan().dialled(target) instanceof Dialled.Feature feature
                && feature.code() == FeatureCode.PARK;
    }

    /** Keeps a place for whoever is put through from that telephone; empty if all are taken. */
    synchronized Optional<Integer> offer(Leg asking, String by, Instant now) {
        Optional<Integer> free = free();
        free.ifPresent(place -> places.put(place, new Stay(asking, null, by, now)));
        return free;
    }

    /** True if a place is kept for whoever is put through from that telephone. */
    synchronized boolean offered(@Nullable Leg asking) {
        return place(asking).isPresent();
    }

    /** The telephone has been laid down: the place is free again, unless somebody waits there by now. */
    synchronized void withdraw(Leg asking) {
        place(asking).ifPresent(places::remove);
    }

    /** Whoever stays in that call waits in a place, the one that was told on that telephone if there is one; empty if all are taken. */
    Optional<Integer> take(CallRun stays, String by, @Nullable Leg told) {
        Optional<Integer> place;
        synchronized (this) {
            place = place(told).or(this::free);
            place.ifPresent(at -> places.put(at, new Stay(null, stays.inbox, by, stays.now())));
        }
        place.ifPresent(at -> notices.post(new Notice.CallChanged(stays.id())));
        return place;
    }

    /** Whoever waited in that call does so no more. Twice is fine. */
    void leave(CallRun stays) {
        boolean left;
        synchronized (this) {
            left = places.values().removeIf(stay -> stay.inbox() == stays.inbox);
        }
        if (left) {
            notices.post(new Notice.CallChanged(stays.id()));
        }
    }

    /** The call of whoever waits there. */
    synchronized Optional<Inbox> at(int place) {
        return Optional.ofNullable(places.get(place)).map(Stay::inbox);
    }

    /** Everybody who waits, by place. */
    public synchronized List<Parked> all() {
        return places.entrySet().stream()
                .<Parked>mapMulti((entry, all) -> {
                    Inbox inbox = entry.getValue().inbox();
                    if (inbox != null) {
                        all.accept(new Parked(
                                entry.getKey(),
                                inbox.callId(),
                                entry.getValue().by(),
                                entry.getValue().since()));
                    }
                })
                .sorted(Comparator.comparingInt(Parked::place))
                .toList();
    }

    private Optional<Integer> free() {
        return IntStream.rangeClosed(1, PLACES)
                .boxed()
                .filter(place -> !places.containsKey(place))
                .findFirst();
    }

    private Optional<Integer> place(@Nullable Leg asking) {
        return places.entrySet().stream()
                .filter(entry -> asking != null && entry.getValue().offered() == asking)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
