package ringdown.simulator;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.Mixing;

/** What the exchange counts on one line. Guarded by its owner's lock. */
final class LineMeter {
    private static final int PULSE = 15;
    private static final double STEP = 2 * Math.PI * 3800 / Frame.SAMPLE_RATE;
    /** What of 16 kHz comes through a filter that is not the best. */
    private static final double RESIDUE = Level.rms(-40) * Math.sqrt(2);

    private int seizures;
    private boolean answered;
    private int charged;
    private boolean ours;
    private @Nullable Integer released;
    private int phase;

    /** The box has gone off hook on an idle line. */
    void seized() {
        seizures++;
        begin();
    }

    /** Another call: nothing is answered or charged yet. */
    void begin() {
        answered = false;
        charged = 0;
        ours = false;
        released = null;
    }

    /** The box has laid down so many frames after the far end had gone. */
    void released(int frames) {
        released = frames * Frame.MILLIS;
    }

    /** The called side has answered; {@code outgoing}: the box pays. */
    void answered(boolean outgoing) {
        answered = true;
        ours = outgoing;
    }

    /** A frame of a connected call; adds what is heard of a pulse that comes each so many frames (0: none). */
    void connected(int pulseEach, short[] spoken) {
        charged++;
        if (ours && pulseEach > 0 && charged % pulseEach < PULSE) {
            for (int i = 0; i < spoken.length; i++) {
                spoken[i] = Mixing.saturate((int) Math.round(spoken[i] + RESIDUE * Math.sin(STEP * phase++)));
            }
        }
    }

    int seizures() {
        return seizures;
    }

    boolean answered() {
        return answered;
    }

    /** Milliseconds; null: the far end of the last call did not go first, or the box has not laid down yet. */
    @Nullable
    Integer releasedMs() {
        return released;
    }

    double chargedSeconds() {
        return charged * Frame.MILLIS / 1000.0;
    }
}
