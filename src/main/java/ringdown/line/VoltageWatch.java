package ringdown.line;

import java.util.Locale;
import ringdown.call.LineTrait;

/** Tells the notebook when the voltage of a line at rest has become another one, call or no call. Belongs to the board's thread. */
final class VoltageWatch {
    private static final double STEP = 0.15;

    private final Notebook notebook;
    private double known;

    VoltageWatch(Notebook notebook) {
        this.notebook = notebook;
        known = notebook.figure(LineTrait.IDLE_VOLTAGE).orElse(0.0);
    }

    void frame(double idleVolts) {
        if (idleVolts > 0 && Math.abs(idleVolts - known) > STEP * Math.max(idleVolts, known)) {
            known = idleVolts;
            double tenths = Math.round(idleVolts * 10) / 10.0;
            notebook.note(LineTrait.IDLE_VOLTAGE, String.format(Locale.ROOT, "%.0f", idleVolts), tenths, null);
        }
    }

    void forget() {
        known = 0;
    }
}
