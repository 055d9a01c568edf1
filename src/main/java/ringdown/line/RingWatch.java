package ringdown.line;

import java.util.List;

/**
 * Bursts of ringing, rings and the end of ringing (LINES rule 10). A ring is one burst, or several with a short pause where the
 * country rings so. Belongs to the board's thread.
 */
final class RingWatch {
    /** A call begins with a burst of this length; a shorter one is an event. */
    private static final int CALL_MILLIS = 350;

    /** Pauses inside a double ring teach nothing about the end of ringing. */
    private static final int SHORTEST_LEARNT_MILLIS = 1000;

    private static final int HOLE = Frames.of(60);
    private static final int UNKNOWN_MARGIN_MILLIS = 1500;

    private final int groupPause;
    private final int countryPauseMillis;
    private int learntPauseMillis;
    private int burst;
    private int pause;
    private int rings;
    private boolean seen;
    private boolean call;

    /** Ringing of the country's cadence; {@code learntPauseMillis} 0 if this line's is unknown. */
    RingWatch(List<Integer> cadence, int learntPauseMillis) {
        int longest = 0;
        int shorter = 0;
        for (int i = 1; i < cadence.size(); i += 2) {
            shorter = Math.max(Math.min(longest, cadence.get(i)), shorter);
            longest = Math.max(longest, cadence.get(i));
        }
        countryPauseMillis = longest;
        groupPause = Frames.of(Math.max(150, shorter == 0 ? 0 : shorter + 150));
        this.learntPauseMillis = learntPauseMillis;
    }

    void frame(boolean ringing) {
        if (ringing) {
            if (!seen || pause > HOLE) {
                begin();
            }
            burst += seen ? pause + 1 : 1;
            seen = true;
            pause = 0;
            call |= Frames.millis(burst) >= CALL_MILLIS;
        } else if (seen) {
            pause++;
        }
    }

    private void begin() {
        if (!seen || pause >= groupPause) {
            rings++;
        }
        if (seen && call && Frames.millis(pause) >= SHORTEST_LEARNT_MILLIS) {
            learntPauseMillis = Math.max(learntPauseMillis, Frames.millis(pause));
        }
        burst = 0;
        pause = 0;
    }

    /** Ringing voltage is on the line now, or was a moment ago. */
    boolean sounding() {
        return seen && pause <= HOLE;
    }

    /** A burst long enough for a call has been seen since the last {@link #reset}. */
    boolean call() {
        return call;
    }

    /** Anything at all has been seen since the last reset. */
    boolean seen() {
        return seen;
    }

    /** How many rings have ended. */
    int endedRings() {
        return seen && pause >= groupPause ? rings : Math.max(0, rings - 1);
    }

    /** No burst for so long that nobody rings any more. */
    boolean over() {
        return seen && Frames.millis(pause) >= overMillis();
    }

    /** A caller who gave up and the next one right behind teach a pause that is too short, so the country's stays the least. */
    private int overMillis() {
        return Math.max(learntPauseMillis * 13 / 10 + 300, countryPauseMillis + UNKNOWN_MARGIN_MILLIS);
    }

    int learntPauseMillis() {
        return learntPauseMillis;
    }

    /** Ringing is over or the line was answered: the next burst begins anew. */
    void reset() {
        seen = false;
        call = false;
        rings = 0;
        burst = 0;
        pause = 0;
    }
}
