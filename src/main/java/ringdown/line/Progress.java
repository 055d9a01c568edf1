package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.audio.tone.CountryTones;
import ringdown.audio.tone.ToneStep;
import ringdown.call.CallEvent;

/** What becomes of a call after its last digit. A line rarely says that it is answered; this states how it knew (LINES rule 8). */
final class Progress {
    /** Nothing recognised for so long: somebody sits there in silence. */
    private static final int ASSUMED = Frames.of(20_000);

    private static final int STOPPED_MARGIN_MILLIS = 1500;
    /** Exchanges break the loop for up to 250 ms within 2 s of the last digit; that is no release (LINES rule 11). */
    private static final int SETTLING = Frames.of(2000);

    private static final int BREAK_SETTLING = Frames.of(260);
    private static final int BREAK = Frames.of(200);

    /** Where the call stands. */
    enum Stand {
        WAITING,
        ANSWERED,
        BUSY,
        CONGESTION,
        NO_SUCH_NUMBER,
        LINE_LOST
    }

    private final FxoCall call;
    private final int stopped;
    private int sinceTone;
    private int sinceDigits;
    private int noCurrentFor;
    private boolean ringback;

    Progress(FxoCall call, CountryTones tones) {
        this.call = call;
        int longest = tones.ringback().steps().stream()
                .filter(step -> step.tone() == null)
                .mapToInt(ToneStep::millis)
                .max()
                .orElse(4000);
        stopped = Frames.of(longest + STOPPED_MARGIN_MILLIS);
    }

    Stand received(short[] frame, LineEar ear) {
        sinceDigits++;
        noCurrentFor = call.line.card.milliamps() < FxoCall.NO_CURRENT_MA ? noCurrentFor + 1 : 0;
        sinceTone = ear.tonal() ? 0 : sinceTone + 1;
        Stand told = tone(ear.event());
        if (told != Stand.WAITING) {
            return told;
        }
        return broken() ? Stand.LINE_LOST : answered(ear);
    }

    /** The far end may have answered without a word and gone again: the break is all that tells of it. */
    private boolean broken() {
        return noCurrentFor >= (sinceDigits < SETTLING ? BREAK_SETTLING : BREAK);
    }

    private Stand tone(@Nullable CallProgressEvent event) {
        return switch (event) {
            case null -> Stand.WAITING;
            case CallProgressEvent.RingBack _ -> {
                if (!ringback) {
                    ringback = true;
                    call.leg.post(new CallEvent.Ringing(call.leg));
                }
                yield Stand.WAITING;
            }
            case CallProgressEvent.Information _ -> Stand.NO_SUCH_NUMBER;
            case CallProgressEvent.Busy _ -> Stand.BUSY;
            case CallProgressEvent.Congestion _,
                    CallProgressEvent.Repeating _,
                    CallProgressEvent.DialTone _,
                    CallProgressEvent.StutterDialTone _ -> Stand.CONGESTION;
        };
    }

    private Stand answered(LineEar ear) {
        String evidence = null;
        if (call.line.battery.reversed()) {
            evidence = "reversal";
        } else if (ear.voice()) {
            evidence = "voice";
        } else if (ringback && sinceTone > stopped) {
            evidence = "ring back stopped";
        } else if (sinceTone > ASSUMED) {
            evidence = "assumed after 20 s";
        }
        if (evidence == null) {
            return Stand.WAITING;
        }
        call.note("the line is answered: " + evidence);
        return Stand.ANSWERED;
    }
}
