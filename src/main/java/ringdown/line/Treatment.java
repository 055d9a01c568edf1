package ringdown.line;

import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.CountryTones;
import ringdown.call.HangupCause;

/**
 * What a telephone gets whose call is over and that is still off hook: a tone for 10 s, an open loop for 600 ms (answering machines
 * and doors take it for the end), the howler, then nothing until it is laid down (LINES rule 14). Belongs to the board's thread.
 */
final class Treatment {
    private static final int TONE = Frames.of(10_000);
    private static final int OPEN = TONE + Frames.of(600);
    private static final int HOWLER = OPEN + Frames.of(30_000);

    private final FxsCard card;
    private final EarTone ear;
    private final CadencedTone tone;
    private final CadencedTone howler;
    private int frames;

    Treatment(FxsCard card, EarTone ear, CountryTones tones, HangupCause cause) {
        this.card = card;
        this.ear = ear;
        tone = tone(tones, cause);
        howler = tones.howler();
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
        frames++;
        if (frames == TONE) {
            card.feed(FxsCard.Feed.OPEN);
        } else if (frames == OPEN) {
            card.feed(FxsCard.Feed.FORWARD);
        }
    }

    /** We hold the loop open: the hook says nothing. */
    boolean loopOpen() {
        return frames >= TONE && frames < OPEN;
    }

    /** The tone still sounds: whoever flashes may dial again. */
    boolean tone() {
        return frames < TONE;
    }

    boolean sending(short[] frame) {
        ear.sound(frames < TONE ? tone : frames >= OPEN && frames < HOWLER ? howler : null);
        return ear.sending(frame);
    }
}
