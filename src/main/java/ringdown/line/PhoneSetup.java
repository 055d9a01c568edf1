package ringdown.line;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ringdown.audio.tone.CountryTones;
import ringdown.number.DialPlan;
import ringdown.number.Extension;
import ringdown.number.NumberingPlan;
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

    /** A flash in this country: from and to in milliseconds (facts §6.6). */
    int flashFrom() {
        return northAmerica() ? 300 : 50;
    }

    int flashTo() {
        return northAmerica() ? 1000 : 600;
    }

    private boolean northAmerica() {
        return tones.country().equals("US") || tones.country().equals("CA");
    }
}
