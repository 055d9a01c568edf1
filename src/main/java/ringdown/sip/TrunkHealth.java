package ringdown.sip;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.office.Trunk;

/**
 * Whether a provider is there at all, so that no caller finds out first: it is asked every now and then (OPTIONS, RFC 3261 §11), and any answer
 * will do. It is not when three questions in a row stay without one, once it has answered such questions before, or when an INVITE brings nothing,
 * not even 100. Whatever it sends shows that it is back. One that has never answered a question is tried again after a minute. Lives in its own
 * serial queue.
 */
final class TrunkHealth implements AutoCloseable {
    private static final String ALARM = "trunkUnreachable";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);
    private static final int SILENCES = 3;

    private final Trunk trunk;
    private final Plant plant;
    private final Alarms alarms;
    private final SerialQueue queue;
    private final TrunkPlace place;
    private final Runnable changed;
    private volatile boolean reachable = true;
    private volatile boolean closed;
    private boolean answersQuestions;
    private int silences;
    private OfficeClock.@Nullable Alarm next;

    /** Where the provider is, and how that is found anew. */
    interface TrunkPlace {
        /** Null: its name is not known. */
        @Nullable
        NextHop hop();

        /** Looks its name up again. */
        void lookAgain();
    }

    /** {@code changed}: hears of each change. */
    TrunkHealth(Trunk trunk, Plant plant, Alarms alarms, TrunkPlace place, Runnable changed) {
        this.trunk = trunk;
        this.plant = plant;
        this.alarms = alarms;
        this.place = place;
        this.changed = changed;
        this.queue = new SerialQueue("watch of trunk " + trunk.name(), "");
    }

    /** False: calls would come to nothing. */
    boolean reachable() {
        return reachable;
    }

    void start() {
        if (watched()) {
            queue.run(this::ask);
        }
    }

    private Duration soon() {
        Duration every = trunk.provider().watch();
        return watched() && every.compareTo(SOON) < 0 ? every : SOON;
    }

    private boolean watched() {
        return !trunk.provider().watch().isZero();
    }

    /** It has sent something. */
    void heard() {
        if (!reachable || silences > 0) {
            queue.run(this::there);
        }
    }

    /** An INVITE brought nothing at all. */
    void silent() {
        queue.run(() -> {
            gone();
            in(answersQuestions ? soon() : TRY_AGAIN, this::ask);
        });
    }

    private void ask() {
        NextHop hop = place.hop();
        if (hop == null) {
            unanswered();
            return;
        }
        boolean[] over = new boolean[1];
        BooleanSupplier first = () -> {
            boolean was = over[0];
            over[0] = true;
            return !was;
        };
        plant.clock()
                .after(
                        plant.settings().deadAfter(),
                        "is the provider there",
                        () -> queue.run(() -> {
                            if (first.getAsBoolean()) {
                                unanswered();
                            }
                        }));
        String uri = "sip:" + trunk.host();
        String own = "<sip:ringdown@" + plant.stack().hostToward(hop) + ">";
        plant.stack()
                .send(
                        Letter.to(plant.stack(), "OPTIONS", uri, hop, own, "<" + uri + ">", "", null),
                        hop,
                        new Replies() {
                            @Override
                            public void response(Response response) {
                                queue.run(() -> answered(first.getAsBoolean()));
                            }

                            @Override
                            public void unanswered() {
                                queue.run(() -> {
                                    if (first.getAsBoolean()) {
                                        TrunkHealth.this.unanswered();
                                    }
                                });
                            }
                        });
    }

    /** {@code inTime}: the next question is not on its way yet. */
    private void answered(boolean inTime) {
        answersQuestions = true;
        there();
        if (inTime && watched()) {
            in(trunk.provider().watch(), this::ask);
        }
    }

    private void unanswered() {
        if (!answersQuestions) {
            // what has never answered says nothing by its silence; after an INVITE without an answer the next one shows
            there();
            if (watched()) {
                in(trunk.provider().watch(), this::ask);
            }
            return;
        }
        place.lookAgain();
        if (++silences >= SILENCES) {
            gone();
        }
        in(soon(), this::ask);
    }

    private void there() {
        silences = 0;
        if (!reachable && !closed) {
            reachable = true;
            alarms.heal(ALARM, trunk.name(), plant.clock().now());
            changed.run();
        }
    }

    private void gone() {
        if (reachable && !closed) {
            reachable = false;
            alarms.raise(ALARM, trunk.name(), plant.clock().now());
            changed.run();
        }
    }

    private void in(Duration wait, Runnable then) {
        if (next != null) {
            next.cancel();
        }
        if (!closed) {
            next = plant.clock()
                    .after(
                            wait,
                            "watch of a trunk",
                            () -> queue.run(() -> {
                                if (!closed) {
                                    then.run();
                                }
                            }));
        }
    }

    /** An office without the trunk has no alarm of it either. */
    @Override
    public void close() {
        closed = true;
        queue.run(() -> {
            if (next != null) {
                next.cancel();
            }
            alarms.heal(ALARM, trunk.name(), plant.clock().now());
        });
    }
}
