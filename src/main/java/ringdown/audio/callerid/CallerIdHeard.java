package ringdown.audio.callerid;

/** What a receiver delivers: at most one per transmission. Positions count samples since the receiver began. */
public sealed interface CallerIdHeard {
    /** Sample at which the transmission was complete. */
    long at();

    /**
     * A transmission whose check held.
     *
     * @param confidence 0 to 1: 1 with a checksum or two equal decodings, less for DTMF, which has none
     */
    record Received(CallerIdMessage message, CallerIdScheme scheme, double confidence, long at)
            implements CallerIdHeard {}

    /**
     * A message-waiting indication for a telephone's lamp; says nothing about a caller.
     *
     * @param messages how many wait, -1 when that was not said
     */
    record LampSet(boolean on, int messages, long at) implements CallerIdHeard {
        /** Only whether some wait. */
        public LampSet(boolean on, long at) {
            this(on, -1, at);
        }
    }

    /** A transmission that was there and could not be read; its content is worth nothing. */
    record Damaged(CallerIdScheme scheme, String why, long at) implements CallerIdHeard {}
}
