package ringdown.line;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ringdown.call.LineTrait;

/** What a finished call has shown of its line. Belongs to the board's thread. */
final class CallStudy {
    private final FxoLine line;
    private final @Nullable String callId;

    private CallStudy(FxoLine line, @Nullable String callId) {
        this.line = line;
        this.callId = callId;
    }

    /** Before anything of the call is forgotten. */
    static void of(FxoLine line, FxoCall call) {
        @Nullable String id = call.leg.trial() ? null : call.leg.mail().owner().callId();
        CallStudy study = new CallStudy(line, id);
        if (call instanceof IncomingCall || call instanceof OutgoingCall) {
            study.wires();
            study.sound();
        }
        if (call instanceof IncomingCall) {
            study.ringing();
        }
    }

    private void wires() {
        double idle = line.battery.idleVolts();
        if (idle > 0 && line.card.signs() == null) {
            figure(LineTrait.IDLE_VOLTAGE, idle);
        }
    }

    private void sound() {
        Double level = line.sound.farLevel();
        if (level != null) {
            figure(LineTrait.LEVEL, level);
        }
        line.sound
                .echoLossDb()
                .ifPresent(loss -> note(LineTrait.HYBRID, String.valueOf(line.care.hybrid()), tenth(loss)));
    }

    private void ringing() {
        String form = line.onHook.callerIdForm();
        if (form != null) {
            line.care.notebook.callerId(form, callId, line.onHook.callerIdBits());
        }
        int pause = line.onHook.pauseHeard();
        if (pause > 0) {
            figure(LineTrait.RING_PAUSE, pause);
        }
    }

    private void figure(LineTrait trait, double amount) {
        note(trait, String.format(Locale.ROOT, "%.0f", amount), tenth(amount));
    }

    private void note(LineTrait trait, String value, @Nullable Double amount) {
        line.care.notebook.note(trait, value, amount, callId);
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
