package ringdown.switchboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.conversation.Talk;
import ringdown.conversation.TalkEnd;
import ringdown.office.Stage;

/**
 * The talk of a call that a telephone of the office began, and those that follow when somebody of the office puts the other side through:
 * unanswered it comes back after 20 s to whoever did, then to their team (SITUATIONS 1). Closing ends for good whoever came later; the two of
 * the beginning are the caller's business. Used by the call's own thread only.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class OfficeTalk implements AutoCloseable {
    private final CallRun run;
    private final Tally tally;
    private final Sounds sounds;
    /** Who is outside; null: nobody is. */
    private final @Nullable Caller outside;

    private final @Nullable Taping taping;
    private short[] first;
    private final List<Talker> came = new ArrayList<>();
    private boolean changed;

    /** Who talks with whom; each keeps their place, so that it is known who was heard. */
    private record Pair(Talker caller, Talker called) {
        Talker other(Talker one) {
            return one == caller ? called : caller;
        }

        Talker of(Leg leg) {
            return leg == caller.leg() ? caller : called;
        }

        Pair with(Talker next, Talker inPlaceOf) {
            return inPlaceOf == caller ? new Pair(next, called) : new Pair(caller, next);
        }
    }

    OfficeTalk(CallRun run, Tally tally, Sounds sounds, @Nullable Caller outside) {
        this(run, tally, sounds, outside, null, new short[0]);
    }

    /**
     * @param taping records it; null: it is not recorded
     * @param first what both hear before they hear each other; may be empty
     */
    OfficeTalk(
            CallRun run, Tally tally, Sounds sounds, @Nullable Caller outside, @Nullable Taping taping, short[] first) {
        this.taping = taping;
        this.first = first;
        this.run = run;
        this.tally = tally;
        this.sounds = sounds;
        this.outside = outside;
    }

    /** Somebody was put through, or another call has taken one of the two: whoever began the call may be in it no more. */
    boolean changed() {
        return changed;
    }

    /** Until one of the two leaves for good. */
    TalkEnd between(Talker caller, Talker called) {
        Pair pair = new Pair(caller, called);
        TalkEnd before = null;
        while (true) {
            TalkEnd end = talk(pair, before);
            before = end;
            CallEvent.TransferAsked asked = end.passedOn();
            if (end.asked() instanceof Taking taking && gives(taking, pair)) {
                return end;
            }
            if (end.asked() instanceof PickUp replacing) {
                Pair next = replaced(replacing, end, pair);
                before = next == pair ? end : null;
                pair = next;
                continue;
            }
            if (asked != null) {
                Pair next = onward(end, asked, pair);
                if (next == null) {
                    return end;
                }
                before = next == pair ? end : null;
                pair = next;
            } else if (end.asked() == null) {
                return end;
            }
        }
    }

    private TalkEnd talk(Pair pair, @Nullable TalkEnd before) {
        Display.each(run, pair.caller(), pair.called());
        Leg one = pair.caller().leg();
        Leg other = pair.called().leg();
        TalkEnd end = new Outsiders(run.as(one), sounds)
                .talk(other, run.office.info().language(), before, last -> begun(pair, last));
        if (taping != null) {
            taping.over(one, other);
        }
        tally.talked(end);
        return end;
    }

    private Talk begun(Pair pair, @Nullable TalkEnd before) {
        Talk talk = run.as(pair.caller().leg())
                .talk(pair.called().leg(), outside != null, sounds)
                .endsFor(request -> wants(request, pair.caller().leg())
                        || wants(request, pair.called().leg()));
        List.of(pair.caller(), pair.called()).stream().filter(Talker::office).forEach(one -> talk.mayPassOn(one.leg()));
        record(talk, pair);
        return before == null ? talk : talk.goesOn(before);
    }

    private static boolean wants(CallEvent.Request request, Leg leg) {
        return (request instanceof Taking taking && taking.means(leg))
                || (request instanceof PickUp asked && asked.replaces(leg));
    }

    /** The office's side is right, whichever began it; two of the office who were left alone are not recorded any more. */
    private void record(Talk talk, Pair pair) {
        boolean began = pair.caller().office();
        if (taping != null && (!began || !pair.called().office())) {
            talk.heardBy(taping.tap((began ? pair.caller() : pair.called()).who(), began));
            talk.beginsWith(first);
            first = new short[0];
        }
    }

    /** Another telephone of the office takes the place of one of the two. */
    private Pair replaced(PickUp asked, TalkEnd end, Pair pair) {
        Talker goes = asked.replaces(pair.caller().leg()) ? pair.caller() : pair.called();
        if (!goes.yieldsTo(asked, end)) {
            asked.refuse();
            return pair;
        }
        return asked.take(run)
                .map(bell -> {
                    run.event(bell.who() + " takes the talk from the telephone of " + goes.who());
                    if (!bell.who().equals(goes.who())) {
                        tally.transferred();
                    }
                    changed = true;
                    return taken(goes.yields(bell), goes, pair);
                })
                .orElse(pair);
    }

    /** Another call takes whoever talks with its sender. */
    private boolean gives(Taking taking, Pair pair) {
        Talker sender = taking.means(pair.caller().leg()) ? pair.caller() : pair.called();
        if (!taking.mayHave(pair.other(sender).leg())
                || !taking.give(() -> List.of(pair.other(sender).bell().handOver()))) {
            return false;
        }
        run.event(sender.who() + " joins this talk with call " + taking.askerId());
        changed = true;
        sender.told(null);
        return true;
    }

    /** The same pair: they talk on. Null: whoever was put through is gone, or nobody was there for them. */
    private @Nullable Pair onward(TalkEnd end, CallEvent.TransferAsked asked, Pair pair) {
        Talker sender = pair.of(asked.leg());
        Talker kept = pair.other(sender);
        CallRun stays = run.as(kept.leg());
        InPark park = new InPark(stays, sounds, tally, sender);
        try {
            if (park.means(asked)) {
                return parked(park, end, sender, pair, stays);
            }
            return switch (Consulted.of(stays, asked)) {
                case Consulted.Joined joined -> joined(joined.bell(), sender, pair);
                case Consulted.Outsider never -> joined(never.bell(), sender, pair); // this is no call in
                case Consulted.Elsewhere elsewhere -> pair;
                case Consulted.Impossible not -> {
                    run.event(sender.who() + " cannot put through to " + asked.target());
                    sender.leg().transferEnded(HangupCause.REJECTED);
                    yield pair;
                }
                case Consulted.Ringing ringing -> rung(asked, sender, pair, stays, ringing.bells());
                case Consulted.Nobody nobody -> rung(asked, sender, pair, stays, List.of());
            };
        } catch (CallerLeft left) {
            run.event(kept.who() + " left before somebody answered");
            return owed(sender, kept);
        }
    }

    private Pair joined(Bells.Bell bell, Talker sender, Pair pair) {
        run.event(sender.who() + " puts " + pair.other(sender).who() + " through to " + bell.who() + " after asking");
        tally.transferred();
        changed = true;
        return taken(bell, sender, pair);
    }

    /** {@code ringing}: whom the sender dialled, and who has not lifted yet. */
    private @Nullable Pair rung(
            CallEvent.TransferAsked asked, Talker sender, Pair pair, CallRun stays, List<Bells.Bell> ringing) {
        Talker kept = pair.other(sender);
        run.event(sender.who() + " puts " + kept.who() + " through to " + asked.target());
        Leg unanswered = asked.other();
        if (unanswered != null) {
            unanswered.hangUp(HangupCause.NORMAL);
        }
        tally.transferred();
        changed = true;
        run.desk.ledger().ringing(run.id());
        sender.asks();
        try (Onward onward = new Onward(stays, sounds, kept.who(), outside)) {
            Optional<Bells.Bell> bell = rung(onward, asked.target(), sender, ringing);
            if (bell.isEmpty()) {
                sender.told(onward.failed());
                for (Stage back : onward.back(sender.who())) {
                    bell = bell.or(() -> onward.ring(back));
                }
            }
            if (bell.isEmpty()) {
                onward.sayThatNobodyAnswers();
            }
            return bell.isPresent() ? taken(bell.get(), sender, pair) : owed(sender, kept);
        } finally {
            sender.told(HangupCause.CANCELLED); // unless that is known already
        }
    }

    /** Whom nobody takes from their place comes back to whoever has parked them. */
    private @Nullable Pair parked(InPark park, TalkEnd end, Talker sender, Pair pair, CallRun stays) {
        Talker kept = pair.other(sender);
        Optional<InPark.Waits> place = park.place(end);
        if (place.isEmpty()) {
            park.full();
            return pair;
        }
        changed = true;
        try (Onward onward = new Onward(stays, sounds, kept.who(), outside)) {
            Optional<Bells.Bell> bell = place.get().await();
            for (Stage back : onward.back(sender.who())) {
                bell = bell.or(() -> onward.ring(back));
            }
            if (bell.isEmpty()) {
                run.desk.parking().leave(run);
                onward.sayThatNobodyAnswers();
                return owed(sender, kept);
            }
            if (!bell.get().who().equals(sender.who())) {
                tally.transferred();
            }
            return taken(bell.get(), sender, pair);
        } finally {
            run.desk.parking().leave(run);
        }
    }

    private static Optional<Bells.Bell> rung(Onward onward, String target, Talker sender, List<Bells.Bell> ringing) {
        if (ringing.isEmpty()) {
            return onward.to(target);
        }
        sender.rings();
        return onward.goesOn(ringing);
    }

    private Pair taken(Bells.Bell bell, Talker sender, Pair pair) {
        Talker next = outside == null ? Talker.of(run, bell) : Talker.withOutside(run, bell);
        came.add(next);
        sender.told(null);
        tally.connected(next.who());
        run.desk.ledger().talking(run.id(), run.now(), next.who());
        if (!next.who().equals(sender.who())) {
            run.listen(new BackKey(run, next.leg(), sender.who()));
        }
        run.keysOf(next.leg(), next.who());
        return pair.with(next, sender);
    }

    /** Whoever is outside and was left alone is called back by whoever put them through. */
    private @Nullable Pair owed(Talker sender, Talker kept) {
        if (outside != null && !kept.office() && sender.office()) {
            new Onward.Debt(run).of(sender.who());
        }
        return null;
    }

    @Override
    public void close() {
        came.forEach(Talker::close);
    }
}
