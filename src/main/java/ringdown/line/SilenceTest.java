package ringdown.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * Noise of a silent line, and how much of a noise that we send comes back with each of the port's hybrid settings. Short: an exchange
 * waits a few seconds for the next digit. Belongs to the board's thread.
 */
final class SilenceTest {
    private static final int SETTLING = Frames.of(150);
    private static final int NOISE = SETTLING + Frames.of(400);
    private static final int EACH = Frames.of(180);
    private static final int OLD_ECHO = Frames.of(60);
    private static final double SENT_DBM0 = -16;
    private static final double ERROR_DB = 0.5;
    /** Not silent: what comes back could not be told from it. */
    private static final double TOO_LOUD_DBM0 = -35;

    private final FxoLine line;
    private final short[] sent = Frame.silence();
    private final List<Double> losses = new ArrayList<>();
    private final double peak = Level.rms(SENT_DBM0) * Math.sqrt(3);
    private int frames;
    private int inSet;
    private double noisePower;
    private double sentPower;
    private double backPower;
    private long random = 4711;
    private @Nullable Double noise;

    SilenceTest(FxoLine line) {
        this.line = line;
    }

    /** One frame as it came; true when all is measured. */
    boolean received(short[] frame) {
        frames++;
        if (frames <= NOISE) {
            noise(frame);
            return false;
        }
        Double known = noise;
        if (known == null || known > TOO_LOUD_DBM0 || losses.size() >= line.card.hybrids()) {
            return true;
        }
        echo(frame);
        return losses.size() >= line.card.hybrids();
    }

    private void noise(short[] frame) {
        if (frames > SETTLING) {
            noisePower += power(frame);
        }
        if (frames == NOISE) {
            noisePower /= NOISE - SETTLING;
            noise = Math.round(Level.dbm0OfPower(noisePower) * 10) / 10.0;
            line.card.hybrid(0);
        }
    }

    private void echo(short[] frame) {
        inSet++;
        if (inSet > OLD_ECHO) {
            line.card.sent(sent);
            sentPower += power(sent);
            backPower += power(frame) - noisePower;
        }
        if (inSet == EACH) {
            double loss = 10 * Math.log10(sentPower / Math.max(1, backPower));
            losses.add(Math.round(loss * 10) / 10.0);
            sentPower = 0;
            backPower = 0;
            inSet = 0;
            if (losses.size() < line.card.hybrids()) {
                line.card.hybrid(losses.size());
            }
        }
    }

    private static double power(short[] frame) {
        double sum = 0;
        for (short sample : frame) {
            sum += (double) sample * sample;
        }
        return sum / frame.length;
    }

    /** White noise while settings are tried. */
    boolean sending(short[] frame) {
        if (frames < NOISE) {
            return false;
        }
        for (int i = 0; i < frame.length; i++) {
            random = random * 6364136223846793005L + 1442695040888963407L;
            frame[i] = (short) Math.round(peak * ((random >> 33) / (double) (1L << 30)));
        }
        return true;
    }

    @Nullable
    Double noiseDbm0() {
        return noise;
    }

    /** In order of the settings, as far as it has come; all or none at the end. */
    List<Double> lossesDb() {
        return List.copyOf(losses);
    }

    /** The setting with the greatest loss; a later one must be better by more than the measurement errs. */
    int best() {
        int best = 0;
        for (int i = 1; i < losses.size(); i++) {
            best = losses.get(i) > losses.get(best) + ERROR_DB ? i : best;
        }
        return best;
    }
}
