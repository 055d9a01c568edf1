package ringdown.presence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;

/**
 * People who let calls ring out: after the second one in a row the head is told by an alarm. It ends with the day at the latest, since a
 * silence of one day says nothing of the next. Safe from any thread.
 */
final class Silence {
    private static final int IN_A_ROW = 2;

    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Alarms alarms;
    private final Consumer<Extension> newDay;
    private final Map<Extension, Set<String>> rungOut = new HashMap<>();

    /** @param newDay hears on the clock's thread whose silence is over, unless something else was said of them since */
    Silence(CurrentOffice office, OfficeClock clock, Alarms alarms, Consumer<Extension> newDay) {
        this.office = office;
        this.clock = clock;
        this.alarms = alarms;
        this.newDay = newDay;
    }

    /** True when that was one too many. */
    synchronized boolean missed(Extension who, String callId) {
        Set<String> missed = rungOut.computeIfAbsent(who, any -> new HashSet<>());
        missed.add(callId);
        return missed.size() >= IN_A_ROW;
    }

    /** The person is there. */
    synchronized void forget(Extension who) {
        rungOut.remove(who);
    }

    /** Until when a silence that began then lasts. */
    Instant until(Instant since) {
        ZoneId zone = office.get().info().timeZone();
        return since.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    void begins(Extension who, Instant since, Instant until) {
        alarms.raise(Presence.NOT_ANSWERING, who.digits(), since);
        clock.at(until, "a new day of " + who, () -> newDay.accept(who));
    }

    void ends(Extension who) {
        alarms.heal(Presence.NOT_ANSWERING, who.digits(), clock.now());
    }
}
