package ringdown.line;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import ringdown.audio.callerid.Absence;
import ringdown.audio.callerid.CallWaitingSender;
import ringdown.audio.callerid.CallerIdMessage;
import ringdown.audio.callerid.CallerIdSender;
import ringdown.audio.callerid.CallerIdSignal;
import ringdown.audio.callerid.CountryCallerId;
import ringdown.audio.callerid.FskModem;
import ringdown.number.CallerId;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;

/** What a telephone is told about a caller: the number in national form, the name in Latin letters, the office's time. Stateless. */
final class CallerDisplay {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MMddHHmm");
    private static final int LONGEST_NAME = 32;

    private CallerDisplay() {}

    static CallerIdSignal signal(CallerId caller, PhoneSetup setup, Instant now) {
        String when = WHEN.format(now.atZone(setup.zone()));
        return CallerIdSender.signal(
                CountryCallerId.scheme(setup.tones().country()),
                message(caller, setup).at(when));
    }

    /** For a telephone in a talk; null: those of the country know no FSK. */
    static @Nullable CallWaitingSender second(CallerId caller, PhoneSetup setup) {
        FskModem modem =
                CallWaitingSender.modem(CountryCallerId.scheme(setup.tones().country()));
        return modem == null ? null : new CallWaitingSender(new short[0], message(caller, setup), modem);
    }

    static CallerIdMessage message(CallerId caller, PhoneSetup setup) {
        String name = caller.name() == null ? null : Latin.of(caller.name(), LONGEST_NAME);
        String digits = digits(caller, setup);
        Absence why = digits != null ? null : why(caller.presentation());
        return new CallerIdMessage(digits, why, name == null || name.isEmpty() ? null : name, null, null, null);
    }

    private static Absence why(CallerId.Presentation presentation) {
        return switch (presentation) {
            case HIDDEN -> Absence.HIDDEN;
            case SHOWN, OUT_OF_AREA, UNKNOWN -> Absence.OUT_OF_AREA;
        };
    }

    /** An extension stays as it is. */
    private static @Nullable String digits(CallerId caller, PhoneSetup setup) {
        return setup.numbers()
                .parse(caller)
                .map(number -> national(number, setup.numbers()))
                .orElseGet(
                        () -> caller.digits() == null ? null : caller.digits().replaceAll("[^0-9]", ""));
    }

    private static String national(PhoneNumber number, NumberingPlan numbers) {
        return numbers.isForeign(number)
                ? numbers.dialString(number)
                : numbers.written(number).replaceAll("[^0-9]", "");
    }
}
