package ringdown.voicemail;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Frame;
import ringdown.audio.tone.CountryTones;
import ringdown.audio.tone.Tone;
import ringdown.audio.tone.ToneGenerator;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.media.AudioSink;
import ringdown.recording.Recorder;
import ringdown.recording.Tape;

/**
 * Takes a message after the tone: until the caller hangs up, presses #, is silent, or the time is over. Entry and file are on disk
 * before the tone sounds. Runs on the call's thread.
 */
public final class MessageTaker {
    private static final double TONE_HZ = 1400;
    private static final double TONE_DBM0 = -10;
    private static final int TONE_MILLIS = 400;
    private static final long LEAST_SAID_MILLIS = 2000;

    private final Messages messages;
    private final Recorder recorder;
    private final Supplier<CountryTones> country;
    private final Limits limits;

    /**
     * How long it listens.
     *
     * @param most the longest message
     * @param silence ends it
     */
    public record Limits(Duration most, Duration silence) {
        /** Five minutes, ten seconds of silence. */
        public static final Limits USUAL = new Limits(Duration.ofMinutes(5), Duration.ofSeconds(10));
    }

    /** What became of it. */
    public sealed interface Taken {
        /** There is a message; it is listed once the call's ending names it. */
        record Message(String id, double seconds, Handset.Recorded ended) implements Taken {}

        /** Less than two seconds of sound, or no disk to keep it; nothing is left of it. */
        record TooShort(Handset.@Nullable Recorded ended) implements Taken {}

        /** A fax machine or modem; nothing is left of it. */
        record Fax(Handset.Recorded ended) implements Taken {}
    }

    /** Asks for the country's tones anew with each message. */
    public MessageTaker(Messages messages, Recorder recorder, Supplier<CountryTones> country, Limits limits) {
        this.messages = messages;
        this.recorder = recorder;
        this.country = country;
        this.limits = limits;
    }

    /**
     * Plays the tone and records.
     *
     * @throws CallerLeft when the caller goes before the tone is over; nothing is left of it
     */
    public Taken take(Handset handset, String callId, String mailbox, @Nullable String callerNumber) {
        Messages.Begun begun = messages.begin(callId, mailbox, callerNumber);
        Taken taken = new Taken.TooShort(null);
        try (Tape tape = recorder.record(begun.file())) {
            taken = record(handset, tape, begun.id());
        } catch (IOException full) {
            Logger.error("no message could be taken: {}", full.getMessage());
            taken = new Taken.TooShort(null);
        } finally {
            if (!(taken instanceof Taken.Message)) {
                messages.drop(begun.id());
            }
        }
        return taken;
    }

    /** The caller says so of the message just taken, before its call has ended with it. */
    public void urgent(String id) {
        messages.markUrgent(id, true);
    }

    private Taken record(Handset handset, Tape tape, String id) throws IOException {
        handset.play(tone());
        AudioSink[] mine = new AudioSink[1];
        MessageEar ear = new MessageEar(
                tape.sink(),
                country.get(),
                Frame.samples(Math.toIntExact(limits.silence().toMillis())),
                () -> handset.leg().mail().owner().post(new CallEvent.Played(mine[0])));
        mine[0] = ear;
        Handset.Recorded ended = handset.record(ear, limits.most());
        long samples = tape.stop();
        ear.over(handset.leg().voice().endToneSamples());
        if (ear.fax()) {
            return new Taken.Fax(ended);
        }
        if (ear.saidMillis() < LEAST_SAID_MILLIS) {
            return new Taken.TooShort(ended);
        }
        long end = Math.min(samples, ear.end());
        tape.cut(end);
        return new Taken.Message(id, end / (double) Frame.SAMPLE_RATE, ended);
    }

    /** What everybody knows to mean: now speak. */
    static short[] tone() {
        short[] samples = new short[Frame.samples(TONE_MILLIS)];
        ToneGenerator.burst(new Tone.Single(TONE_HZ), TONE_DBM0, TONE_MILLIS).read(samples, 0, samples.length);
        return samples;
    }
}
