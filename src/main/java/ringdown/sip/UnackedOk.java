package ringdown.sip;

import java.time.Duration;
import javax.sip.ServerTransaction;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;

/**
 * A 2xx to an INVITE is sent again until its ACK comes, 64 times T1 long (RFC 3261 §13.3.1.4). Lives in its leg's queue.
 */
final class UnackedOk {
    private static final Duration T1 = Duration.ofMillis(500);
    private static final Duration T2 = Duration.ofSeconds(4);
    private static final Duration PATIENCE = T1.multipliedBy(64);

    private final Plant plant;
    private final SerialQueue queue;
    private final Response ok;
    private final Runnable givenUp;
    private final long since;
    private Duration wait = T1;
    private boolean acked;
    private OfficeClock.@Nullable Alarm alarm;

    UnackedOk(Plant plant, SerialQueue queue, ServerTransaction transaction, Response ok, Runnable givenUp) {
        this.plant = plant;
        this.queue = queue;
        this.ok = ok;
        this.givenUp = givenUp;
        this.since = plant.clock().nanos();
        SipStack.answer(transaction, ok);
        arm();
    }

    private void arm() {
        alarm = plant.clock().after(wait, "2xx again", () -> queue.run(this::again));
    }

    private void again() {
        if (acked) {
            return;
        }
        if (plant.clock().nanos() - since >= PATIENCE.toNanos()) {
            acked = true;
            givenUp.run();
            return;
        }
        plant.stack().answerAgain(ok);
        wait = wait.multipliedBy(2).compareTo(T2) > 0 ? T2 : wait.multipliedBy(2);
        arm();
    }

    /** The INVITE came again: so does the answer. */
    void repeat() {
        plant.stack().answerAgain(ok);
    }

    /** True for the first ACK with the INVITE's number. */
    boolean ack(long cseq) {
        if (acked || cseq != Wire.cseq(ok).getSeqNumber()) {
            return false;
        }
        stop();
        return true;
    }

    boolean waiting() {
        return !acked;
    }

    void stop() {
        acked = true;
        if (alarm != null) {
            alarm.cancel();
        }
    }
}
