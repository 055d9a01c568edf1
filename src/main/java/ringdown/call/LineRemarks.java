package ringdown.call;

import java.util.ArrayList;
import java.util.List;
import ringdown.audio.progress.TonePicture;

/** What the figures of a line test mean. Pure; limits from the field's practice, facts §2 and §6. */
final class LineRemarks {
    private static final double BATTERY = 3;
    /** An exchange feeds 43 to 56 V, ports of optical terminals 15 to 48. */
    private static final double EXCHANGE_VOLTS = 42;

    private static final double LEAST_MILLIAMPS = 16;
    private static final double MOST_MILLIAMPS = 70;
    private static final double QUIET_DBM0 = -26;
    private static final double LOUD_DBM0 = -3;
    private static final double NOISY_DBM0 = -45;
    private static final double HEARD_DBM0 = -55;
    private static final double BAD_ECHO_DB = 8;
    private static final double FAIR_ECHO_DB = 14;

    private LineRemarks() {}

    static List<String> of(LineTest test) {
        List<String> said = new ArrayList<>();
        said.add(battery(test.volts()));
        if (test.milliamps() > 0) {
            said.add(current(test.milliamps()));
        }
        dialTone(test, said);
        Double noise = test.noiseDbm0();
        if (noise != null) {
            said.add(noise > NOISY_DBM0 ? "noiseBad" : noise > HEARD_DBM0 ? "noiseFair" : "noiseGood");
        }
        if (!test.echoLossDb().isEmpty()) {
            double best = test.echoLossDb().get(test.hybrid());
            said.add(best < BAD_ECHO_DB ? "echoBad" : best < FAIR_ECHO_DB ? "echoFair" : "echoGood");
        }
        return said;
    }

    private static String battery(double volts) {
        double size = Math.abs(volts);
        return size < BATTERY ? "batteryNone" : size < EXCHANGE_VOLTS ? "batteryTerminal" : "batteryGood";
    }

    private static String current(double milliamps) {
        return milliamps < LEAST_MILLIAMPS ? "currentLow" : milliamps > MOST_MILLIAMPS ? "currentHigh" : "currentGood";
    }

    private static void dialTone(LineTest test, List<String> said) {
        TonePicture tone = test.dialTone();
        if (tone == null) {
            if (test.state() == LineTest.State.SILENT) {
                said.add("dialToneNone");
            }
            return;
        }
        said.add(test.stutter() ? "dialToneStutter" : "dialToneGood");
        said.add(tone.dbm0() < QUIET_DBM0 ? "levelLow" : tone.dbm0() > LOUD_DBM0 ? "levelHigh" : "levelGood");
    }
}
