package ringdown.line;

import java.util.List;

/**
 * How ringing goes on one line: the country's cadence, and what the line itself has taught (LINES rule 10). All times in
 * milliseconds. Belongs to the board's thread.
 */
final class RingCadence {
    /** Shorter pauses stand inside a ring, in one country or another, and teach nothing of its end. */
    static final int BETWEEN_RINGS = 1000;

    private static final int UNKNOWN_MARGIN = 1500;
    /** No exchange pauses for longer between two rings. */
    private static final int LONGEST = 6500;

    private final List<Integer> country;
    private final int pause;
    private final int burst;
    private final int withinRing;
    private int learnt;
    private int lastGap;
    private int oddStarts;

    /** The country's ringing, on and off in turn; {@code learnt} is the longest pause heard on the line, 0 if unknown. */
    RingCadence(List<Integer> country, int learnt) {
        this.country = country;
        this.learnt = learnt;
        int longest = 0;
        int shorter = 0;
        for (int i = 1; i < country.size(); i += 2) {
            shorter = Math.max(Math.min(longest, country.get(i)), shorter);
            longest = Math.max(longest, country.get(i));
        }
        pause = longest;
        burst = country.getFirst();
        withinRing = Math.max(150, shorter == 0 ? 0 : shorter + 150);
    }

    /** The same country still. */
    boolean of(List<Integer> cadence) {
        return country.equals(cadence);
    }

    /** Bursts parted by so little are one ring. */
    boolean joins(int pause) {
        return pause < withinRing;
    }

    /** The country's pause between two rings. */
    int longest() {
        return pause;
    }

    /** How many bursts make a ring here. */
    int burstsInRing() {
        return country.size() / 2;
    }

    /** A burst as long as this country's first one: it was rung from its beginning to its end. */
    boolean whole(int millis) {
        return near(millis, burst, 0.25);
    }

    /** The pause is one of this line; {@code loosely}: exchanges of one country differ, and nothing is known of this one yet. */
    boolean fits(int millis, boolean loosely) {
        return near(millis, pause, loosely && learnt == 0 ? 0.3 : 0.1) || learnt > 0 && near(millis, learnt, 0.05);
    }

    /** The same time, as exchanges measure it. */
    static boolean same(int one, int other) {
        return near(one, other, 0.05);
    }

    private static boolean near(int millis, int wanted, double part) {
        return Math.abs(millis - wanted) <= wanted * part + 50;
    }

    /** The line paused so long within one ringing. */
    void learn(int millis) {
        learnt = millis < BETWEEN_RINGS || millis > LONGEST ? learnt : Math.max(learnt, millis);
    }

    /**
     * So much time lay between a ringing and the next one. The same time twice is no chance: it was one ringing with a longer pause
     * than this country's.
     */
    void parted(int millis) {
        if (lastGap > 0 && same(millis, lastGap)) {
            learn(millis);
        }
        lastGap = millis > LONGEST ? 0 : millis;
    }

    /** That gap has come again within a ringing: it was a pause. */
    boolean wasPause(int millis) {
        return lastGap > 0 && same(millis, lastGap);
    }

    /** How a ringing's first pause was: old exchanges connect the first ring in the middle of a pause, again and again. */
    void began(boolean regularly) {
        oddStarts = regularly ? 0 : oddStarts + 1;
    }

    /** A first pause says something on this line. */
    boolean beginsRegularly() {
        return oddStarts < 3;
    }

    /** Silence after which nobody rings any more. The country's pause stays the least: two callers in a row teach a shorter one. */
    int over() {
        return Math.max(learnt * 13 / 10 + 300, pause + UNKNOWN_MARGIN);
    }

    /** A burst that is no older lets the line be taken: whoever rings is still there (LINES rule 2). */
    int fresh() {
        return (learnt > 0 ? learnt : pause) + UNKNOWN_MARGIN;
    }

    int learnt() {
        return learnt;
    }
}
