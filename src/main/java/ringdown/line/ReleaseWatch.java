package ringdown.line;

import org.jspecify.annotations.Nullable;

/**
 * Breaks of the loop and turns of the polarity in a talk: whether they mean that the far end has gone (LINES rule 11). A sign that
 * the line has not proven is a doubt, which busy tone or silence confirms and a voice dispels; either way the line learns. Belongs to
 * the board's thread.
 */
final class ReleaseWatch {
    /** Exchanges break the loop for up to 250 ms within 2 s of an answer; that is no release. */
    private static final int SETTLING = Frames.of(2000);

    private static final int BREAK_SETTLING = Frames.of(260);
    private static final int BREAK = Frames.of(200);
    /** No exchange that switches takes so long: there is no line any more. */
    private static final int NO_LINE = Frames.of(1500);
    /** A turn so soon after the answer is the answer's. */
    private static final int AT_ANSWER = Frames.of(700);

    private static final int SILENT_AFTER = Frames.of(4000);
    /** The click of the switching itself is no voice. */
    private static final int VOICE_AFTER = Frames.of(1000);

    private final FxoLine line;
    private int offHookFor;
    private int noCurrentFor;
    private boolean broken;
    private @Nullable ReleaseSign doubt;
    private int doubtFor;
    private int silentFor;

    ReleaseWatch(FxoLine line) {
        this.line = line;
    }

    /**
     * One frame.
     *
     * @param silent nothing comes from the far end
     * @param voice somebody speaks there
     * @return why the far end has gone, in words; null: it has not, as far as the current goes
     */
    @Nullable
    String frame(double milliamps, boolean reversed, boolean silent, boolean voice) {
        offHookFor++;
        noCurrentFor = milliamps < FxoCall.NO_CURRENT_MA ? noCurrentFor + 1 : 0;
        broken = broken && noCurrentFor > 0;
        ReleaseSign sign = sign(reversed);
        if (noCurrentFor >= NO_LINE) {
            return "no current";
        }
        if (sign != null) {
            if (line.learnt.believes(sign, line.setup())) {
                doubtFor = sign == ReleaseSign.LOOP_BREAK ? noCurrentFor : Frames.of(80);
                return sign.words();
            }
            suspect(sign);
        }
        return doubted(silent, voice);
    }

    private @Nullable ReleaseSign sign(boolean reversed) {
        if (!broken && noCurrentFor >= (offHookFor < SETTLING ? BREAK_SETTLING : BREAK)) {
            broken = true;
            return ReleaseSign.LOOP_BREAK;
        }
        return reversed && offHookFor > AT_ANSWER ? ReleaseSign.REVERSAL : null;
    }

    /** A second turn is the first one taken back: a metering pulse, an exchange that switches. */
    private void suspect(ReleaseSign sign) {
        boolean back = sign == ReleaseSign.REVERSAL && doubt == ReleaseSign.REVERSAL;
        doubt = back || line.setup().ignores(sign.word()) ? null : sign;
        doubtFor = sign == ReleaseSign.LOOP_BREAK ? noCurrentFor : 0;
        silentFor = doubtFor;
    }

    private @Nullable String doubted(boolean silent, boolean voice) {
        ReleaseSign now = doubt;
        if (now == null) {
            return null;
        }
        doubtFor++;
        silentFor = silent || noCurrentFor > 0 ? silentFor + 1 : 0;
        if (silentFor >= SILENT_AFTER) {
            return confirmed("silence");
        }
        if (voice && doubtFor > VOICE_AFTER && silentFor == 0) {
            line.learnt.showed(now, false);
            doubt = null;
        }
        return null;
    }

    /** An end tone, or silence, has come; gives it in words with what went before. */
    String confirmed(String by) {
        ReleaseSign now = doubt;
        if (now == null) {
            return by;
        }
        line.learnt.showed(now, true);
        return now.words() + ", then " + by;
    }

    /** How many frames ago the sign came: what is heard since then is no speech. */
    int since() {
        return Math.max(doubtFor, noCurrentFor);
    }

    /** For how long the line has been off hook in this talk. */
    int offHookFor() {
        return offHookFor;
    }
}
