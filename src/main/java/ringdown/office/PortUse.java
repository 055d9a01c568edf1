package ringdown.office;

import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * What hangs on an FXS port (LINES rule 14).
 *
 * @param hotline rings this extension when the handset is lifted
 */
public record PortUse(Port port, Device use, @Nullable Extension hotline) {

    /** Kinds of devices: all but telephones get sound untouched. */
    public enum Device {
        TELEPHONE,
        FAX,
        ALARM,
        TERMINAL,
        DOOR
    }
}
