package ringdown.audio.callerid;

import java.util.List;
import ringdown.audio.Frame;
import ringdown.audio.dtmf.DtmfGenerator;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.Tone;
import ringdown.audio.tone.ToneGenerator;
import ringdown.audio.tone.ToneStep;

/**
 * The exchange's side of caller ID: the samples for each scheme with its pauses. FSK goes out at -14 dBm0, the alerting
 * tone at -16 dBm0 per frequency, DTMF at -11/-9 dBm0. Stateless.
 */
public final class CallerIdSender {
    private static final double ALERTING_DBM0 = -16;
    private static final DtmfGenerator.Style DTMF = new DtmfGenerator.Style(-11, -9, 70, 70);

    private CallerIdSender() {}

    /** The signal for {@code message} in {@code scheme}. */
    public static CallerIdSignal signal(CallerIdScheme scheme, CallerIdMessage message) {
        return switch (scheme) {
            case BELLCORE -> afterRing(fsk(message, FskModem.BELL_202, FskShape.ON_HOOK));
            case ETSI -> afterRing(fsk(message, FskModem.V_23, FskShape.ON_HOOK));
            case ETSI_BEFORE_RING -> {
                // EN 300 659-1 §6.1.2: FSK 45 to 500 ms after the alerting tone, ring 200 to 500 ms after the FSK.
                short[] sound = alerted(fsk(message, FskModem.V_23, FskShape.ON_HOOK), 100);
                yield new CallerIdSignal(sound, CallerIdSignal.Place.BEFORE_FIRST_RING, false, 100, 250);
            }
            case BT -> {
                // SIN 227: the telephone's wetting pulse falls into the pause after the alerting tone.
                short[] sound = alerted(fsk(message, FskModem.V_23, FskShape.BT), 150);
                yield new CallerIdSignal(sound, CallerIdSignal.Place.BEFORE_FIRST_RING, true, 150, 250);
            }
            case DTMF -> new CallerIdSignal(dtmf(message), CallerIdSignal.Place.BEFORE_FIRST_RING, false, 200, 200);
            case AON ->
                new CallerIdSignal(
                        AonSender.packets(message.numberIfAny().orElse("")),
                        CallerIdSignal.Place.AFTER_ANSWER,
                        false,
                        150,
                        0);
        };
    }

    /** FSK of a message built elsewhere, such as {@link MessageWriter#lamp}. */
    public static short[] fsk(byte[] message, FskModem modem, FskShape shape) {
        return FskModulator.modulate(message, modem, shape);
    }

    private static short[] fsk(CallerIdMessage message, FskModem modem, FskShape shape) {
        return fsk(MessageWriter.multiple(message), modem, shape);
    }

    private static CallerIdSignal afterRing(short[] sound) {
        return new CallerIdSignal(sound, CallerIdSignal.Place.AFTER_FIRST_RING, false, 500, 200);
    }

    private static short[] alerted(short[] fsk, int pauseMillis) {
        var step = new ToneStep(new Tone.Dual(2130, 2750), 100, 0);
        var tone = new CadencedTone(List.of(step), "2130+2750 100");
        int before = Frame.samples(100 + pauseMillis);
        short[] all = new short[before + fsk.length];
        ToneGenerator.rounds(tone, ALERTING_DBM0, 1).read(all, 0, Frame.samples(100));
        System.arraycopy(fsk, 0, all, before, fsk.length);
        return all;
    }

    private static short[] dtmf(CallerIdMessage message) {
        String keys = message.numberIfAny()
                .map(number -> "A" + number.replaceAll("[^0-9]", "") + "C")
                .orElse(message.numberAbsence() == Absence.HIDDEN ? "B10C" : "B00C");
        short[] sound = new short[DtmfGenerator.samples(keys, DTMF)];
        new DtmfGenerator(keys, DTMF).read(sound, 0, sound.length);
        return sound;
    }
}
