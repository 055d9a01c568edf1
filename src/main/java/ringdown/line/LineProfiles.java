package ringdown.line;

/** Where lines keep what they learn. Called on the board's thread: must not block. */
public interface LineProfiles {
    /** What is known of the line at that port. */
    LineProfile of(String port);

    /** The line has learnt something. */
    void learnt(String port, LineProfile profile);

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
