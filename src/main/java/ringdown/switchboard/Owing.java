package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Matter;
import ringdown.number.PhoneNumber;
import ringdown.office.CallerClass;
import ringdown.office.Office;
import ringdown.routing.Circumstances;
import ringdown.schedule.OfficeHours;
import ringdown.schedule.PromiseTimes;

/**
 * What the office owes a caller who talked to nobody, by class, by how long they stayed, and by what calling them costs (SITUATIONS
 * 5). Pure.
 *
 * @param hours of the number that was called
 * @param callerClass the class that decides; null: a caller of no class
 * @param known the caller is a contact
 * @param number null: hidden, or not valid in the office's country
 */
record Owing(
        Office office,
        OfficeHours hours,
        @Nullable CallerClass callerClass,
        boolean known,
        @Nullable PhoneNumber number) {
    /** Who is gone sooner has waited for no answer. */
    static final Duration PASSING = Duration.ofSeconds(5);

    /** Nothing: a wrong number, an advertiser, whoever is refused by number. */
    boolean nothing() {
        return blocked() || (callerClass != null && callerClass.owedNothing());
    }

    /** Refused by number, which a hidden caller may have dialled when asked for it. */
    boolean blocked() {
        return number != null && office.blocked().contains(number);
    }

    /** By number or by class. */
    boolean refused() {
        return blocked() || (callerClass != null && callerClass.refuse());
    }

    /** Only that the message is heard. */
    boolean listenOnly() {
        return callerClass != null && callerClass.obligation() == CallerClass.Obligation.LISTEN;
    }

    /** What the promise is about; {@code stayed}: how long the caller waited. */
    Matter matter(Duration stayed) {
        boolean unknown = !known && callerClass == null;
        boolean strange = unknown && number != null && costs(number);
        return new Matter(
                listenOnly() ? Matter.Kind.LISTEN : Matter.Kind.CALL_BACK,
                callerClass == null ? null : callerClass.name(),
                null,
                false,
                unknown && stayed.compareTo(PASSING) < 0,
                strange ? Matter.Confirm.DIALLING : Matter.Confirm.NOTHING,
                null,
                null);
    }

    private boolean costs(PhoneNumber dialled) {
        var plan = office.numberingPlan();
        return plan.isForeign(dialled) || plan.isPremium(dialled);
    }

    /** When what is owed is due, and when it is overdue. */
    PromiseTimes times(Instant at) {
        if (listenOnly() && callerClass != null && callerClass.hearWithin() != null) {
            return PromiseTimes.hearing(hours, at, callerClass.hearWithin());
        }
        Duration within = callerClass == null ? CallerClass.CALL_BACK_WITHIN : callerClass.callBackWithin();
        return PromiseTimes.of(hours, at, within);
    }

    /** The same while an override holds, or when the clock cannot be believed. */
    PromiseTimes times(Instant at, Circumstances circumstances) {
        Duration within = callerClass == null ? CallerClass.CALL_BACK_WITHIN : callerClass.callBackWithin();
        if (!circumstances.clockTrusted()) {
            return PromiseTimes.unknown(at, within);
        }
        return circumstances.override() == null || listenOnly()
                ? times(at)
                : PromiseTimes.of(hours, at, within, circumstances.override());
    }
}
