package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.audio.tone.CountryTones;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;

/**
 * Watches a line that is off hook in a talk: has the far end gone (LINES rule 11), which keys does it press. Belongs to the
 * board's thread.
 */
final class TalkWatch {
    /** Exchanges break and reverse the loop when they switch; that is no release (LINES rule 11). */
    private static final int SETTLING = Frames.of(2000);

    private static final int BREAK_SETTLING = Frames.of(260);
    private static final int BREAK = Frames.of(200);
    private static final int CALLER_LEFT = Frames.of(3000);
    private static final int SILENT_AFTER_REVERSAL = Frames.of(4000);
    private static final double NO_CURRENT_MA = 3;
    private static final double SILENCE_DBM0 = -48;

    private final FxoCall call;
    private final LineEar ear;
    private final KeyEar keys;
    private int offHookFor;
    private int noCurrentFor;
    private boolean doubtfulReversal;
    private int silentFor;

    TalkWatch(FxoCall call, CountryTones tones) {
        this.call = call;
        ear = new LineEar(tones);
        keys = new KeyEar(key -> call.leg.post(new CallEvent.DigitPressed(call.leg, key)));
    }

    void received(short[] frame) {
        offHookFor++;
        keys.received(frame);
        ear.received(frame);
        noCurrentFor = call.line.card.milliamps() < NO_CURRENT_MA ? noCurrentFor + 1 : 0;
        silentFor = Level.dbm0(frame) < SILENCE_DBM0 ? silentFor + 1 : 0;
        if (noCurrentFor >= (offHookFor < SETTLING ? BREAK_SETTLING : BREAK)) {
            gone(noCurrentFor * Frame.SAMPLES, HangupCause.NORMAL);
        } else if (reversedForGood()) {
            gone((doubtfulReversal ? silentFor : Frames.of(80)) * Frame.SAMPLES, HangupCause.NORMAL);
        } else {
            tone(ear.event());
        }
    }

    private void tone(@Nullable CallProgressEvent event) {
        switch (event) {
            case null -> {}
            case CallProgressEvent.Busy _,
                    CallProgressEvent.Congestion _,
                    CallProgressEvent.Repeating _,
                    CallProgressEvent.Information _ -> gone(ear.ago(event), HangupCause.NORMAL);
            case CallProgressEvent.DialTone _, CallProgressEvent.StutterDialTone _ -> {
                if (offHookFor < CALLER_LEFT) {
                    gone(offHookFor * Frame.SAMPLES, HangupCause.CANCELLED);
                }
            }
            case CallProgressEvent.RingBack _ -> {}
        }
    }

    /** A reversal while the exchange still settles counts only when silence follows. */
    private boolean reversedForGood() {
        if (call.line.battery.reversed()) {
            if (offHookFor > SETTLING) {
                doubtfulReversal = false;
                return true;
            }
            doubtfulReversal = !doubtfulReversal;
        }
        return doubtfulReversal && silentFor >= SILENT_AFTER_REVERSAL;
    }

    private void gone(int samples, HangupCause cause) {
        call.leg.voice().endTone(samples);
        call.farEndGone(cause);
    }

    /** What went out in this frame, or nothing. */
    void sent(short[] frame, boolean sound) {
        if (sound) {
            keys.sent(frame);
        }
    }
}
