package ringdown.simulator;

import org.jspecify.annotations.Nullable;
import ringdown.board.simulated.TelephonePair;

/**
 * What hangs on the wires of a telephone's port; in a wish null leaves one as it is.
 *
 * @param parallel a second telephone on the same wires is off hook
 * @param fax the device is a fax machine: lifts after the first ring and answers with 2100 Hz, calls with 1100 Hz
 * @param ren ringer equivalence: how many ordinary bells hang there, 0.1 to 20
 * @param loopOhm of the wires to the telephone, 0 to 10000
 * @param callWaitingId the telephone shows in a talk who else calls (Type II)
 */
public record TelephoneDevices(
        @Nullable Boolean parallel,
        @Nullable Boolean fax,
        @Nullable Double ren,
        @Nullable Double loopOhm,
        @Nullable Boolean callWaitingId) {
    /** One telephone in the next room. */
    public static final TelephoneDevices ORDINARY = new TelephoneDevices(false, false, 1.0, 100.0, false);

    /** The display stays as it is. */
    public TelephoneDevices(
            @Nullable Boolean parallel, @Nullable Boolean fax, @Nullable Double ren, @Nullable Double loopOhm) {
        this(parallel, fax, ren, loopOhm, null);
    }

    public TelephoneDevices {
        if (ren != null && !(ren >= 0.1 && ren <= 20)) {
            throw new IllegalArgumentException("ren is 0.1 to 20, not " + ren);
        }
        if (loopOhm != null && !(loopOhm >= 0 && loopOhm <= 10_000)) {
            throw new IllegalArgumentException("loopOhm is 0 to 10000, not " + loopOhm);
        }
    }

    TelephoneDevices changed(TelephoneDevices wish) {
        return new TelephoneDevices(
                wish.parallel == null ? parallel : wish.parallel,
                wish.fax == null ? fax : wish.fax,
                wish.ren == null ? ren : wish.ren,
                wish.loopOhm == null ? loopOhm : wish.loopOhm,
                wish.callWaitingId == null ? callWaitingId : wish.callWaitingId);
    }

    /** It shows in a talk who else calls. */
    boolean showsSecond() {
        return callWaitingId != null && callWaitingId;
    }

    /** A fax machine stands there. */
    boolean isFax() {
        return fax != null && fax;
    }

    void on(TelephonePair pair) {
        if (parallel != null) {
            pair.parallel(parallel);
        }
        if (ren != null) {
            pair.ren(ren);
        }
        if (loopOhm != null) {
            pair.loopOhm(loopOhm);
        }
    }
}
