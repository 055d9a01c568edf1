package ringdown.audio.progress;

/** What an exchange's tone said. Positions count samples since the detector began. */
public sealed interface CallProgressEvent {
    /** First sample of the tone, or of the first burst of its cadence: a recorded message is cut here. */
    long from();

    /** Sample at which it was certain. */
    long at();

    /** Steady dial tone of this country. */
    record DialTone(long from, long at) implements CallProgressEvent {}

    /** Dial tone that stutters first: the provider may be diverting this line. */
    record StutterDialTone(long from, long at) implements CallProgressEvent {}

    /** The far telephone rings; told once per uninterrupted ringing. */
    record RingBack(long from, long at) implements CallProgressEvent {}

    /** The far end is busy or gone. */
    record Busy(long from, long at) implements CallProgressEvent {}

    /** No way through. */
    record Congestion(long from, long at) implements CallProgressEvent {}

    /** Special information tone: an announcement follows, nobody will answer. */
    record Information(long from, long at) implements CallProgressEvent {}

    /**
     * A repeating tone that is not of this country's table but is no ring back either: to be learned.
     *
     * @param heard its notation, as measured, such as "425 210,210,210,210,210,210,630,210"
     */
    record Repeating(long from, long at, String heard) implements CallProgressEvent {}

    /** Whether it means that the far end has gone or cannot be reached. */
    default boolean released() {
        return switch (this) {
            case Busy _, Congestion _, Repeating _, Information _ -> true;
            case DialTone _, StutterDialTone _, RingBack _ -> false;
        };
    }
}
