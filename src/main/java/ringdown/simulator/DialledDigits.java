package ringdown.simulator;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.dtmf.DtmfListener;
import ringdown.audio.dtmf.DtmfReceiver;
import ringdown.number.Collected;
import ringdown.number.DialPlan;
import ringdown.number.NumberingPlan;

/** What the exchange decodes of tones and of breaks of the loop after a seizure. Guarded by its owner's lock. */
final class DialledDigits {
    private static final int LONGEST_PULSE = 15;
    private static final int TRAIN_OVER = 25;
    private static final int SOON = 30;
    private static final int PATIENCE = 250;

    /** From the last digit before it to the second dial tone; whoever dials on meanwhile is not heard. */
    private static final int SECOND_TONE_AFTER = 100;

    private final DialPlan plan;
    private final String second;
    private final boolean deafToTones;
    private final PulseMeter meter = new PulseMeter();
    private final StringBuilder digits = new StringBuilder();
    private final DtmfReceiver tones = new DtmfReceiver(new DtmfListener() {
        @Override
        public void began(char key, long from) {
            if (!deafToTones) {
                digit(key);
            }
        }

        @Override
        public void ended(char key, long from, long to) {}
    });
    private Collected stand = Collected.INCOMPLETE;
    private boolean begun;
    private int openFor;
    private int closedFor;
    private int pulses;
    private int quietFor;
    private int waiting;

    /** {@code second}: digits after which there is a second dial tone, empty for none. */
    DialledDigits(NumberingPlan numbers, String second, boolean deafToTones) {
        this.second = second;
        this.deafToTones = deafToTones;
        plan = new DialPlan(numbers, "", Set.of());
        stand = plan.collect("0"); // reads the library's tables now, not in the middle of a call
    }

    void frame(boolean closed, short[] heard) {
        quietFor++;
        waiting = awaitsSecond() ? waiting + 1 : 0;
        tones.process(heard, 0, Frame.SAMPLES);
        if (!closed) {
            if (openFor++ == 0 && pulses > 0) {
                meter.between(closedFor);
            }
            closedFor = 0;
            begun |= openFor >= 2;
        } else {
            if (openFor >= 2 && openFor <= LONGEST_PULSE) {
                pulses++;
                quietFor = 0;
                meter.pulse(openFor);
            }
            openFor = 0;
            closedFor++;
            if (pulses > 0 && closedFor >= TRAIN_OVER) {
                digit((char) ('0' + pulses % 10));
                pulses = 0;
            }
        }
    }

    private void digit(char key) {
        if (awaitsSecond() && waiting < SECOND_TONE_AFTER) {
            return;
        }
        begun = true;
        quietFor = 0;
        digits.append(key);
        boolean reached = !second.isEmpty() && digits.indexOf(second) == 0;
        stand = plan.collect(reached ? digits.substring(second.length()) : digits.toString());
    }

    private boolean awaitsSecond() {
        return !second.isEmpty() && second.contentEquals(digits);
    }

    /** The box has begun to dial: dial tone ends. */
    boolean begun() {
        return begun;
    }

    /** The second dial tone sounds. */
    boolean secondTone() {
        return waiting >= SECOND_TONE_AFTER && pulses == 0 && openFor == 0;
    }

    /** How the pulses were; null without any to measure. */
    LineView.@Nullable Pulse pulse() {
        return meter.measured();
    }

    /** The number is whole, or nothing more comes. */
    boolean complete() {
        if (digits.isEmpty() || pulses > 0 || tones.suspected() || awaitsSecond()) {
            return false;
        }
        return quietFor >= (stand == Collected.COMPLETE ? SOON : PATIENCE);
    }

    @Nullable
    String dialled() {
        return digits.isEmpty() ? null : digits.toString();
    }
}
