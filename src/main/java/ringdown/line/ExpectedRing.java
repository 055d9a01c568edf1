package ringdown.line;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import ringdown.number.CallerId;

/**
 * The box calls this line itself, to hear whether it rings (LINES rule 18): that ring is no caller's, unless whoever rings goes on after
 * we have hung up, or is known to be somebody else: by the number, because our own digits were not out yet, because our own call was
 * refused, or because it still rings when this one has ended. Belongs to the board's thread.
 */
final class ExpectedRing {
    /** An exchange has stopped ringing for us by then, and nobody rings for so long without another burst. */
    private static final int WINDOW = Frames.of(30_000);

    /** A click is shorter, and no exchange stops so soon after we hang up. */
    private static final int RING = Frames.of(100);

    private static final int END = 7;
    /** A call that we are to answer is answered after the second. */
    private static final int BURSTS = 3;

    private final @Nullable String caller;
    private final BooleanSupplier dialled;
    private final Runnable rung;
    private final @Nullable TestTone answer;
    private int frames;
    private int rings;
    private boolean early;

    /**
     * {@code caller}: the number of the line that calls, E.164; null: not known. {@code dialled}: its last digit is out. {@code answer}: it is
     * to be answered so.
     */
    ExpectedRing(@Nullable String caller, BooleanSupplier dialled, Runnable rung, @Nullable TestTone answer) {
        this.caller = caller;
        this.dialled = dialled;
        this.rung = rung;
        this.answer = answer;
    }

    /** With what it is to be answered; null: the ring itself ends the call. */
    @Nullable
    TestTone answer() {
        return answer;
    }

    /** One frame; false when it is over. {@code voltage}: it rings now; its first half wave has ended our call. */
    boolean frame(boolean voltage) {
        rings = voltage ? rings + 1 : rings;
        if (rings == RING) {
            early = !dialled.getAsBoolean();
            rung.run();
        }
        rings = Math.min(rings, RING + 1);
        return ++frames < WINDOW;
    }

    /** Exchanges tell the number in one form or another: its end is what they all tell. */
    private boolean isOther(@Nullable CallerId known) {
        String told = known == null ? null : known.digits();
        return told != null && caller != null && !told.endsWith(caller.substring(Math.max(0, caller.length() - END)));
    }

    /** A ringing taken for ours has ended unanswered: ours goes on as long as we do not lay down, so somebody else has rung and left. */
    boolean hasLeft() {
        return answer != null && !answer.laidDown();
    }

    /** Somebody rings, for the {@code bursts}-th time; true: it is us. */
    boolean isOurs(@Nullable CallerId known, int bursts) {
        boolean refused = answer != null && answer.refused();
        return !early && !isOther(known) && !refused && bursts <= (answer == null ? 1 : BURSTS);
    }
}
