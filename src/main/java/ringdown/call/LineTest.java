package ringdown.call;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.audio.progress.TonePicture;

/**
 * A line test (LINES rule 18), as far as it has come.
 *
 * @param volts at rest, 0 while unknown
 * @param milliamps with the loop closed
 * @param dialTone what was heard after that; null: not yet, or nothing
 * @param stutter dial tone was interrupted
 * @param digit what was dialled to have silence; null: nothing
 * @param noiseDbm0 of the silent line; null: not measured
 * @param impedance of the port, "270 ohm + (750 ohm || 150 nF)" or "complex"; null: not known
 * @param echoLossDb with each of the port's hybrid settings, in order; empty: not measured
 * @param hybrid the setting with the greatest loss, which holds from now on
 */
public record LineTest(
        Instant at,
        State state,
        double volts,
        double milliamps,
        @Nullable TonePicture dialTone,
        boolean stutter,
        @Nullable String digit,
        @Nullable Double noiseDbm0,
        @Nullable String impedance,
        List<Double> echoLossDb,
        int hybrid) {
    /** How it stands. */
    public enum State {
        RUNNING("running"),
        DONE("done"),
        /** Somebody rings, on this line or another. */
        RING("stoppedByRing"),
        /** Somebody of the office needed the line, or the last other one was taken. */
        NEEDED("stoppedByCall"),
        /** A caller was on the line: the call is served. */
        CALLER("caller"),
        /** Neither dial tone nor anybody. */
        SILENT("noDialTone"),
        /** No battery, or none any more. */
        DEAD("noBattery");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }
    }

    public LineTest {
        echoLossDb = List.copyOf(echoLossDb);
    }

    /** What an installer is to be told, in stable words that the page translates; the worst of each thing measured. */
    public List<String> remarks() {
        return LineRemarks.of(this);
    }
}
