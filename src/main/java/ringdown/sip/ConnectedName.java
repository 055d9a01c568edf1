package ringdown.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.number.CallerId;

/**
 * Tells a telephone in a talk that somebody else is at the other end now, after a transfer or a pickup: by UPDATE where it takes that (RFC
 * 3311), else by a re-INVITE that changes nothing. Only the newest name is told. Lives in the leg's queue.
 */
final class ConnectedName {
    /** Between the answer and its ACK nothing is asked of the telephone (RFC 3311 §5.1, RFC 3261 §14.1). */
    private static final Duration AFTER_ACK = Duration.ofMillis(500);

    private final Session session;
    private final String role;
    private @Nullable CallerId told;
    private @Nullable CallerId wanted;
    private boolean asking;

    /** @param role of the other end in this dialog: {@code calling} if the box has called the telephone */
    ConnectedName(Session session, String role) {
        this.session = session;
        this.role = role;
    }

    /** The telephone knows that already, of the INVITE or of the answer to it. */
    void known(@Nullable CallerId who) {
        told = who;
    }

    void tell(CallerId who) {
        wanted = who;
        if (!asking) {
            ask();
        }
    }

    private void ask() {
        CallerId next = wanted;
        if (next == null || next.equals(told) || session.leg().over()) {
            return;
        }
        asking = true;
        if (session.media().awaitsAck()) {
            again(AFTER_ACK);
            return;
        }
        List<String> lines = new ArrayList<>(session.timer().unchanged());
        lines.addAll(Party.lines(
                next, session.plant().stack().hostToward(session.dialog().hop()), role));
        if (session.timer().farEndUpdates()) {
            session.ask("UPDATE", lines, null, outcome -> answered(next, outcome));
        } else {
            session.media().refreshByInvite(lines, outcome -> answered(next, outcome));
        }
    }

    private void answered(CallerId asked, Session.Outcome outcome) {
        Response response = outcome.response();
        if (session.leg().over()) {
            return;
        }
        if (outcome.status() == 491) {
            again(Duration.ofMillis(ThreadLocalRandom.current().nextLong(2_100, 4_000))); // RFC 3261 §14.1
            return;
        }
        if (outcome.status() == 481) {
            session.lost();
            return;
        }
        if (outcome.good() && response != null) {
            session.timer().refreshedMeanwhile(response);
        }
        // Whoever refuses is not asked again: a name on a display is worth no talk.
        told = asked;
        asking = false;
        ask();
    }

    private void again(Duration wait) {
        session.plant()
                .clock()
                .after(
                        wait,
                        "connected name",
                        () -> session.leg().queue().run(() -> {
                            asking = false;
                            ask();
                        }));
    }
}
