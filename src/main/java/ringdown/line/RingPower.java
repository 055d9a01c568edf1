package ringdown.line;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Ringing voltage for so many telephones at a time as the board's supply bears (LINES rule 14): bursts of others wait for their turn. A
 * telephone's first burst begins within a second, for which those that ring are cut short; later ones keep the place that this
 * gave them in the cadence. Shared by all ports; belongs to the board's thread.
 */
final class RingPower {
    /** In so many frames everybody's first burst has begun. */
    private static final int FIRST_WITHIN = Frames.of(900);

    private static final int SHORTEST = Frames.of(100);
    private static final int WAITED_LONG = Frames.of(2000);
    private static final int RUNG_ENOUGH = Frames.of(400);

    private final IntSupplier atOnce;
    private final List<Turn> ringing = new ArrayList<>();
    private final List<Turn> waiting = new ArrayList<>();

    /** {@code atOnce}: so many, as the office has it now. */
    RingPower(IntSupplier atOnce) {
        this.atOnce = atOnce;
    }

    /** One port's wish to ring. */
    final class Turn {
        private boolean first;
        private int frames;

        /** A burst is due in this frame: true if it may sound. {@code first}: the telephone has not rung for this caller yet. */
        boolean take(boolean firstBurst) {
            if (ringing.contains(this)) {
                frames++;
                return true;
            }
            if (!waiting.contains(this)) {
                frames = 0;
                first = firstBurst;
                waiting.add(first ? firsts() : waiting.size(), this);
            }
            frames++;
            boolean granted = ringing.size() < atOnce.getAsInt() && waiting.getFirst() == this;
            if (granted) {
                waiting.remove(this);
                ringing.add(this);
                frames = 0;
            }
            return granted;
        }

        /** Others wait, and this one has rung for the longest. */
        boolean mustEnd() {
            if (waiting.isEmpty() || ringing.isEmpty() || ringing.getFirst() != this) {
                return false;
            }
            Turn next = waiting.getFirst();
            int share = FIRST_WITHIN * atOnce.getAsInt() / (ringing.size() + firsts());
            return next.first
                    ? frames >= Math.max(SHORTEST, share)
                    : next.frames > WAITED_LONG && frames >= RUNG_ENOUGH;
        }

        /** It is silent. */
        void end() {
            ringing.remove(this);
            waiting.remove(this);
        }
    }

    private int firsts() {
        return (int) waiting.stream().filter(turn -> turn.first).count();
    }

    Turn turn() {
        return new Turn();
    }
}
