package ringdown.switchboard;

import java.time.Duration;
import ringdown.call.CallEvent;
import ringdown.call.Leg;
import ringdown.clock.OfficeClock;
import ringdown.number.DialPlan;
import ringdown.number.Dialled;
import ringdown.number.Extension;

/**
 * Codes that a person of the office keys while they talk: a star begins one, a pause forgets it. What the other side presses is not
 * looked at. Used by the call's own thread only.
 */
final class TalkKeys implements CallRun.CallListener {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Leg agent;
    private final Extension who;
    private final DialPlan plan;
    private final OfficeClock clock;
    private final Keyed keyed;
    private final StringBuilder digits = new StringBuilder();
    private long last;

    /** Hears a whole code. */
    interface Keyed {
        void code(Extension who, Dialled.Feature feature);
    }

    TalkKeys(Leg agent, Extension who, DialPlan plan, OfficeClock clock, Keyed keyed) {
        this.agent = agent;
        this.who = who;
        this.plan = plan;
        this.clock = clock;
        this.keyed = keyed;
    }

    @Override
    public boolean hears(CallEvent event) {
        if (!(event instanceof CallEvent.DigitPressed key) || key.leg() != agent) {
            return false;
        }
        long now = clock.nanos();
        if (now - last > PAUSE.toNanos()) {
            digits.setLength(0);
        }
        last = now;
        if (!digits.isEmpty() || key.digit() == '*') {
            collect(key.digit());
        }
        return true;
    }

    private void collect(char digit) {
        digits.append(digit);
        switch (plan.collect(digits.toString())) {
            case INCOMPLETE, MAYBE_COMPLETE -> {}
            case INVALID -> digits.setLength(0);
            case COMPLETE -> {
                if (plan.dialled(digits.toString()) instanceof Dialled.Feature feature) {
                    keyed.code(who, feature);
                }
                digits.setLength(0);
            }
        }
    }
}
