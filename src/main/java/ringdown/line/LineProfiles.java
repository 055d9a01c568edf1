package ringdown.line;

/** Where lines keep what they learn. Called on the board's thread: must not block. */
public interface LineProfiles {
    /** What is known of the line at that port. */
    LineProfile of(String port);

    /** The line has learnt something. */
    void learnt(String port, LineProfile profile);

    /** When the line at that port rang, and when it did not. */
    default LineRings rings(String port) {
        return LineRings.NONE;
    }

    /** The line has rung, or was called by ourselves in vain. */
    default void rang(String port, LineRings rings) {}

    /** Forgets everything: each line begins anew. */
    LineProfiles NONE = new LineProfiles() {
        @Override
        public LineProfile of(String port) {
            return LineProfile.NEW;
        }

        @Override
        public void learnt(String port, LineProfile profile) {}
    };
}
