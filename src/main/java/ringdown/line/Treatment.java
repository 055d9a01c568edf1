package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.CountryTones;
import ringdown.call.HangupCause;

/**
 * What a telephone gets whose call is over and that is still off hook: a tone for 10 s (or none), an open loop for 600 ms (answering
 * machines and doors take it for the end), the howler, then nothing until it is laid down (LINES rule 14). Belongs to the board's thread.
 */
final class Treatment {
    private static final int TONE = Frames.of(10_000);
    private static final int OPEN = Frames.of(600);
    private static final int HOWLER = Frames.of(30_000);

    private final FxsCard card;
    private final EarTone ear;
    private @Nullable CadencedTone tone;
    private @Nullable CadencedTone howler;
    private int toneEnds;
    private int frames;

    Treatment(FxsCard card, EarTone ear) {
        this.card = card;
        this.ear = ear;
    }

    /** A call has ended for that cause; {@code sounds}: there is a tone before the loop is opened. */
    void begin(CountryTones tones, HangupCause cause, boolean sounds) {
        tone = tone(tones, cause);
        howler = tones.howler();
        toneEnds = sounds ? TONE : 1;
        frames = 0;
    }

    /** Nothing is over. */
    void none() {
        tone = null;
        frames = 0;
        ear.sound(null);
    }

    private static CadencedTone tone(CountryTones tones, HangupCause cause) {
        return switch (cause) {
            case NO_SUCH_NUMBER -> tones.information();
            case CONGESTION, UNREACHABLE, FAULT, LOST, SHUTDOWN -> tones.congestion();
            case NORMAL, CANCELLED, BUSY, NO_ANSWER, REJECTED, NOT_ACCEPTABLE, ANSWERED_ELSEWHERE, SILENCE, REFUSED ->
                tones.busy();
        };
    }

    /** One frame on. */
    void frame() {
        frames = Math.min(frames + 1, howls(HOWLER));
        if (frames == toneEnds) {
            card.feed(FxsCard.Feed.OPEN);
        } else if (frames == howls(0)) {
            card.feed(FxsCard.Feed.FORWARD);
        }
    }

    /** The frame in which it has howled for so long. */
    private int howls(int howled) {
        return toneEnds + OPEN + howled;
    }

    /** We hold the loop open: the hook says nothing. */
    boolean loopOpen() {
        return tone != null && frames >= toneEnds && frames < howls(0);
    }

    /** The tone still sounds: whoever flashes may dial again. */
    boolean tone() {
        return tone != null && frames < toneEnds;
    }

    /** The howler is over. */
    boolean parked() {
        return tone != null && frames >= howls(HOWLER);
    }

    boolean sending(short[] frame) {
        boolean howls = frames >= howls(0) && frames < howls(HOWLER);
        ear.sound(frames < toneEnds ? tone : howls ? howler : null);
        return ear.sending(frame);
    }
}
