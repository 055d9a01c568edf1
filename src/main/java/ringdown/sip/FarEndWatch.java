package ringdown.sip;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;

/**
 * Notices that a telephone has lost its power or its network: no sound comes, and it does not answer when asked (OPTIONS inside the
 * dialog, RFC 3261 §11). Lives in the leg's queue.
 */
final class FarEndWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Session session;
    private OfficeClock.@Nullable Alarm alarm;
    private long alive;
    private boolean asking;

    FarEndWatch(Session session) {
        this.session = session;
    }

    void start() {
        alive = now();
        arm();
    }

    private long now() {
        return session.plant().clock().nanos();
    }

    private void arm() {
        Duration period = session.plant().settings().silentAfter().dividedBy(4);
        alarm = session.plant()
                .clock()
                .after(period, "far end", () -> session.leg().queue().run(this::look));
    }

    private void look() {
        if (session.leg().over()) {
            return;
        }
        long silent = session.plant().settings().silentAfter().toNanos();
        long last = Math.max(alive, session.leg().sound().lastHeardNanos());
        if (asking && now() - alive > PATIENCE.toNanos()) {
            session.lost();
            return;
        }
        if (!asking && now() - last > silent) {
            ask();
        }
        arm();
    }

    private void ask() {
        asking = true;
        alive = now();
        session.ask("OPTIONS", List.of("Accept: application/sdp"), null, outcome -> {
            asking = false;
            alive = now();
            if (outcome.dead() && !session.leg().over()) {
                session.lost();
            }
        });
    }

    void stop() {
        if (alarm != null) {
            alarm.cancel();
        }
    }
}
