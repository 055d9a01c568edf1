package ringdown.switchboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.presence.Presence;

/** The legs that ring for one caller at one time, and whom each belongs to. Used by the call's own thread only. */
final class Bells {
    /** One device that rings. {@code who}: extension, or number of a mobile; {@code mustConfirm}: takes the call only by key 1. */
    record Bell(Leg leg, String who, Presence.@Nullable Reservation reservation, boolean mustConfirm) {}

    private final Map<Leg, Bell> ringing = new LinkedHashMap<>();
    private final List<HangupCause> ended = new ArrayList<>();

    void add(Bell bell) {
        ringing.put(bell.leg(), bell);
    }

    Optional<Bell> of(Leg leg) {
        return Optional.ofNullable(ringing.get(leg));
    }

    boolean none() {
        return ringing.isEmpty();
    }

    int count() {
        return ringing.size();
    }

    List<String> who() {
        return ringing.values().stream().map(Bell::who).distinct().toList();
    }

    /** It rings no more; the person is free again unless another of their telephones still rings. */
    void gone(Leg leg, HangupCause cause) {
        Bell bell = ringing.remove(leg);
        if (bell != null) {
            ended.add(cause);
            freeUnlessRinging(bell);
        }
    }

    private void freeUnlessRinging(Bell bell) {
        Presence.Reservation mine = bell.reservation();
        if (mine != null && ringing.values().stream().noneMatch(b -> b.reservation() == mine)) {
            mine.close();
        }
    }

    /** Takes the winner out; all others are hung up and freed before this returns. */
    Bell take(Leg winner) {
        Bell won = ringing.remove(winner);
        if (won == null) {
            throw new IllegalStateException("it does not ring");
        }
        for (Bell lost : ringing.values()) {
            lost.leg().hangUp(HangupCause.ANSWERED_ELSEWHERE);
            if (lost.reservation() != null && lost.reservation() != won.reservation()) {
                lost.reservation().close();
            }
        }
        ringing.clear();
        return won;
    }

    /** Nobody is wanted any more. */
    void silence(HangupCause cause) {
        for (Bell bell : ringing.values()) {
            bell.leg().hangUp(cause);
            if (bell.reservation() != null) {
                bell.reservation().close();
            }
        }
        ringing.clear();
    }

    /** True if every telephone that rang said busy or refused. */
    boolean allBusy() {
        return !ended.isEmpty() && ended.stream().allMatch(c -> c == HangupCause.BUSY || c == HangupCause.REJECTED);
    }

    /** True if no telephone could be rung at all. */
    boolean allUnreachable() {
        return ended.stream().allMatch(c -> switch (c) {
            case UNREACHABLE, FAULT, NO_SUCH_NUMBER, NOT_ACCEPTABLE, CONGESTION, LOST -> true;
            case NORMAL, CANCELLED, BUSY, NO_ANSWER, REJECTED, ANSWERED_ELSEWHERE, SILENCE, REFUSED, SHUTDOWN -> false;
        });
    }
}
