package ringdown.conversation;

import ringdown.audio.Frame;
import ringdown.audio.progress.VoiceActivity;
import ringdown.media.AudioSink;

/** Listens to one side until it is sure that somebody was heard. Written by the media clock, read by the call's thread. */
final class Ear implements AudioSink {
    /** A click or a cough is nobody; a second of sound is. */
    private static final int ENOUGH_MILLIS = 1000;

    private final VoiceActivity activity = new VoiceActivity();
    private volatile boolean heard;

    @Override
    public void write(short[] frame) {
        if (!heard) {
            activity.process(frame, 0, Frame.SAMPLES);
            heard = activity.soundMillis() >= ENOUGH_MILLIS;
        }
    }

    boolean heard() {
        return heard;
    }
}
