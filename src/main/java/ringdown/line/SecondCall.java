package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;
import ringdown.audio.callerid.CallWaitingSender;
import ringdown.audio.tone.CountryTones;
import ringdown.audio.tone.ToneGenerator;
import ringdown.call.RingRequest;

/**
 * Somebody who calls while the telephone is in a talk: the country's call-waiting tone over the talk, and after the first one who it is
 * (Type II), for telephones that ask. Belongs to the board's thread.
 */
final class SecondCall {
    /** Own tones (LINES rule 15). */
    private static final double DBM0 = -12;

    private final FxsLeg leg;
    private final RingRequest request;
    private final ToneGenerator tone;
    private final @Nullable CallWaitingSender teller;
    private final int knock;
    private int sounded;
    private final short[] sound = Frame.silence();

    /** {@code teller}: tells the telephone after the first tone who calls; null: its country's telephones cannot be told. */
    SecondCall(FxsLeg leg, RingRequest request, CountryTones tones, @Nullable CallWaitingSender teller) {
        this.teller = teller;
        knock = Frames.of(tones.callWaiting().steps().getFirst().millis());
        this.leg = leg;
        this.request = request;
        tone = ToneGenerator.endless(tones.callWaiting(), DBM0);
    }

    FxsLeg leg() {
        return leg;
    }

    /** As whoever calls was announced: the telephone may yet ring for them. */
    RingRequest request() {
        return request;
    }

    /** The talk is silent while the telephone is told, and what it answers is nobody's. */
    boolean telling() {
        return teller != null && sounded >= knock && !teller.over();
    }

    /** What comes from the telephone; true: it belongs to nobody. */
    boolean hears(short[] frame) {
        boolean ours = telling();
        if (ours && teller != null) {
            teller.received(frame);
        }
        return ours;
    }

    /** One frame of the tone over what the talk says; {@code spoken}: there is anything in it. */
    void over(short[] frame, boolean spoken) {
        leg.voice().receivedNothing();
        if (telling() && teller != null && teller.sending(frame)) {
            return;
        }
        sounded = Math.min(sounded + 1, knock);
        if (!spoken) {
            java.util.Arrays.fill(frame, (short) 0);
        }
        tone.read(sound, 0, Frame.SAMPLES);
        Mixing.add(sound, frame);
    }
}
