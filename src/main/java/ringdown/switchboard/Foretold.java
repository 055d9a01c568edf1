package ringdown.switchboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Promise;
import ringdown.routing.Enquiry;
import ringdown.routing.Plan;
import ringdown.schedule.PromiseTimes;

/**
 * What a caller whom nobody answers would be owed at the end of a way, by the decisions of a real call; nothing is written. Pure.
 *
 * @param times when it is due and overdue; null: nothing is owed to callers of the class
 * @param spokenAs the words the caller hears; null: none are spoken, the message is only heard
 */
public record Foretold(
        @Nullable PromiseTimes times, @Nullable String spokenAs) {

    /**
     * For a call that ends at that moment.
     *
     * @param standing what is owed to the caller already, null: nothing
     */
    public static Foretold of(Enquiry enquiry, Plan plan, Instant end, @Nullable Promise standing) {
        var office = enquiry.office();
        var callerClass = plan.callerClass() == null
                ? null
                : office.callerClass(plan.callerClass()).orElse(null);
        var hours = enquiry.called().hours(office);
        var owing = new Owing(office, hours, callerClass, !enquiry.contacts().isEmpty(), enquiry.number());
        if (owing.nothing()) {
            return new Foretold(null, null);
        }
        var own = owing.times(end, enquiry.circumstances());
        var times = standing == null ? own : standing(standing, end, own.dateKnown());
        if (owing.listenOnly()) {
            return new Foretold(times, null);
        }
        var words = new PromiseMaker(office)
                .words(plan.language(), end, times, enquiry.circumstances(), hours, enquiry.number());
        return new Foretold(times, words.words());
    }

    /**
     * The moments of a promise that stands, as they can be spoken: an office that has postponed it beyond its deadline has not moved that
     * (SITUATIONS 4), so calling back begins before it.
     */
    static PromiseTimes standing(Promise promise, Instant now, boolean dateKnown) {
        var due = promise.dueAt().isAfter(promise.overdueAt()) ? earlier(now, promise.overdueAt()) : promise.dueAt();
        return new PromiseTimes(due, promise.overdueAt(), dateKnown);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
