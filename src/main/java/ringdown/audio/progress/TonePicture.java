package ringdown.audio.progress;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A tone of an exchange as it was measured, for whoever learns it or draws it.
 *
 * @param hz its one or two frequencies, lowest first, to about 1 Hz; empty: this is no tone
 * @param cadence milliseconds on and off in turn, one round; empty: without a break
 * @param dbm0 level while it sounds, all frequencies together
 * @param envelope level in dBm0 every {@link #ENVELOPE_MILLIS}, 4 s at most
 * @param spectrum level in dBm0 every {@link #SPECTRUM_HZ} from {@link #SPECTRUM_FROM} on, while it sounds
 */
public record TonePicture(
        List<Double> hz, List<Integer> cadence, double dbm0, List<Double> envelope, List<Double> spectrum) {
    /** Between two figures of the envelope. */
    public static final int ENVELOPE_MILLIS = 10;

    /** First frequency of the spectrum. */
    public static final int SPECTRUM_FROM = 200;

    /** Between two figures of the spectrum. */
    public static final int SPECTRUM_HZ = 20;

    public TonePicture {
        hz = List.copyOf(hz);
        cadence = List.copyOf(cadence);
        envelope = List.copyOf(envelope);
        spectrum = List.copyOf(spectrum);
    }

    /** Measures a sound of 8 kHz; takes some milliseconds, so not on a thread that sound waits for. */
    public static TonePicture of(short[] sound) {
        return new ToneSurvey(sound).picture();
    }

    /** Something that an exchange sends. */
    public boolean tone() {
        return !hz.isEmpty();
    }

    /** In the notation of {@link ringdown.audio.tone.CadencedTone#parse}: "480+620 350,350". */
    public String notation() {
        String tones =
                hz.stream().map(one -> String.format(Locale.ROOT, "%.0f", one)).collect(Collectors.joining("+"));
        String millis = cadence.stream().map(String::valueOf).collect(Collectors.joining(","));
        return millis.isEmpty() ? tones : tones + " " + millis;
    }
}
