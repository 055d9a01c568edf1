package ringdown.line;

import org.jspecify.annotations.Nullable;

/** Turns the faults of a port, or of the whole board, into alarms: one stands while its cause does. Belongs to the board's thread. */
final class FaultWatch {
    private final LineSite site;
    private final String where;
    private volatile @Nullable Fault known;

    FaultWatch(LineSite site, String where) {
        this.site = site;
        this.where = where;
    }

    /** One frame. */
    void frame(@Nullable Fault now) {
        Fault was = known;
        if (now == was) {
            return;
        }
        known = now;
        if (was != null) {
            site.alarms().heal(was.word(), where, site.clock().now());
        }
        if (now != null) {
            site.alarms().raise(now.word(), where, site.clock().now());
        }
    }

    /** The port can do nothing until the cause goes. */
    boolean outOfService() {
        return lasting() != null;
    }

    /** What keeps the port from doing anything; null: nothing. From any thread. */
    @Nullable
    Fault lasting() {
        Fault now = known;
        return now != null && now.lasting() ? now : null;
    }
}
