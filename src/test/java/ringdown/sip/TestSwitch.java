package ringdown.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import ringdown.Patience;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.Doorway;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.RingRequest;
import ringdown.clock.OfficeClock;
import ringdown.media.CrossConnect;
import ringdown.number.CallerId;
import ringdown.number.Extension;

/** Rings who is dialled and connects the two; writes down all events. Dialled letters or numbers above make it behave otherwise. */
@org.jspecify.annotations.NullUnmarked
final class TestSwitch implements Doorway, AutoCloseable {
    private final OfficeClock clock;
    private final CrossConnect matrix;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<CallEvent> events = new ArrayList<>();
    final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    final List<Leg> legs = new CopyOnWriteArrayList<>();
    private volatile SipEdge edge;
    private volatile boolean closed;
    /** Thrown at the next call, on the stack's own thread. */
    volatile Error breaks;

    TestSwitch(OfficeClock clock, CrossConnect matrix) {
        this.clock = clock;
        this.matrix = matrix;
    }

    void serve(SipEdge served) {
        edge = served;
    }

    @Override
    public Inbox inbox() {
        Error fault = breaks;
        if (fault != null) {
            breaks = null;
            throw fault;
        }
        return new Inbox(clock, "call-" + calls.incrementAndGet());
    }

    @Override
    public void offer(Leg leg, Arrival arrival, Inbox inbox) {
        arrivals.add(arrival);
        legs.add(leg);
        Thread.ofVirtual().start(() -> serve(leg, arrival, inbox));
    }

    private void serve(Leg caller, Arrival arrival, Inbox inbox) {
        String dialled = switch (arrival) {
            case Arrival.FromPhone phone -> phone.dialled();
            case Arrival.FromOutside outside -> "201";
            case Arrival.Replacing replacing -> "600";
        };
        if (dialled.equals("600")) { // answers at once and says nothing
            caller.answer();
            follow(caller, null, inbox);
            return;
        }
        if (dialled.equals("601")) { // early sound, never answers
            caller.earlySound();
            follow(caller, null, inbox);
            return;
        }
        Optional<Leg> called = ring(dialled, arrival, inbox);
        if (called.isEmpty()) {
            caller.hangUp(HangupCause.NO_SUCH_NUMBER);
            return;
        }
        legs.add(called.get());
        follow(caller, called.get(), inbox);
    }

    private Optional<Leg> ring(String dialled, Arrival arrival, Inbox inbox) {
        if (dialled.startsWith("+")) {
            return edge.trunks().stream().findFirst().map(t -> t.dial(dialled, null, inbox));
        }
        CallerId from = arrival instanceof Arrival.FromPhone phone
                ? CallerId.of(phone.extension().digits(), "Олена \"Тест\"")
                : ((Arrival.FromOutside) arrival).caller();
        return dialled.matches("2[0-9]{2}")
                ? edge.telephone(new Extension(dialled))
                        .map(t -> t.ring(new RingRequest(from, inbox.callId(), false, null), inbox))
                : Optional.empty();
    }

    private void follow(Leg caller, Leg called, Inbox inbox) {
        CrossConnect.Bridging bridge = null;
        while (!closed) {
            CallEvent event = inbox.take(clock.nanos() + Duration.ofMinutes(5).toNanos());
            if (event == null) {
                return;
            }
            note(event);
            switch (event) {
                case CallEvent.Ringing r -> caller.ringing();
                case CallEvent.EarlySound e -> {
                    caller.earlySound();
                    bridge = matrix.bridge(caller.voice(), called.voice());
                }
                case CallEvent.Answered a -> {
                    caller.answer();
                    bridge = matrix.bridge(caller.voice(), called.voice());
                }
                case CallEvent.VoiceChanged v -> changed(bridge);
                case CallEvent.Gone gone -> {
                    Leg other = gone.leg() == caller ? called : caller;
                    if (other != null) {
                        other.hangUp(gone.cause());
                    }
                    if (bridge != null) {
                        bridge.close();
                    }
                    return;
                }
                default -> {}
            }
        }
    }

    private static void changed(CrossConnect.Bridging bridge) {
        if (bridge != null) {
            bridge.voiceChanged();
        }
    }

    private synchronized void note(CallEvent event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<CallEvent> events() {
        return List.copyOf(events);
    }

    /** Waits until something of that kind has happened. */
    synchronized <T extends CallEvent> T await(Class<T> kind, Predicate<T> wanted) {
        long deadline = Patience.deadline();
        while (true) {
            for (CallEvent event : events) {
                if (kind.isInstance(event) && wanted.test(kind.cast(event))) {
                    return kind.cast(event);
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("no " + kind.getSimpleName() + ", but " + events);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    <T extends CallEvent> T await(Class<T> kind) {
        return await(kind, e -> true);
    }

    @Override
    public void close() {
        closed = true;
    }
}
