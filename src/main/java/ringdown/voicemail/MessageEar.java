package ringdown.voicemail;

import java.util.concurrent.atomic.AtomicBoolean;
import ringdown.audio.Frame;
import ringdown.audio.progress.CallProgressDetector;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.audio.progress.FaxDetector;
import ringdown.audio.progress.VoiceActivity;
import ringdown.audio.tone.CountryTones;
import ringdown.media.AudioSink;

/**
 * Listens to a message while it is recorded: how much was said, when it fell silent, whether the exchange's tone says that the caller
 * has gone. Runs on the media clock's thread; asked by the call's thread after the recording has ended.
 */
final class MessageEar implements AudioSink {
    /** Below that it is the line's noise. */
    private static final long ENOUGH_NEW_SOUND_MILLIS = 30;

    private static final long SPOKEN_MILLIS = 1000;
    private static final int FAX_MILLIS = 800;

    private final AudioSink tape;
    private final Runnable stop;
    private final long silenceSamples;
    private final VoiceActivity activity = new VoiceActivity();
    private final CallProgressDetector tones;
    private final FaxDetector fax = new FaxDetector(event -> {});
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long samples;
    private long soundMillis;
    private long firstSound = Long.MAX_VALUE;
    private long lastSound;
    private long toneFrom = -1;

    /** {@code stop} runs once, when it has been silent for so long or the caller's line has been released. */
    MessageEar(AudioSink tape, CountryTones country, long silenceSamples, Runnable stop) {
        this.tape = tape;
        this.stop = stop;
        this.silenceSamples = silenceSamples;
        this.tones = new CallProgressDetector(country, this::heard);
    }

    @Override
    public void write(short[] frame) {
        tape.write(frame);
        activity.process(frame, 0, frame.length);
        tones.process(frame, 0, frame.length);
        fax.process(frame, 0, frame.length);
        samples += frame.length;
        if (activity.soundMillis() >= soundMillis + ENOUGH_NEW_SOUND_MILLIS) {
            firstSound = Math.min(firstSound, samples - Frame.samples((int) activity.soundMillis()));
            soundMillis = activity.soundMillis();
            lastSound = samples;
        }
        if (fax() || toneFrom >= 0 || samples - lastSound >= silenceSamples) {
            stopOnce();
        }
    }

    /** A machine calls: two bursts of the calling tone, or most of a second of either tone; nobody whistles so. */
    boolean fax() {
        return fax.toneMillis() >= FAX_MILLIS;
    }

    private void heard(CallProgressEvent event) {
        if (event.released()) {
            toneFrom = event.from();
        }
    }

    /**
     * The recording is over. The line may have heard the end tone a frame before it came here, so it is asked too.
     *
     * @param endTone so many of the last samples are the end tone as the line heard it, 0 for none ({@code Voice.endToneSamples})
     */
    void over(int endTone) {
        if (endTone > 0) {
            long from = Math.max(0, samples - endTone);
            toneFrom = toneFrom >= 0 ? Math.min(toneFrom, from) : from;
        }
    }

    private void stopOnce() {
        if (stopped.compareAndSet(false, true)) {
            stop.run();
        }
    }

    /**
     * How long somebody spoke before the end tone: from the first sound to the last one, pauses between words included, provided that
     * a second of it was sound; a cough and a click far apart are no message.
     */
    long saidMillis() {
        long sound = toneFrom >= 0 ? activity.soundMillisBefore(toneFrom) : activity.soundMillis();
        if (sound < SPOKEN_MILLIS) {
            return sound;
        }
        long last = toneFrom >= 0 ? Math.min(lastSound, toneFrom) : lastSound;
        return Math.max(sound, (last - firstSound) * 1000 / Frame.SAMPLE_RATE);
    }

    /** Where the message ends: before the tone, and a second after the last sound. */
    long end() {
        long end = Math.min(samples, lastSound + Frame.SAMPLE_RATE);
        return toneFrom >= 0 ? Math.min(end, toneFrom) : end;
    }

    @Override
    public String toString() {
        return "message(" + soundMillis + " ms said)";
    }
}
