package ringdown.line;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ringdown.audio.tone.CountryTones;
import ringdown.number.CallerId;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;
import ringdown.office.Line;

/**
 * How the office wants an outside line to behave; a line looks at it when it is idle.
 *
 * @param called the office's number on the line, E.164; null if the office file has none
 * @param outgoing calls may go out over it
 * @param levels gains of its port
 * @param asksWho the exchange tells who calls only when it is asked, after the line was taken (АОН)
 * @param asksSecond in a talk the exchange is asked who knocks (Type II)
 * @param numberDisplay the exchange rings for the number first, and the box lifts for it (NTT)
 * @param areaCode completes the seven digits that it tells; null: they stay as they are
 * @param oneWay it cannot hear and speak at once
 * @param open callers are served there at that moment
 * @param release signs that end a call, in the words of the office file; empty: what the line shows
 */
record LineSetup(
        CountryTones tones,
        NumberingPlan plan,
        @Nullable String called,
        Line.DialMode dial,
        boolean outgoing,
        Line.Levels levels,
        boolean asksWho,
        boolean asksSecond,
        boolean numberDisplay,
        @Nullable String areaCode,
        List<String> release,
        boolean oneWay,
        Predicate<Instant> open) {
    static LineSetup of(CountryTones tones, NumberingPlan plan, @Nullable Line line, Predicate<Instant> open) {
        PhoneNumber own = line == null ? null : line.number();
        if (line == null) {
            return new LineSetup(
                    tones,
                    plan,
                    null,
                    Line.DialMode.TONE,
                    true,
                    Line.Levels.FLAT,
                    false,
                    false,
                    false,
                    null,
                    List.of(),
                    false,
                    at -> false);
        }
        boolean outgoing =
                line.direction() != Line.Direction.IN && !line.outgoing().equals("never");
        return new LineSetup(
                tones,
                plan,
                own == null ? null : own.e164(),
                line.dial(),
                outgoing,
                line.levels(),
                line.callerId().equals("aon"),
                line.callerId().equals("type2"),
                line.callerId().equals("ntt")
                        || (line.callerId().equals("auto") && tones.country().equals("JP")),
                line.areaCode(),
                line.release(),
                line.oneWay(),
                open);
    }

    /** Who calls, by the seven digits of АОН. */
    CallerId local(String digits) {
        var own = new NumberingPlan(plan.country(), areaCode, plan.emergencyNumbers());
        return CallerId.of(own.parse(digits).map(PhoneNumber::e164).orElse(digits), null);
    }

    /** The installer says that this ends a call. */
    boolean releasedBy(String sign) {
        return release.contains(sign);
    }

    /** The installer says what ends a call, and this is not among it. */
    boolean ignores(String sign) {
        return !release.isEmpty() && !release.contains(sign);
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

    /** The provider's code that withholds our number, else the country's; null: none is known. */
    @Nullable
    String hidden() {
        return dial.hidden() != null ? dial.hidden() : WithholdingCode.of(tones.country(), dial.pulse());
    }

    /** The same, with the provider's code before it that withholds our own number (LINES rule 16). */
    String withheld(String number) {
        String prefix = dial.prefix() == null ? "" : dial.prefix();
        String own = hidden();
        String code = own == null ? "" : own;
        return prefix + code + digits(number).substring(prefix.length());
    }

    /** The digits in pieces: before each but the first a dial tone is awaited again. */
    List<String> parts(String digits) {
        String first = dial.waitAfter();
        if (first == null || first.isEmpty() || !digits.startsWith(first) || digits.equals(first)) {
            return List.of(digits);
        }
        return List.of(first, digits.substring(first.length()));
    }
}
