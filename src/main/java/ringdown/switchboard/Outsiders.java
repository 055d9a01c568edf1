package ringdown.switchboard;

import java.time.Duration;
import java.util.Arrays;
import ringdown.audio.Frame;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.clock.OfficeClock;
import ringdown.conversation.TalkEnd;
import ringdown.media.AudioSink;
import ringdown.media.Connection;
import ringdown.number.Language;
import ringdown.prompts.Phrase;

/**
 * Two callers from outside whom somebody of the office has joined. Nobody of the office hears them any more, so at least one of the two ways
 * must tell when its caller has gone, and every half hour one of them says by key that they still talk: else two lines would be lost for good
 * (LINES.md 8). Used by the call's own thread only.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Outsiders {
    static final Duration CONFIRMED = Duration.ofMinutes(30);

    private static final Duration FOR_A_KEY = Duration.ofSeconds(30);
    /** Samples of silence before they are asked again: 4 s. */
    private static final int TIME_TO_PRESS = 4 * Frame.SAMPLE_RATE;

    private final CallRun run;
    private final Tally tally;
    private final Sounds sounds;
    private final Duration confirmed;

    /** The half hour of that round is over. */
    private record StillThere(Object round) implements CallEvent.Request {}

    Outsiders(CallRun run, Tally tally, Sounds sounds, Duration confirmed) {
        this.run = run;
        this.tally = tally;
        this.sounds = sounds;
        this.confirmed = confirmed;
    }

    /** True if the end of one of the two is sure to be noticed. */
    static boolean watched(Desk desk, String via, String other) {
        return desk.equipment().outsideLines().stream()
                .filter(line -> line.via().equals(via) || line.via().equals(other))
                .anyMatch(OutsideLine::releaseProven);
    }

    /** Until one of them has gone, or nobody presses the key. */
    TalkEnd talk(Leg other, Language language) {
        try {
            TalkEnd end = once(other);
            while (end.asked() != null && stillTalk(other, language)) {
                end = once(other);
            }
            return end;
        } finally {
            run.hangUp(other, HangupCause.NORMAL);
        }
    }

    /**
     * Half an hour of either time: wall time may be moved, and then whoever does so sees them asked; monotonic time goes on whatever
     * becomes of the other.
     */
    private TalkEnd once(Leg other) {
        Object round = new Object();
        Runnable ask = () -> run.inbox.post(new CallEvent.Asked(new StillThere(round)));
        OfficeClock clock = run.desk.clock();
        OfficeClock.Alarm asks = clock.after(confirmed, "two callers talk", ask);
        OfficeClock.Alarm moved = clock.at(run.now().plus(confirmed), "two callers talk", ask);
        try {
            TalkEnd end = run.talk(other, true, sounds)
                    .endsFor(request -> request instanceof StillThere asked && asked.round() == round)
                    .run();
            tally.talked(end);
            return end;
        } finally {
            asks.cancel();
            moved.cancel();
        }
    }

    /** Both are asked; a key of either will do. */
    private boolean stillTalk(Leg other, Language language) {
        short[] asked = sounds.phrase(Phrase.STILL_TALKING, language);
        short[] question = Arrays.copyOf(asked, asked.length + TIME_TO_PRESS);
        long until = run.deadline(FOR_A_KEY);
        try (Connection one = hears(run.caller, question);
                Connection two = hears(other, question)) {
            for (CallEvent event = run.inbox.take(until); event != null; event = run.inbox.take(until)) {
                if (event instanceof CallEvent.DigitPressed) {
                    run.event("key: the two callers still talk");
                    return true;
                }
                if (event instanceof CallEvent.Gone gone && (gone.leg() == run.caller || gone.leg() == other)) {
                    return false;
                }
                run.otherwise(event);
            }
        }
        run.event("no key: the two callers are taken for gone");
        return false;
    }

    private Connection hears(Leg leg, short[] question) {
        return run.desk.matrix().attach(leg.voice(), sounds.again(question), AudioSink.NOWHERE);
    }
}
