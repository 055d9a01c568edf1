package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.dtmf.DtmfGenerator;
import ringdown.audio.tone.CountryTones;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.RingRequest;

/**
 * The calls on one analog telephone: the one it rings for or talks in, who waits on hold, who calls while it talks, and the talk of
 * three. Belongs to the board's thread.
 */
final class Talks {
    /** A figure so soon after a flash between two calls says what it was meant for. */
    private static final int CODE = Frames.of(2000);

    /** What a flash has led to. */
    enum Flashed {
        /** Somebody is talked with. */
        TALK,
        /** Nobody is: dial tone, to call another one. */
        DIAL,
        /** There is no talk to be left. */
        NOTHING
    }

    private final OnHold hold = new OnHold();
    private @Nullable FxsLeg active;
    private @Nullable SecondCall second;
    private @Nullable ThreeWay three;
    private int sinceSwap = CODE + 1;
    private @Nullable DtmfGenerator aloud;

    @Nullable
    FxsLeg active() {
        return active;
    }

    OnHold hold() {
        return hold;
    }

    /** Nothing goes on. */
    boolean nobody() {
        return active == null && second == null && hold.nobody();
    }

    void begin(FxsLeg leg) {
        active = leg;
    }

    /** A call that needs no ring, or that was flashed for. */
    void connect(FxsLeg leg) {
        active = leg;
        leg.connected();
        leg.mail().post(new CallEvent.Answered(leg));
    }

    /** Whoever was talked with or rung for, and is no more. */
    @Nullable
    FxsLeg taken() {
        FxsLeg was = active;
        active = null;
        return was;
    }

    /** Somebody may call in addition: one talk, with one other. */
    boolean takesSecond() {
        FxsLeg talking = active;
        return talking != null && talking.answered() && second == null && three == null && hold.nobody();
    }

    void second(FxsLeg leg, RingRequest request, PhoneSetup setup) {
        second = new SecondCall(leg, request, setup.tones(), CallerDisplay.second(request.caller(), setup));
    }

    /** What the telephone says is an answer to the port, and no key of the talk. */
    boolean telling() {
        return second != null && second.telling();
    }

    /** Who calls in addition, and does so no more. */
    @Nullable
    SecondCall secondTaken() {
        SecondCall was = second;
        second = null;
        return was;
    }

    /** The telephone's key for everything that a talk of more than two needs. */
    Flashed flashed() {
        SecondCall calling = secondTaken();
        FxsLeg talking = active;
        if (three != null) {
            return apart(three);
        }
        if (calling != null) {
            return accept(calling.leg(), talking);
        }
        if (hold.held() != null) {
            return talking != null && talking.answered() ? swap(talking) : back(talking);
        }
        if (talking == null || !talking.answered()) {
            return Flashed.NOTHING;
        }
        toHold(talking);
        return Flashed.DIAL;
    }

    /** One of the three waits again. */
    private Flashed apart(ThreeWay of) {
        three = null;
        active = of.one();
        hold.put(of.other());
        of.other().mail().post(new CallEvent.Held(of.other()));
        sinceSwap = 0;
        return Flashed.TALK;
    }

    private Flashed accept(FxsLeg calling, @Nullable FxsLeg talking) {
        if (talking != null) {
            toHold(talking);
        }
        connect(calling);
        sinceSwap = 0;
        return Flashed.TALK;
    }

    private void toHold(FxsLeg talking) {
        active = null;
        hold.put(talking);
        talking.mail().post(new CallEvent.Held(talking));
    }

    private Flashed swap(FxsLeg talking) {
        FxsLeg waiting = hold.taken();
        toHold(talking);
        sinceSwap = 0;
        return resume(waiting);
    }

    /** Whom nobody has answered, or who was only being dialled, is given up. */
    private Flashed back(@Nullable FxsLeg asked) {
        FxsLeg waiting = hold.taken();
        if (asked != null) {
            active = null;
            asked.gone(HangupCause.CANCELLED, true);
        }
        return resume(waiting);
    }

    private Flashed resume(@Nullable FxsLeg waiting) {
        active = waiting;
        if (waiting != null) {
            waiting.mail().post(new CallEvent.Resumed(waiting));
        }
        return Flashed.TALK;
    }

    /** A figure right after a flash between two calls: 1 ends the other call, 2 leaves it on hold, 3 joins all. True if it was one. */
    boolean code(char key) {
        FxsLeg talking = active;
        boolean meant = sinceSwap <= CODE && "123".indexOf(key) >= 0 && talking != null && hold.held() != null;
        sinceSwap = CODE + 1;
        if (!meant || talking == null) {
            return false;
        }
        FxsLeg other = key == '2' ? null : hold.taken();
        if (other != null && key == '1') {
            other.gone(HangupCause.NORMAL, true);
        } else if (other != null) {
            other.mail().post(new CallEvent.Resumed(other));
            three = new ThreeWay(talking, other);
        }
        return true;
    }

    /** The handset is laid down in a talk of three: the other two are meant for each other. */
    void part() {
        ThreeWay of = three;
        three = null;
        if (of != null) {
            active = of.one();
            hold.put(of.other());
        }
    }

    /** The office ends a call. */
    enum Ended {
        /** Another talk goes on. */
        ASIDE,
        /** It was the one that was talked in. */
        TALK
    }

    Ended ended(FxsLeg leg) {
        SecondCall calling = second;
        ThreeWay of = three;
        FxsLeg stays = of == null ? null : of.without(leg);
        if (stays != null) {
            three = null;
            active = stays;
            return Ended.ASIDE;
        }
        if (calling != null && calling.leg() == leg) {
            second = null;
            return Ended.ASIDE;
        }
        if (hold.ended(leg) || leg != active) {
            return Ended.ASIDE;
        }
        active = null;
        return Ended.TALK;
    }

    /** A dial was turned in a talk: the others get the figure as a tone. */
    void pulsed(char digit) {
        aloud = keysApart() ? null : new DtmfGenerator(String.valueOf(digit), DtmfGenerator.Style.ETSI);
    }

    /** Gives the frame that came in to whom it belongs; {@code talking}: the handset is in a talk. */
    void hear(short[] in, boolean talking) {
        sinceSwap = Math.min(sinceSwap + 1, CODE + 1);
        if (aloud != null && !aloud.finished()) {
            aloud.read(in, 0, Frame.SAMPLES);
        }
        boolean answer = second != null && second.hears(in);
        if (three != null) {
            three.hear(in);
        } else if (active != null && talking && !answer) {
            active.voice().received(in);
        } else if (active != null) {
            active.voice().receivedNothing();
        }
        hold.frame();
    }

    /** Fills the frame with the talk; false for silence. */
    boolean fill(short[] out, Earpiece earpiece, CountryTones tones) {
        if (three != null) {
            three.fill(out);
            return true;
        }
        boolean spoken = active != null && earpiece.call(out, active, tones);
        if (second != null) {
            second.over(out, spoken);
            return true;
        }
        return spoken;
    }

    /** Whoever is talked to is told of keys apart from the sound. */
    boolean keysApart() {
        return three == null && active != null && active.voice().keysApart();
    }

    /** Who is heard is on the same highway. */
    boolean wire() {
        return three == null && active != null && active.voice().wire();
    }

    /** The box stops. */
    void close() {
        SecondCall calling = secondTaken();
        part();
        FxsLeg talking = taken();
        if (talking != null) {
            talking.gone(HangupCause.SHUTDOWN, false);
        }
        if (calling != null) {
            calling.leg().gone(HangupCause.SHUTDOWN, false);
        }
        hold.close();
    }
}
