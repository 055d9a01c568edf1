package ringdown.call;

import org.jspecify.annotations.Nullable;
import ringdown.number.CallerId;

/** What can reach a call's inbox. Only the call's own thread takes it. */
public sealed interface CallEvent {
    /** Something a person would notice on a leg; protocol stays inside the leg. */
    sealed interface LegEvent extends CallEvent {
        /** The leg it happened on. */
        Leg leg();
    }

    /** The caller's number or name has come (after the first ring on a line). */
    record Identified(Leg leg, CallerId caller) implements LegEvent {}

    /** The called telephone rings. */
    record Ringing(Leg leg) implements LegEvent {}

    /** Sound comes before the answer (183 with SDP; a line that has dialled). */
    record EarlySound(Leg leg) implements LegEvent {}

    /** The called party answered. */
    record Answered(Leg leg) implements LegEvent {}

    /** A key was pressed, 0-9 * # A-D, once per press whatever carried it (RFC 4733, INFO, in-band, pulses). */
    record DigitPressed(Leg leg, char digit) implements LegEvent {}

    /** The far end put us on hold. */
    record Held(Leg leg) implements LegEvent {}

    /** The far end took us back. */
    record Resumed(Leg leg) implements LegEvent {}

    /** Codec, address or direction of the leg's voice changed. */
    record VoiceChanged(Leg leg) implements LegEvent {}

    /** The far end asks for a transfer to the dialled target, or, attended, to its other leg. */
    record TransferAsked(Leg leg, String target, @Nullable Leg other) implements LegEvent {}

    /** The far end asks for all its calls to be joined. */
    record ConferenceAsked(Leg leg) implements LegEvent {}

    /** The called telephone names another target (302, forward on the phone). */
    record Redirected(Leg leg, String target) implements LegEvent {}

    /** The leg is over; exactly one for each leg, the last of it. {@code byFarEnd}: the far end ended it. */
    record Gone(Leg leg, HangupCause cause, boolean byFarEnd) implements LegEvent {}

    /** A leg was given to this call together with its undelivered events, which follow. */
    record LegJoined(Leg leg) implements LegEvent {}

    /** A sound that was being played has ended by itself. */
    record Played(Object sound) implements CallEvent {}

    /** Another call, the page or a phone key asks this call for something; the message knows how to answer. */
    record Asked(Request request) implements CallEvent {}

    /** The box stops: end in order. */
    record ShuttingDown() implements CallEvent {}

    /** A wish of somebody outside the call, answered by a message of its own kind; declared by the rooms above. */
    interface Request {}
}
