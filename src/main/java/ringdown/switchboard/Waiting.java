package ringdown.switchboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.ledger.StageEntry;
import ringdown.number.Extension;
import ringdown.office.Stage;
import ringdown.routing.Enquiry;
import ringdown.routing.Resolved;

/**
 * One call's time in a queue: the place, music, honest announcements, the key that asks for a call back, and the turn when somebody is
 * free. Runs on the call's thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Waiting {
    /** Somebody who is free is rung for so long, then others have their turn. */
    private static final Duration RING_TIME = Duration.ofSeconds(20);
    /** Whoever has not answered this caller is left in peace by them for so long. */
    private static final Duration PEACE = Duration.ofSeconds(8);
    /** Whoever seemed free and could not be rung is not tried again without end. */
    private static final Duration MOMENT = Duration.ofMillis(250);
    /** Changes are told; this is for those that nobody tells. */
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** A queue that nobody serves any more is left. */
    private static final Duration UNSERVED = Duration.ofSeconds(15);

    private final CallRun run;
    private final Reaching reaching;
    private final Stage.Queue queue;
    private final @Nullable String responsible;
    private final Enquiry enquiry;
    private final Announced announced;
    private final HoldSound sound;
    private final Place place;
    private final Map<String, Long> peace = new HashMap<>();
    private final Set<String> rang = new LinkedHashSet<>();
    private final Map<String, String> notRung = new LinkedHashMap<>();
    private final Map<String, String> notAnyMore = new LinkedHashMap<>();
    private long served;

    /** Takes the place. */
    Waiting(CallRun run, Reaching reaching, Sounds sounds, Reaching.Wish wish, Stage.Queue queue, Enquiry enquiry) {
        this.run = run;
        this.reaching = reaching;
        this.queue = queue;
        this.responsible = wish.responsible();
        this.enquiry = enquiry;
        this.sound = new HoldSound(run, sounds.music(queue.music()));
        String owed = enquiry.promise() == null ? null : enquiry.promise().id();
        this.place =
                run.desk.queue().take(queue.target().toString(), run.id(), wish.rank(), wish.first(), owed, run.inbox);
        boolean canBeCalled = enquiry.number() != null && queue.callBackKey() != null;
        this.announced = new Announced(run, new QueueWords(run, queue, wish.language()), queue.every(), canBeCalled);
        this.served = run.desk.clock().nanos();
    }

    /** Until somebody takes the call, the caller asks to be called back, or the time is over. */
    Reached await(long until) {
        long begun = run.desk.clock().nanos();
        StageEntry.Result how = StageEntry.Result.CALLER_LEFT;
        Reached reached = new Reached.Nobody();
        try (sound) {
            reached = serve(until);
            how = result(reached);
            return reached;
        } catch (DialledMeanwhile taken) {
            how = StageEntry.Result.ANSWERED;
            throw taken;
        } catch (CallerLeft left) {
            run.event("left the queue of " + queue.target() + " in place "
                    + run.desk.queue().number(place.id()));
            throw left;
        } finally {
            if (!(reached instanceof Reached.CallBackInstead)) {
                run.desk.queue().leave(place.id());
            }
            notRung.keySet().removeAll(rang);
            notRung.putAll(notAnyMore);
            reaching.write(queue, new ArrayList<>(rang), notRung, run.secondsSince(begun), how);
        }
    }

    private StageEntry.Result result(Reached reached) {
        return switch (reached) {
            case Reached.By by -> StageEntry.Result.ANSWERED;
            case Reached.CallBackInstead asked -> StageEntry.Result.CALLER_LEFT;
            case Reached.Nobody nobody -> rang.isEmpty() ? Reaching.nobody(notRung) : StageEntry.Result.NO_ANSWER;
        };
    }

    private Reached serve(long until) {
        while (run.desk.clock().nanos() < until) {
            Resolved now = reaching.resolve(queue, responsible, enquiry);
            notRung.putAll(Reaching.causes(now));
            if (unserved(now)) {
                run.event("nobody serves the queue of " + queue.target());
                return new Reached.Nobody();
            }
            List<Resolved.Bell> mine = turn(now);
            if (!mine.isEmpty()) {
                Reached reached = ring(mine, until);
                if (reached instanceof Reached.By) {
                    return reached;
                }
            } else if (pause(now, until)) {
                return new Reached.CallBackInstead(place.id());
            }
        }
        return new Reached.Nobody();
    }

    /** Nobody of the target is at work: at once when the call comes, after a while when they leave one by one. */
    private boolean unserved(Resolved now) {
        long nanos = run.desk.clock().nanos();
        if (!QueueWords.serving(now).isEmpty()
                || now.turns().stream().anyMatch(turn -> !turn.bells().isEmpty())) {
            served = nanos;
            return false;
        }
        return !announced.begun() || nanos - served > UNSERVED.toNanos();
    }

    /** Whom this call may ring now: the free of the target whose next caller it is. */
    private List<Resolved.Bell> turn(Resolved now) {
        long nanos = run.desk.clock().nanos();
        List<Resolved.Bell> bells = now.turns().stream()
                .flatMap(turn -> turn.bells().stream())
                .filter(bell -> peace.getOrDefault(Bellings.who(bell), nanos) <= nanos)
                .distinct()
                .toList();
        List<Extension> everybody = Stream.concat(
                        people(now).stream(), now.notRung().stream().map(Resolved.NotRung::person))
                .distinct()
                .sorted(java.util.Comparator.comparing(Extension::digits))
                .toList();
        List<Extension> mine = run.desk.queue().turn(place.id(), peopleOf(bells), everybody);
        return bells.stream()
                .filter(bell -> !(bell instanceof Resolved.Bell.OfPerson person) || mine.contains(person.person()))
                .toList();
    }

    /** Who of the target is free. */
    static List<Extension> people(Resolved now) {
        return peopleOf(
                now.turns().stream().flatMap(turn -> turn.bells().stream()).toList());
    }

    private static List<Extension> peopleOf(List<Resolved.Bell> bells) {
        return bells.stream()
                .filter(Resolved.Bell.OfPerson.class::isInstance)
                .map(bell -> ((Resolved.Bell.OfPerson) bell).person())
                .distinct()
                .toList();
    }

    private Reached ring(List<Resolved.Bell> bells, long until) {
        sound.close();
        run.desk.queue().rings(place.id(), peopleOf(bells));
        Ringer ringer = reaching.ringer();
        reaching.begins(queue, together(bells), notRung);
        try {
            RingResult result = ringer.ring(List.of(new Resolved.Turn(bells, RING_TIME)), until);
            if (result instanceof RingResult.Taken taken) {
                served(taken.by());
                return new Reached.By(taken.by());
            }
            bells.stream()
                    .map(Bellings::who)
                    .forEach(who -> peace.put(who, peaceful(ringer.rang().contains(who))));
            return new Reached.Nobody();
        } finally {
            rang.addAll(ringer.rang());
            notAnyMore.keySet().removeAll(ringer.rang());
            notAnyMore.putAll(ringer.notAnyMore());
            run.desk.queue().silent(place.id());
        }
    }

    /** Somebody who had just been taken for another call has not been rung in vain. */
    private long peaceful(boolean rung) {
        return run.deadline(rung ? PEACE : MOMENT);
    }

    /** Whoever has been rung in this queue, and whoever is rung now. */
    private List<String> together(List<Resolved.Bell> bells) {
        return Stream.concat(rang.stream(), bells.stream().map(Bellings::who))
                .distinct()
                .toList();
    }

    private void served(Bells.Bell by) {
        if (by.reservation() != null) {
            run.desk.queue().served(place.id(), by.reservation().who());
        }
    }

    /** Waits until something happens; true if the caller asks to be called back. */
    private boolean pause(Resolved now, long until) {
        run.answer();
        long again = announced.sayIfDue(sound, run.desk.queue().number(place.id()), now);
        sound.music();
        long deadline = Math.min(Math.min(until, again), run.deadline(LOOK));
        CallEvent event = run.inbox.take(deadline);
        switch (event) {
            case null -> {}
            case CallEvent.Gone gone when gone.leg() == run.caller -> throw new CallerLeft(gone);
            case CallEvent.Played played when sound.ended(played) -> sound.music();
            case CallEvent.Asked asked when asked.request() instanceof Queue.LookAgain -> {}
            case CallEvent.DigitPressed key
            when key.leg() == run.caller
                    && announced.offers()
                    && Character.toString(key.digit()).equals(queue.callBackKey()) -> {
                run.event("key " + key.digit() + " pressed: to be called back");
                return true;
            }
            default -> run.otherwise(event);
        }
        return false;
    }
}
