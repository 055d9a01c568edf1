package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.tone.CountryTones;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;
import ringdown.office.Line;

/**
 * How the office wants an outside line to behave; a line looks at it when it is idle.
 *
 * @param called the office's number on the line, E.164; null if the office file has none
 * @param outgoing calls may go out over it
 * @param levels gains of its port
 */
record LineSetup(
        CountryTones tones,
        NumberingPlan plan,
        @Nullable String called,
        Line.DialMode dial,
        boolean outgoing,
        Line.Levels levels) {
    static LineSetup of(CountryTones tones, NumberingPlan plan, @Nullable Line line) {
        PhoneNumber own = line == null ? null : line.number();
        if (line == null) {
            return new LineSetup(tones, plan, null, Line.DialMode.TONE, true, Line.Levels.FLAT);
        }
        boolean outgoing =
                line.direction() != Line.Direction.IN && !line.outgoing().equals("never");
        return new LineSetup(tones, plan, own == null ? null : own.e164(), line.dial(), outgoing, line.levels());
    }

    /** Help is called: goes before every rule (LINES rule 1). */
    boolean emergency(String number) {
        return plan.emergencyNumbers().contains(number);
    }

    /** What is dialled on the line for a number in any form. */
    String digits(String number) {
        String digits = number.startsWith("+")
                ? plan.parseLeniently(number).map(plan::dialString).orElse(number.substring(1))
                : number.replaceAll("[^0-9*#A-D]", "");
        return dial.prefix() == null ? digits : dial.prefix() + digits;
    }
}
