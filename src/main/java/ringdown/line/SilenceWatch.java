package ringdown.line;

/**
 * Silence of both sides in a talk: a quarter of an hour is an alarm, half an hour a release (LINES rule 11); music on hold and
 * announcements are sound. Belongs to the board's thread.
 */
final class SilenceWatch {
    private static final int ALARM = Frames.of(15 * 60_000);
    private static final int RELEASE = Frames.of(30 * 60_000);
    /** Where the installer says that silence ends a talk. */
    private static final int WISHED = Frames.of(60_000);

    /** What a frame has brought. */
    enum Stand {
        NOTHING,
        /** Somebody should look. */
        ALARM,
        /** Sound again after the alarm. */
        SOUND_AGAIN,
        RELEASE
    }

    private int silentFor;

    /** One frame; {@code wished}: the line is released by silence much sooner. */
    Stand frame(boolean silent, boolean wished) {
        boolean alarmed = silentFor >= ALARM;
        silentFor = silent ? silentFor + 1 : 0;
        if (!silent) {
            return alarmed ? Stand.SOUND_AGAIN : Stand.NOTHING;
        }
        if (silentFor >= (wished ? WISHED : RELEASE)) {
            return Stand.RELEASE;
        }
        return silentFor == ALARM ? Stand.ALARM : Stand.NOTHING;
    }

    /** How long it has lasted, in frames. */
    int silentFor() {
        return silentFor;
    }
}
