package ringdown.line;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ringdown.audio.tone.CountryTones;
import ringdown.number.DialPlan;
import ringdown.number.Extension;
import ringdown.number.NumberingPlan;
import ringdown.office.Port;
import ringdown.office.PortUse;

/**
 * How the office wants a telephone port to behave; the port looks at it whenever it is on hook.
 *
 * @param owner whose telephone it is; null: nobody's, it reaches emergency numbers only
 * @param use what hangs on the port; null: a telephone
 */
record PhoneSetup(
        CountryTones tones,
        NumberingPlan numbers,
        DialPlan dialPlan,
        ZoneId zone,
        @Nullable Extension owner,
        @Nullable PortUse use) {
    /** Stands for a telephone of nobody where an extension must stand. */
    static final Extension NOBODY = new Extension("0");

    Extension extension() {
        return owner == null ? NOBODY : owner;
    }

    /** What hangs there; where the office file says nothing, a telephone. */
    PortUse.Device device() {
        return use == null ? PortUse.Device.TELEPHONE : use.use();
    }

    /** Whom it calls that has been off the hook for so many frames without a digit; null: nobody, or not yet. */
    @Nullable
    String hotline(int frames) {
        PortUse.Hotline hotline = use == null ? null : use.hotline();
        if (hotline == null) {
            return null;
        }
        return frames >= Frames.of((int) hotline.after().toMillis()) ? hotline.target() : null;
    }

    /** The line that it hangs on while the box is not well; null: it has no relay. */
    @Nullable
    Port lifeline() {
        return use == null ? null : use.lifeline();
    }

    /** Busy tone sounds when the far end has gone. */
    boolean endTone() {
        return use == null || use.endTone();
    }

    /** The battery turns when a call that was dialled there is answered. */
    boolean reversal() {
        return use != null && use.reversal();
    }

    /** Gains of its port. */
    PortUse.Levels levels() {
        return use == null ? PortUse.Levels.FLAT : use.levels();
    }

    /** Breaks in a talk are digits. */
    boolean pulsesInTalk() {
        return use != null && use.pulse();
    }

    /** A flash in this country: from and to in milliseconds. */
    int flashFrom() {
        return FlashWindow.of(tones.country()).from();
    }

    int flashTo() {
        return FlashWindow.of(tones.country()).to();
    }
}
