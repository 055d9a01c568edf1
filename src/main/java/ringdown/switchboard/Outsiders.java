package ringdown.switchboard;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.clock.OfficeClock;
import ringdown.conversation.Talk;
import ringdown.conversation.TalkEnd;
import ringdown.media.AudioSink;
import ringdown.media.Connection;
import ringdown.number.Language;
import ringdown.prompts.Phrase;

/**
 * Two parties outside who talk without a telephone of the office: callers whom somebody has joined, a caller and a mobile. Nobody of the
 * office hears them, so at least one of the two ways must tell when its caller has gone ({@link Bridging}), and every half hour one of
 * them says by key that they still talk: else two lines would be lost for good (LINES.md 8). Used by the call's own thread only.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Outsiders {
    static final Duration CONFIRMED = Duration.ofMinutes(30);

    private static final Duration FOR_A_KEY = Duration.ofSeconds(30);
    /** Samples of silence before they are asked again: 4 s. */
    private static final int TIME_TO_PRESS = 4 * Frame.SAMPLE_RATE;

    private final CallRun run;
    private final Sounds sounds;

    /** The half hour of that round is over. */
    private record HalfHour(Object round) implements CallEvent.Request {}

    /** {@code run}: the call as it is for the first of the two. */
    Outsiders(CallRun run, Sounds sounds) {
        this.run = run;
        this.sounds = sounds;
    }

    /** Two callers whom the office has joined: until one of them has gone, or nobody presses the key. */
    TalkEnd joined(Leg other, Language language) {
        try {
            return asked(other, language, null, before -> goesOn(run.talk(other, true, sounds), before));
        } finally {
            run.hangUp(other, HangupCause.NORMAL);
        }
    }

    private static Talk goesOn(Talk talk, @Nullable TalkEnd before) {
        return before == null ? talk : talk.goesOn(before);
    }

    /**
     * A talk of whoever they are, asked only if both are on copper; ends as it would have ended without the questions in between.
     *
     * @param before they have talked already; null: not so
     * @param talk the talk as it is to be after that end
     */
    TalkEnd talk(Leg other, Language language, @Nullable TalkEnd before, Function<@Nullable TalkEnd, Talk> talk) {
        return Bridging.copper(run.caller, other)
                ? asked(other, language, before, talk)
                : talk.apply(before).run();
    }

    private TalkEnd asked(
            Leg other, Language language, @Nullable TalkEnd before, Function<@Nullable TalkEnd, Talk> talk) {
        TalkEnd end = once(talk.apply(before));
        while (end.asked() instanceof HalfHour) {
            CallEvent.Gone gone = gone(other, language);
            if (gone != null) {
                return end.endedBy(gone);
            }
            end = once(talk.apply(end)).after(end);
        }
        return end;
    }

    /**
     * Half an hour of either time: wall time may be moved, and then whoever does so sees them asked; monotonic time goes on whatever
     * becomes of the other.
     */
    private TalkEnd once(Talk talk) {
        Object round = new Object();
        Runnable ask = () -> run.inbox.post(new CallEvent.Asked(new HalfHour(round)));
        OfficeClock clock = run.desk.clock();
        OfficeClock.Alarm asks = clock.after(CONFIRMED, "two callers talk", ask);
        OfficeClock.Alarm moved = clock.at(run.now().plus(CONFIRMED), "two callers talk", ask);
        try {
            return talk.endsFor(request -> request instanceof HalfHour asked && asked.round() == round)
                    .run();
        } finally {
            asks.cancel();
            moved.cancel();
        }
    }

    /** Both are asked; a key of either will do. Null: they talk on; else who has gone, or is taken for gone. */
    private CallEvent.@Nullable Gone gone(Leg other, Language language) {
        short[] asked = sounds.phrase(Phrase.STILL_TALKING, language);
        short[] question = Arrays.copyOf(asked, asked.length + TIME_TO_PRESS);
        long until = run.deadline(FOR_A_KEY);
        try (Connection one = hears(run.caller, question);
                Connection two = hears(other, question)) {
            for (CallEvent event = run.inbox.take(until); event != null; event = run.inbox.take(until)) {
                if (event instanceof CallEvent.DigitPressed) {
                    run.event("key: the two callers still talk");
                    return null;
                }
                if (event instanceof CallEvent.Gone gone && (gone.leg() == run.caller || gone.leg() == other)) {
                    return gone;
                }
                run.otherwise(event);
            }
        }
        run.event("no key: the two callers are taken for gone");
        return new CallEvent.Gone(run.caller, HangupCause.NORMAL, true);
    }

    private Connection hears(Leg leg, short[] question) {
        return run.desk.matrix().attach(leg.voice(), sounds.again(question), AudioSink.NOWHERE);
    }
}
