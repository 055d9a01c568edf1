package ringdown.call;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.media.AudioSink;
import ringdown.media.AudioSource;
import ringdown.media.Connection;
import ringdown.media.CrossConnect;
import ringdown.media.SoundSource;

/**
 * What a call does with one leg: plays, waits for keys, records. Each verb blocks the call's virtual thread and takes events from
 * the call's inbox until it is done; what the verb does not know goes to the call's single {@code otherwise}. The far end's going
 * throws {@link CallerLeft}, except in {@link #record}, which returns.
 */
public final class Handset {
    private static final String NO_KEY = "";
    private static final String ANY_KEY = "0123456789*#ABCD";

    private final Leg leg;
    private final Inbox inbox;
    private final OfficeClock clock;
    private final CrossConnect matrix;
    private final Consumer<CallEvent> otherwise;

    /** For a leg that the call with that inbox owns. */
    public Handset(Leg leg, Inbox inbox, OfficeClock clock, CrossConnect matrix, Consumer<CallEvent> otherwise) {
        this.leg = leg;
        this.inbox = inbox;
        this.clock = clock;
        this.matrix = matrix;
        this.otherwise = otherwise;
    }

    /** The leg it works on. */
    public Leg leg() {
        return leg;
    }

    /** Plays to the end; keys pressed meanwhile go to {@code otherwise}. */
    public void play(short[] sound) {
        playing(sound, NO_KEY);
    }

    /** Plays until the end or until a key is pressed; the key, or null at the end. */
    public @Nullable Character playUntilKey(short[] sound) {
        return playing(sound, ANY_KEY);
    }

    /** Plays until the end or until one of these keys is pressed; the key, or null at the end. Other keys go to {@code otherwise}. */
    public @Nullable Character playUntilKey(short[] sound, String keys) {
        return playing(sound, keys);
    }

    private @Nullable Character playing(short[] sound, String keys) {
        Object token = new Object();
        AudioSource source = new SoundSource(sound, () -> inbox.post(new CallEvent.Played(token)));
        // A leg without a media clock behind it would never end: the sound's own length, doubled, is the limit.
        long deadline = deadline(Duration.ofMillis(sound.length / 4 + 2000));
        try (Connection playing = matrix.attach(leg.voice(), source, AudioSink.NOWHERE)) {
            while (true) {
                CallEvent event = inbox.take(deadline);
                if (event == null || event instanceof CallEvent.Played played && played.sound() == token) {
                    return null;
                }
                if (event instanceof CallEvent.DigitPressed key && key.leg() == leg && keys.indexOf(key.digit()) >= 0) {
                    return key.digit();
                }
                pass(event);
            }
        }
    }

    /** Waits for one key in silence; null when the time is over. */
    public @Nullable Character key(Duration time) {
        return key(time, AudioSource.SILENCE);
    }

    /** Waits for one key while this is heard; null when the time is over. */
    public @Nullable Character key(Duration time, AudioSource heard) {
        long deadline = deadline(time);
        try (Connection playing = matrix.attach(leg.voice(), heard, AudioSink.NOWHERE)) {
            while (true) {
                CallEvent event = inbox.take(deadline);
                if (event == null) {
                    return null;
                }
                if (event instanceof CallEvent.DigitPressed key && key.leg() == leg) {
                    return key.digit();
                }
                pass(event);
            }
        }
    }

    /** Keys until {@code #}, until so many have come, or until none comes for the time; may be empty. */
    public String keys(int most, Duration each) {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < most) {
            Character key = key(each);
            if (key == null || key == '#') {
                return digits.toString();
            }
            digits.append(key.charValue());
        }
        return digits.toString();
    }

    /**
     * Lets the far end speak into the sink until it goes, presses #, the sink's owner posts {@link CallEvent.Played} of that sink, or
     * the time is over.
     */
    public Recorded record(AudioSink sink, Duration most) {
        long deadline = deadline(most);
        try (Connection recording = matrix.attach(leg.voice(), AudioSource.SILENCE, sink)) {
            while (true) {
                CallEvent event = inbox.take(deadline);
                switch (event) {
                    case null -> {
                        return new Recorded.TimeOver();
                    }
                    case CallEvent.Gone gone
                    when gone.leg() == leg -> {
                        return new Recorded.FarEndLeft(gone);
                    }
                    case CallEvent.DigitPressed key
                    when key.leg() == leg && key.digit() == '#' -> {
                        return new Recorded.KeyPressed();
                    }
                    case CallEvent.Played played
                    when played.sound() == sink -> {
                        return new Recorded.Stopped();
                    }
                    case CallEvent.ShuttingDown stop -> {
                        otherwise.accept(stop);
                        return new Recorded.Stopped();
                    }
                    default -> pass(event);
                }
            }
        }
    }

    /** Lets that much time pass with the given sound (ring-back, music) to the far end. */
    public void waitWith(AudioSource sound, Duration time) {
        long deadline = deadline(time);
        try (Connection waiting = matrix.attach(leg.voice(), sound, AudioSink.NOWHERE)) {
            for (CallEvent event = inbox.take(deadline); event != null; event = inbox.take(deadline)) {
                pass(event);
            }
        }
    }

    private void pass(CallEvent event) {
        if (event instanceof CallEvent.Gone gone && gone.leg() == leg) {
            throw new CallerLeft(gone);
        }
        otherwise.accept(event);
    }

    private long deadline(Duration time) {
        return clock.nanos() + time.toNanos();
    }

    /** Why a recording ended. */
    public sealed interface Recorded {
        /** The far end hung up. */
        record FarEndLeft(CallEvent.Gone gone) implements Recorded {}

        /** The far end pressed #. */
        record KeyPressed() implements Recorded {}

        /** The sink asked for the end: silence, disk full. */
        record Stopped() implements Recorded {}

        /** The longest time was over. */
        record TimeOver() implements Recorded {}
    }
}
