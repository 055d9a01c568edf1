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
            case ETSI_BEFORE_RING ->
                beforeRing(alerted(fsk(message, FskModem.V_23, FskShape.ON_HOOK), 100), false, 100);
            case ETSI_REVERSAL -> beforeRing(alerted(fsk(message, FskModem.V_23, FskShape.ON_HOOK), 100), true, 150);
            // EN 300 659-1 §6.1.2 b: a ring of 200 to 300 ms, the FSK 500 to 800 ms behind it.
            case ETSI_RING_PULSE ->
                new CallerIdSignal(
                        fsk(message, FskModem.V_23, FskShape.ON_HOOK),
                        CallerIdSignal.Place.BEFORE_FIRST_RING,
                        false,
                        250,
                        650,
                        250);
            // SIN 227: the telephone's wetting pulse falls into the pause after the alerting tone.
            case BT -> beforeRing(alerted(fsk(message, FskModem.V_23, FskShape.BT), 150), true, 150);
            case NTT ->
                new CallerIdSignal(
                        fsk(NttFrame.of(message), FskModem.V_23, FskShape.NTT),
                        CallerIdSignal.Place.AFTER_ANSWER,
                        true,
                        150,
                        100);
            case DTMF ->
                new CallerIdSignal(
                        dtmf(DtmfForm.A_TO_C, message), CallerIdSignal.Place.BEFORE_FIRST_RING, false, 200, 200);
            case AON ->
                new CallerIdSignal(
                        AonSender.packets(message.numberIfAny().orElse("")),
                        CallerIdSignal.Place.AFTER_ANSWER,
                        false,
                        150,
                        0);
        };
    }

    /**
     * What sets the message lamp of a telephone on hook, without a ring; empty where a country's telephones know no FSK. ETSI telephones are
     * alerted first (EN 300 659-1 §6.2), Bellcore's are not (GR-30-CORE §2.3.2).
     */
    public static short[] lamp(CallerIdScheme scheme, boolean on, int messages) {
        byte[] message = MessageWriter.lamp(on, messages);
        return switch (scheme) {
            case BELLCORE -> fsk(message, FskModem.BELL_202, FskShape.ON_HOOK);
            case ETSI, ETSI_BEFORE_RING, ETSI_RING_PULSE, ETSI_REVERSAL ->
                alerted(fsk(message, FskModem.V_23, FskShape.ON_HOOK), 100);
            case BT -> alerted(fsk(message, FskModem.V_23, FskShape.BT), 150);
            case DTMF, NTT, AON -> new short[0];
        };
    }

    /** FSK of a message built elsewhere, such as {@link MessageWriter#lamp}. */
    public static short[] fsk(byte[] message, FskModem modem, FskShape shape) {
        return FskModulator.modulate(message, modem, shape);
    }

    private static short[] fsk(CallerIdMessage message, FskModem modem, FskShape shape) {
        return fsk(MessageWriter.multiple(message), modem, shape);
    }

    /** EN 300 659-1 §6.1.2: FSK 45 to 500 ms after the alerting tone, ring 200 to 500 ms after the FSK. */
    private static CallerIdSignal beforeRing(short[] sound, boolean reversal, int quietBefore) {
        return new CallerIdSignal(sound, CallerIdSignal.Place.BEFORE_FIRST_RING, reversal, quietBefore, 250);
    }

    /** The alerting signal alone, 80 ms for a telephone in a talk (GR-30-CORE §2.4: 75 to 85 ms). */
    static short[] alert(int millis) {
        var step = new ToneStep(new Tone.Dual(2130, 2750), millis, 0);
        short[] sound = new short[Frame.samples(millis)];
        ToneGenerator.rounds(new CadencedTone(List.of(step), "2130+2750 " + millis), ALERTING_DBM0, 1)
                .read(sound, 0, sound.length);
        return sound;
    }

    private static CallerIdSignal afterRing(short[] sound) {
        return new CallerIdSignal(sound, CallerIdSignal.Place.AFTER_FIRST_RING, false, 500, 200);
    }

    private static short[] alerted(short[] fsk, int pauseMillis) {
        short[] alert = alert(100);
        int before = alert.length + Frame.samples(pauseMillis);
        short[] all = new short[before + fsk.length];
        System.arraycopy(alert, 0, all, 0, alert.length);
        System.arraycopy(fsk, 0, all, before, fsk.length);
        return all;
    }

    /** The keys of a national form. */
    public static short[] dtmf(DtmfForm form, CallerIdMessage message) {
        String keys = form.keys(message);
        short[] sound = new short[DtmfGenerator.samples(keys, DTMF)];
        new DtmfGenerator(keys, DTMF).read(sound, 0, sound.length);
        return sound;
    }
}
