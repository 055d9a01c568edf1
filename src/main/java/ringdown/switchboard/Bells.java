package ringdown.switchboard;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.media.Connection;
import ringdown.presence.Presence;

/**
 * The legs that ring for one caller at one time, and whom each belongs to. However the ringing ends, closing leaves nobody ringing and
 * nobody reserved but the one who took the call. Used by the call's own thread only.
 */
final class Bells implements AutoCloseable {
    /**
     * One device that rings.
     *
     * @param who extension, or number of a mobile
     * @param mustConfirm takes the call only by key 1
     */
    record Bell(Leg leg, String who, Presence.@Nullable Reservation reservation, boolean mustConfirm) {
        /** The same in the hands of another call: closing the hold that was is nothing any more. */
        Bell handOver() {
            return new Bell(leg, who, reservation == null ? null : reservation.handOver(), mustConfirm);
        }

        void free() {
            if (reservation != null) {
                reservation.close();
            }
        }
    }

    private final Map<Leg, Bell> ringing = new LinkedHashMap<>();
    private final Map<Leg, Connection> asked = new LinkedHashMap<>();
    private final List<HangupCause> ended = new ArrayList<>();
    private final Set<String> rung = new LinkedHashSet<>();
    private final Set<String> rungOut = new LinkedHashSet<>();
    private volatile Set<String> people = Set.of();

    void add(Bell bell) {
        ringing.put(bell.leg(), bell);
        rung.add(bell.who());
        changed();
    }

    /** At whose telephones it rings now, mobiles included: extensions. Safe from any thread. */
    Set<String> people() {
        return people;
    }

    private void changed() {
        people = ringing.values().stream()
                .map(bell -> bell.reservation() == null
                        ? bell.who()
                        : bell.reservation().who().digits())
                .collect(Collectors.toUnmodifiableSet());
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

    /** Everybody who has been rung so far, ringing or not. */
    List<String> rung() {
        return List.copyOf(rung);
    }

    /** People who let it ring until their time was over. */
    List<String> rungOut() {
        return List.copyOf(rungOut);
    }

    boolean wasRung(String who) {
        return rung.contains(who);
    }

    /** The question that a leg hears until it presses the key, or goes. */
    void asking(Leg leg, Connection question) {
        asked.put(leg, question);
    }

    private void stopAsking(Leg leg) {
        Connection question = asked.remove(leg);
        if (question != null) {
            question.close();
        }
    }

    /** It rings no more; the person is free again unless another of their telephones still rings. */
    void gone(Leg leg, HangupCause cause) {
        Bell bell = ringing.remove(leg);
        changed();
        if (bell != null) {
            stopAsking(leg);
            ended.add(cause);
            freeUnlessRinging(bell);
        }
    }

    /** It is not wanted any more, of all that ring. */
    void stop(Bell bell, HangupCause cause) {
        bell.leg().hangUp(HangupCause.CANCELLED);
        gone(bell.leg(), cause);
    }

    /** All that ring now at that person's, or outside. */
    List<Bell> of(String who) {
        return ringing.values().stream().filter(bell -> bell.who().equals(who)).toList();
    }

    /** The same person over another way. */
    void replace(Bell bell, Leg leg) {
        ringing.remove(bell.leg());
        add(new Bell(leg, bell.who(), bell.reservation(), bell.mustConfirm()));
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
        stopAsking(winner);
        answeredBy(won.reservation());
        return won;
    }

    /** Somebody takes the call who need not be rung; where they are, the hold on them stays. All others are hung up and freed. */
    Bell pickedUp(Bell by) {
        Presence.Reservation own = by.reservation() != null
                ? by.reservation()
                : of(by.who()).stream()
                        .map(Bell::reservation)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        answeredBy(own);
        return new Bell(by.leg(), by.who(), own, false);
    }

    private void answeredBy(Presence.@Nullable Reservation winner) {
        for (Bell lost : List.copyOf(ringing.values())) {
            ringing.remove(lost.leg());
            silence(lost, HangupCause.ANSWERED_ELSEWHERE, winner);
        }
        changed();
    }

    /** Only these are wanted any more. */
    void keepOnly(Set<String> who) {
        for (Iterator<Bell> each = ringing.values().iterator(); each.hasNext(); ) {
            Bell bell = each.next();
            if (!who.contains(bell.who())) {
                each.remove();
                silence(bell, HangupCause.NO_ANSWER, null);
            }
        }
        changed();
    }

    /** Who rings goes on ringing, in the hands of another call: nobody rings here any more. */
    List<Bell> handOver() {
        Map<Presence.Reservation, Presence.Reservation> holds = new IdentityHashMap<>();
        List<Bell> handed = new ArrayList<>();
        for (Bell bell : ringing.values()) {
            Presence.Reservation hold = bell.reservation();
            Presence.Reservation theirs =
                    hold == null ? null : holds.computeIfAbsent(hold, Presence.Reservation::handOver);
            handed.add(new Bell(bell.leg(), bell.who(), theirs, bell.mustConfirm()));
        }
        ringing.clear();
        changed();
        return handed;
    }

    /** Nobody is wanted any more. */
    void silence(HangupCause cause) {
        for (Bell bell : List.copyOf(ringing.values())) {
            ringing.remove(bell.leg());
            silence(bell, cause, null);
        }
        changed();
    }

    private void silence(Bell bell, HangupCause cause, Presence.@Nullable Reservation kept) {
        stopAsking(bell.leg());
        if (cause == HangupCause.NO_ANSWER && bell.reservation() != null) {
            rungOut.add(bell.who());
        }
        bell.leg().hangUp(cause);
        if (bell.reservation() != null && bell.reservation() != kept) {
            bell.reservation().close();
        }
    }

    @Override
    public void close() {
        silence(HangupCause.CANCELLED);
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
