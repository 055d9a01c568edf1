package ringdown.switchboard;

import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.conversation.TalkEnd;
import ringdown.number.Extension;
import ringdown.presence.Presence;

/**
 * One side of a talk, who may put the other one through: a leg, whose it is, and the hold on its person. Whatever happens, closing hangs up
 * and frees, unless another call has them. Used by the call's own thread only.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Talker implements CallRun.CallListener, AutoCloseable {
    private final CallRun run;
    private final Bells.Bell bell;
    private final boolean writesDown;
    private boolean asking;
    private boolean freed;

    /** {@code writesDown}: talks with somebody outside, and may have time to write that down afterwards. */
    private Talker(CallRun run, Bells.Bell bell, boolean writesDown) {
        this.run = run;
        this.bell = bell;
        this.writesDown = writesDown;
    }

    /** In a talk among colleagues, or whoever is outside. */
    static Talker of(CallRun run, Bells.Bell bell) {
        return new Talker(run, bell, false);
    }

    /** May that call's telephone take this one's place: the same person's, or anybody's while this one holds. Nobody outside yields. */
    boolean yieldsTo(PickUp asked, TalkEnd end) {
        return office() && (asked.who().equals(who()) || end.holder() == leg());
    }

    /** Another telephone has this one's place. The same person goes on there without being free in between. */
    Bells.Bell yields(Bells.Bell to) {
        Presence.Reservation theirs = bell.reservation();
        if (!to.who().equals(who()) || to.reservation() != null || theirs == null) {
            return to;
        }
        freed = true;
        return new Bells.Bell(to.leg(), to.who(), theirs.handOver(), false);
    }

    /** In a talk with somebody outside. */
    static Talker withOutside(CallRun run, Bells.Bell bell) {
        return new Talker(run, bell, true);
    }

    Leg leg() {
        return bell.leg();
    }

    String who() {
        return bell.who();
    }

    Bells.Bell bell() {
        return bell;
    }

    /** A person of the office, at one of their telephones. */
    boolean office() {
        return who().matches("[0-9]{1,8}")
                && run.office.person(new Extension(who())).isPresent();
    }

    /** Still at the telephone. */
    boolean there() {
        return leg().answered() && leg().mail().owner() == run.inbox;
    }

    /** Has put the other side through: whoever will be told how that went waits for it, others are free at once. */
    void asks() {
        asking = leg().toldOfTransfers() && there();
        if (asking) {
            run.listen(this);
        } else {
            laysDown();
        }
    }

    /** Whoever is meant rings. */
    void rings() {
        if (asking) {
            leg().transferRings();
        }
    }

    /** It went well (null), or not: told, hung up, and free. */
    void told(@Nullable HangupCause failed) {
        asking = false;
        leg().transferEnded(failed);
        laysDown();
    }

    @Override
    public boolean hears(CallEvent event) {
        if (event instanceof CallEvent.Ringing) {
            rings();
        }
        if (asking && event instanceof CallEvent.Gone gone && gone.leg() == leg()) {
            laysDown(); // free at once; their telephone is told all the same
            return true;
        }
        return false;
    }

    /** The telephone died in the middle of a talk: that is not the other side's end of it. */
    boolean vanished(TalkEnd end) {
        return end.left() == leg()
                && switch (end.gone().cause()) {
                    case LOST, UNREACHABLE, FAULT -> true;
                    case NORMAL,
                            CANCELLED,
                            BUSY,
                            NO_ANSWER,
                            REJECTED,
                            NO_SUCH_NUMBER,
                            CONGESTION,
                            NOT_ACCEPTABLE,
                            ANSWERED_ELSEWHERE,
                            SILENCE,
                            REFUSED,
                            SHUTDOWN -> false;
                };
    }

    @Override
    public void close() {
        laysDown();
    }

    /** Hung up, and the person free again. */
    void laysDown() {
        run.hangUp(leg(), HangupCause.NORMAL);
        if (!freed) {
            freed = true;
            free();
        }
    }

    private void free() {
        Presence.Reservation theirs = bell.reservation();
        if (theirs == null || leg().mail().owner() != run.inbox) {
            return; // nobody's hold, or another call's by now
        }
        theirs.talked();
        if (writesDown) {
            run.desk.presence().afterTalk(theirs.who());
        }
        theirs.close();
    }
}
