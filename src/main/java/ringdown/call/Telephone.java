package ringdown.call;

import java.util.List;
import ringdown.number.Extension;

/** One telephone of a person: a SIP user with all its registrations, or an analog telephone on a port. Safe from any thread. */
public interface Telephone {
    /** "sip:201" or "fxs:1". */
    String id();

    /** Whose it is. */
    Extension extension();

    /** What it is doing. */
    State state();

    /** False: it hears of no call, though one may be ringing it: its registration has ended meanwhile. */
    default boolean reachable() {
        return state() != State.UNREACHABLE;
    }

    /** Off the hook with dial tone and nothing dialled: {@link RingRequest#answerNow} connects a call at once. */
    default boolean awaitsDigits() {
        return false;
    }

    /** Somebody talks on it who may be told by a tone that another one calls ({@link RingRequest#second}). */
    default boolean takesSecondCall() {
        return false;
    }

    /** The calls on it as others see them; none while it rests. */
    default List<TelephoneCall> calls() {
        return switch (state()) {
            case FREE, UNREACHABLE -> List.of();
            case RINGING -> List.of(new TelephoneCall(TelephoneCall.Way.IN, false, null, null));
            case BUSY -> List.of(new TelephoneCall(TelephoneCall.Way.UNKNOWN, true, null, null));
        };
    }

    /**
     * Rings it for the call with that inbox. Always returns a leg; a telephone that cannot be rung posts Gone with the cause at once.
     */
    Leg ring(RingRequest request, Inbox inbox);

    /** The message lamp: on while new messages or promises wait (RFC 3842, FXS lamp). */
    void lamp(boolean on, int newMessages);

    /** What a telephone is doing. */
    enum State {
        /** Can be rung. */
        FREE,
        /** Is being rung. */
        RINGING,
        /** Off hook or in a call. */
        BUSY,
        /** Not registered, unplugged or faulty: is not rung, 0 s. */
        UNREACHABLE
    }
}
