package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;

/**
 * Who has called for help within the hour: everybody who calls may be the dispatcher (LINES rule 1), also after a restart; the page shows it
 * for as long. Safe from any thread.
 */
public final class Helps {
    /** So long the dispatcher may call back. */
    private static final Duration CALLS_BACK = Duration.ofMinutes(60);

    private static final String ALARM = "helpCalled";

    private final HelpOnDisk disk;
    private final OfficeClock clock;
    private final Alarms alarms;
    private final List<HelpOnDisk.Called> all = new CopyOnWriteArrayList<>();

    /** Knows at once who called before the restart. */
    public Helps(HelpOnDisk disk, OfficeClock clock, Alarms alarms) {
        this.disk = disk;
        this.clock = clock;
        this.alarms = alarms;
        disk.since(clock.now().minus(CALLS_BACK)).forEach(this::know);
    }

    /** Help is being called. */
    void called(HelpOnDisk.Called help) {
        know(help);
        disk.called(help);
    }

    private void know(HelpOnDisk.Called help) {
        all.addFirst(help);
        alarms.raise(ALARM, help.telephone(), help.at());
        clock.at(help.at().plus(CALLS_BACK), "help of " + help.telephone(), () -> {
            if (within(clock.now()).stream().noneMatch(one -> one.telephone().equals(help.telephone()))) {
                alarms.heal(ALARM, help.telephone(), clock.now());
            }
        });
    }

    /** Whom the dispatcher may call back, newest first. */
    List<HelpOnDisk.Called> within(Instant now) {
        return all.stream()
                .filter(help -> now.isBefore(help.at().plus(CALLS_BACK)))
                .toList();
    }
}
