package ringdown.simulator;

import org.jspecify.annotations.Nullable;
import ringdown.board.simulated.ExchangePair;

/**
 * What the exchange feeds a line with; null leaves things as they are.
 *
 * @param batteryV between the wires at rest, 0 to 90 V; ports of optical terminals have 15 to 48
 * @param loopOhm of the wires to the exchange, 0 to 5000
 * @param ringVrms of the ringing, 0 to 130 V effective
 * @param ringHz of the ringing, 10 to 70
 */
public record LineFeed(
        @Nullable Double batteryV,
        @Nullable Double loopOhm,
        @Nullable Double ringVrms,
        @Nullable Double ringHz) {
    /** As it is. */
    public static final LineFeed UNCHANGED = new LineFeed(null, null, null, null);

    public LineFeed {
        require("batteryV", batteryV, 0, 90);
        require("loopOhm", loopOhm, 0, 5000);
        require("ringVrms", ringVrms, 0, 130);
        require("ringHz", ringHz, 10, 70);
    }

    private static void require(String name, @Nullable Double value, double least, double most) {
        if (value != null && !(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %.0f to %.0f, not %s".formatted(name, least, most, value.toString()));
        }
    }

    void on(ExchangePair pair) {
        if (batteryV != null) {
            pair.batteryVolts(batteryV);
        }
        if (loopOhm != null) {
            pair.loopOhm(loopOhm);
        }
        if (ringVrms != null) {
            pair.ringVolts(ringVrms);
        }
        if (ringHz != null) {
            pair.ringFrequency(ringHz);
        }
    }
}
