package ringdown.switchboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.Inbox;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Ids;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;

/**
 * Who waits for whom, over all queues of the office: one person is served to one caller at a time, in the order of {@link TurnOrder}.
 * Whoever waits is told when somebody may have become free. Safe from any thread; its lock is never held while the disk is waited for.
 */
public final class Queue implements AutoCloseable {
    /** Somebody may have become free, or the order has changed. */
    record LookAgain() implements CallEvent.Request {}

    /** Where whoever waits for this place can be told, and whom it rings. */
    private record Told(Inbox inbox, boolean rings, Set<Extension> whom) {
        Told(Inbox inbox) {
            this(inbox, false, Set.of());
        }
    }

    private final PlacesOnDisk disk;
    private final OfficeClock clock;
    private final Ids ids;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();
    /** Places that cannot ring anybody now, though they come first. */
    private final Set<String> aside = new HashSet<>();

    private final Notices.Listening listening;
    private volatile Consumer<Place> kept = place -> {};

    /** Places that a promise kept over the restart stand again; those of calls ended with their calls. */
    public Queue(PlacesOnDisk disk, OfficeClock clock, Ids ids, Notices notices) {
        this.disk = disk;
        this.clock = clock;
        this.ids = ids;
        for (Place place : disk.load()) {
            if (place.promiseId() == null) {
                disk.remove(place.id());
            } else {
                places.put(place.id(), place);
            }
        }
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.PersonChanged || notice instanceof Notice.PromiseChanged) {
                lookAgain();
            }
        });
    }

    /** From now on places that a promise keeps are handed to whoever stands for the caller; those that stand already at once. */
    void handKept(Consumer<Place> to) {
        List<Place> standing;
        synchronized (this) {
            kept = to;
            standing = places.values().stream()
                    .filter(p -> p.promiseId() != null && !told.containsKey(p.id()))
                    .toList();
        }
        standing.forEach(to);
    }

    /**
     * Takes a place for a call, on disk when it returns; the place that a promise keeps for the same caller is taken over.
     *
     * @param owed the promise that stands for the caller, null: none
     */
    Place take(String target, String callId, int rank, boolean first, @Nullable String owed, Inbox inbox) {
        Place mine;
        synchronized (this) {
            mine = places.values().stream()
                    .filter(p -> owed != null
                            && owed.equals(p.promiseId())
                            && p.target().equals(target))
                    .findFirst()
                    .map(p -> p.calledAgain(callId, rank, first))
                    .orElseGet(
                            () -> new Place(ids.next(), target, callId, null, clock.now(), rank, first, 0, List.of()));
            aside.remove(mine.id());
            places.put(mine.id(), mine);
            told.put(mine.id(), new Told(inbox));
        }
        disk.save(mine);
        lookAgain();
        return mine;
    }

    /** Whoever waits for a kept place listens here from now on. */
    synchronized void listen(String id, Inbox inbox) {
        told.put(id, new Told(inbox));
    }

    /** True if the place stands and that inbox is the one that waits for it. */
    synchronized boolean waits(String id, Inbox inbox) {
        Told mine = told.get(id);
        return places.containsKey(id) && mine != null && mine.inbox() == inbox;
    }

    /**
     * Whom the place may ring now.
     *
     * @param free who could be rung
     * @param people everybody who may serve it, free or not
     */
    synchronized List<Extension> turn(String id, List<Extension> free, List<Extension> people) {
        Place mine = places.get(id);
        if (mine == null) {
            return List.of();
        }
        if (!mine.people().equals(people)) {
            places.put(id, mine.servedBy(people));
        }
        List<Place> order = TurnOrder.of(places.values()).stream()
                .filter(place -> !rings(place.id()) && (place.id().equals(id) || !aside.contains(place.id())))
                .toList();
        // from the turn to the ringing it takes a moment, in which they still seem to be free
        List<Extension> left =
                free.stream().filter(who -> !rungByOthers(id, who)).toList();
        return TurnOrder.deal(order, left).getOrDefault(id, List.of());
    }

    /** The place can ring nobody for now (no line is free for it, its number is to be confirmed): it holds nobody up, and keeps its place. */
    void stands(String id, boolean apart) {
        boolean changed;
        synchronized (this) {
            changed = apart ? aside.add(id) : aside.remove(id);
        }
        if (changed) {
            lookAgain();
        }
    }

    private boolean rings(String id) {
        Told one = told.get(id);
        return one != null && one.rings();
    }

    private boolean rungByOthers(String id, Extension who) {
        return told.entrySet().stream()
                .anyMatch(
                        one -> !one.getKey().equals(id) && one.getValue().whom().contains(who));
    }

    /** The place rings; of the office's people these: it wants nobody else meanwhile, and no other place rings them. */
    void rings(String id, Collection<Extension> whom) {
        changes(id, true, whom);
    }

    /** The place rings nobody any more. */
    void silent(String id) {
        changes(id, false, Set.of());
    }

    private void changes(String id, boolean rings, Collection<Extension> whom) {
        synchronized (this) {
            told.computeIfPresent(id, (any, one) -> new Told(one.inbox(), rings, Set.copyOf(whom)));
        }
        lookAgain();
    }

    /** The place among those who wait for the same people, 1 for next. */
    synchronized int number(String id) {
        Place mine = places.get(id);
        if (mine == null) {
            return 1;
        }
        Set<Extension> ours = new HashSet<>(mine.people());
        List<Place> same = TurnOrder.of(places.values()).stream()
                .filter(place ->
                        place.id().equals(id) || place.people().stream().anyMatch(ours::contains))
                .toList();
        return same.indexOf(mine) + 1;
    }

    /** That person has taken it: whoever came before and waited for them too has been overtaken. */
    void served(String id, Extension by) {
        List<Place> overtaken = new ArrayList<>();
        synchronized (this) {
            Place mine = places.remove(id);
            told.remove(id);
            aside.remove(id);
            if (mine == null) {
                return;
            }
            for (Place other : List.copyOf(places.values())) {
                if (other.cameBefore(mine) && other.people().contains(by) && !rings(other.id())) {
                    overtaken.add(other.overtakenOnceMore());
                }
            }
            overtaken.forEach(place -> places.put(place.id(), place));
        }
        disk.remove(id);
        overtaken.forEach(disk::saveSoon);
        lookAgain();
    }

    /** The call is over without having been served: its place goes, unless a promise keeps it. */
    void leave(String id) {
        Optional<Place> stays;
        synchronized (this) {
            told.remove(id);
            stays = Optional.ofNullable(places.get(id)).filter(place -> place.promiseId() != null);
            if (stays.isEmpty()) {
                places.remove(id);
            }
        }
        if (stays.isEmpty()) {
            disk.remove(id);
        } else {
            kept.accept(stays.get());
        }
        lookAgain();
    }

    /** The caller is called back when the turn comes; durable when it returns. */
    void keep(String id, String promiseId) {
        Place mine;
        synchronized (this) {
            Place now = places.get(id);
            if (now == null) {
                return;
            }
            mine = now.keptBy(promiseId);
            places.put(id, mine);
            told.remove(id);
        }
        disk.save(mine);
        kept.accept(mine);
    }

    /** Nobody waits for it any more, promised or not. */
    void giveUp(String id) {
        synchronized (this) {
            places.remove(id);
            told.remove(id);
            aside.remove(id);
        }
        disk.remove(id);
        lookAgain();
    }

    private void lookAgain() {
        Collection<Told> all;
        synchronized (this) {
            all = List.copyOf(told.values());
        }
        all.forEach(one -> one.inbox().post(new CallEvent.Asked(new LookAgain())));
    }

    @Override
    public void close() {
        listening.close();
    }
}
