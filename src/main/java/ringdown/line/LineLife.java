package ringdown.line;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;

/**
 * When a line last showed that the network behind it lives: a call, a ring, or dial tone; battery proves nothing (LINES rule 9).
 * Belongs to the board's thread, but for what others read.
 */
final class LineLife {
    private static final Duration FRESH = Duration.ofHours(4);
    /** Nothing has gone on in the box for so long: whoever is about to call is not met by a line that we have seized. */
    private static final int QUIET = Frames.of(20_000);
    /** A line without dial tone is tried again after so long. */
    private static final int AGAIN = Frames.of(600_000);

    private final OfficeClock clock;
    private volatile Instant last;
    private int quietFor;
    private int sinceTried = AGAIN;
    private volatile @Nullable Instant mute;

    LineLife(OfficeClock clock) {
        this.clock = clock;
        last = clock.now();
    }

    /** A sign of life; true if the line was thought dead. */
    boolean sign() {
        boolean was = mute != null;
        last = clock.now();
        mute = null;
        return was;
    }

    /** A seizure has met neither dial tone nor anybody; true if that is new. */
    boolean missing() {
        boolean was = mute != null;
        mute = was ? mute : last;
        sinceTried = 0;
        return !was;
    }

    /** Since when nobody may have reached the office over the line, at the latest; null: it lives. */
    @Nullable
    Instant mute() {
        return mute;
    }

    /** The last sign of life; the start if there has been none. */
    Instant last() {
        return last;
    }

    /** One frame; true when it is time for a silent seizure. {@code quiet}: the box has no call and no line rings. */
    boolean due(boolean quiet, LineSetup setup) {
        quietFor = quiet ? quietFor + 1 : 0;
        sinceTried = Math.min(AGAIN, sinceTried + 1);
        if (quietFor < QUIET || quietFor % 100 != 0 || (mute != null && sinceTried < AGAIN)) {
            return false;
        }
        Instant now = clock.now();
        return Duration.between(last, now).compareTo(FRESH) >= 0 && setup.open().test(now);
    }
}
