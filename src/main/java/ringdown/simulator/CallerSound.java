package ringdown.simulator;

import org.jspecify.annotations.Nullable;
import ringdown.audio.callerid.Absence;
import ringdown.audio.callerid.CallerIdMessage;
import ringdown.audio.callerid.CallerIdScheme;
import ringdown.audio.callerid.CallerIdSender;
import ringdown.audio.callerid.CallerIdSignal;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;

/** What the exchange sends so that the called side knows who calls. Stateless. */
final class CallerSound {
    private CallerSound() {}

    /** Null where nothing is sent. Numbers go out as exchanges send them: national form, foreign ones with the international prefix. */
    static @Nullable CallerIdSignal signal(
            RingOrder order, @Nullable CallerIdScheme scheme, short @Nullable [] sound, NumberingPlan numbers)
            throws SimulatorFault {
        if (order.scheme() == RingScheme.WAV) {
            if (sound == null) {
                throw SimulatorFault.bad("no callerid.wav was put for this line");
            }
            return new CallerIdSignal(sound, CallerIdSignal.Place.AFTER_FIRST_RING, false, 500, 200);
        }
        return scheme == null ? null : CallerIdSender.signal(scheme, message(order, numbers));
    }

    static CallerIdMessage message(RingOrder order, NumberingPlan numbers) {
        String number = order.number();
        if (number == null) {
            return new CallerIdMessage(null, Absence.HIDDEN, order.name(), null, null, null);
        }
        String digits = numbers.parseLeniently(number)
                .map(known -> national(known, numbers))
                .orElseGet(() -> number.replaceAll("[^0-9]", ""));
        return CallerIdMessage.of(digits, order.name());
    }

    private static String national(PhoneNumber number, NumberingPlan numbers) {
        return numbers.isForeign(number)
                ? numbers.dialString(number)
                : numbers.written(number).replaceAll("[^0-9]", "");
    }
}
