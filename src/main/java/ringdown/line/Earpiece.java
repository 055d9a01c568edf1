package ringdown.line;

import ringdown.audio.tone.CountryTones;

/** What goes to a telephone that is off hook: the port's own tones, keys, or a voice. Belongs to the board's thread. */
final class Earpiece {
    private final KeySender keys = new KeySender();
    private final EarTone tone = new EarTone();

    EarTone tone() {
        return tone;
    }

    void press(char key) {
        keys.press(key);
    }

    /** Dial tone until the first digit; a stuttering one while somebody is on hold. False for silence. */
    boolean dialTone(short[] frame, Dialling dialling, boolean second, CountryTones tones) {
        tone.sound(dialling.begun() ? null : second ? tones.stutterDial() : tones.dial());
        return tone.sending(frame);
    }

    /** The sound of a call; false for silence. */
    boolean call(short[] frame, FxsLeg leg, CountryTones tones) {
        boolean ringBack = leg.ear() == FxsLeg.Ear.RING_BACK;
        tone.sound(ringBack ? tones.ringback() : null);
        boolean voice = keys.sending(frame, leg.voice());
        return switch (leg.ear()) {
            case SILENCE -> false;
            case RING_BACK -> tone.sending(frame);
            case VOICE -> voice;
        };
    }
}
