package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;

/**
 * Watches a line that is off hook in a talk: has the far end gone (LINES rule 11), which keys does it press. Belongs to the
 * board's thread.
 */
final class TalkWatch {
    private static final int CALLER_LEFT = Frames.of(3000);
    private static final String BUSY_TONE = "busyTone";

    private final FxoCall call;
    private final LineEar ear;
    private final KeyEar keys;
    private final ReleaseWatch release;
    private final SilenceWatch silence = new SilenceWatch();
    private final ToldSigns told;
    private final Knocks knocks;

    TalkWatch(FxoCall call) {
        this.call = call;
        ear = call.line.ear();
        told = new ToldSigns(call.line.card.signs(), key -> call.leg.post(new CallEvent.DigitPressed(call.leg, key)));
        keys = new KeyEar(told::heard);
        release = new ReleaseWatch(call.line);
        knocks = new Knocks(call.line);
    }

    void received(short[] frame) {
        if (knocks.received(frame, ear.callWaitings())) {
            call.leg.voice().receivedNothing();
            return;
        }
        keys.received(frame);
        ear.received(frame, call.line.raw());
        if (!ear.tonal() && ear.steadyMillis() == 0) {
            call.line.sound.voice();
        }
        boolean quiet = ear.quiet(frame);
        String why = release.frame(call.line.card.milliamps(), call.line.battery.reversed(), quiet, ear.voice());
        String toldSo = told.frame(quiet, ear.voice());
        if (why != null) {
            gone(release.since(), why, HangupCause.NORMAL, false);
        } else if (toldSo != null) {
            gone(told.since(), toldSo, HangupCause.NORMAL, false);
        } else if (!tone(ear.event())) {
            silence(quiet && ear.silentHere() && !call.leg.voice().facesPatient());
        }
    }

    /** True if the tone has ended the call. */
    private boolean tone(@Nullable CallProgressEvent event) {
        String what = switch (event) {
            case null -> null;
            case CallProgressEvent.Busy _ -> "busy tone";
            case CallProgressEvent.Congestion _ -> "congestion tone";
            case CallProgressEvent.Repeating own -> "a repeating tone (" + own.heard() + ")";
            case CallProgressEvent.Information _ -> "the information tone";
            case CallProgressEvent.DialTone _, CallProgressEvent.StutterDialTone _ ->
                release.offHookFor() < CALLER_LEFT ? "dial tone" : null;
            case CallProgressEvent.RingBack _ -> null;
        };
        if (what == null
                || event == null
                || (event.released() && call.line.setup().ignores(BUSY_TONE))) {
            return false;
        }
        boolean left = !event.released();
        int samples = left ? release.offHookFor() * Frame.SAMPLES : ear.ago(event);
        boolean own = event instanceof CallProgressEvent.Busy || event instanceof CallProgressEvent.Repeating;
        HangupCause cause = left ? HangupCause.CANCELLED : HangupCause.NORMAL;
        gone(samples / Frame.SAMPLES, release.confirmed(what), cause, own);
        return true;
    }

    private void silence(boolean both) {
        switch (silence.frame(both, call.line.setup().releasedBy("silence"))) {
            case NOTHING -> {}
            case ALARM -> call.line.standing.silent(true);
            case SOUND_AGAIN -> call.line.standing.silent(false);
            case RELEASE -> gone(silence.silentFor(), "silence", HangupCause.SILENCE, false);
        }
    }

    /** {@code busyTone}: the tone that told it is the exchange's for this, of whatever country. */
    private void gone(int frames, String why, HangupCause cause, boolean busyTone) {
        call.line.standing.silent(false);
        call.leg.voice().endTone(frames * Frame.SAMPLES);
        call.line.care.released(call.leg, why, frames, busyTone);
        call.note("the far end has gone: " + why);
        call.farEndGone(cause);
    }

    /** The frame that came last is a key's. */
    boolean key() {
        return keys.sounding();
    }

    /** A voice has just begun: loud, none of the exchange's tones, and not steady. */
    boolean somebodySpeaks() {
        return ear.soundMillis() >= 60 && ear.steadyMillis() < 60;
    }

    /** What is heard may become dial tone. */
    boolean dialToneBegins() {
        return ear.steadyMillis() > 150;
    }

    /** Fills the frame with what the line itself has to say to the exchange, in the place of the talk; false: nothing. */
    boolean speaks(short[] frame) {
        return knocks.sending(frame);
    }

    /** What went out in this frame, or nothing. */
    void sent(short[] frame, boolean sound) {
        ear.sent(frame, sound);
        if (sound) {
            keys.sent(frame);
        }
    }
}
