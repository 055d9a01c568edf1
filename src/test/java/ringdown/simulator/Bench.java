package ringdown.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Companding;
import ringdown.board.simulated.SimulatedBoard;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.Doorway;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.clock.BoxClock;
import ringdown.line.AnalogEdge;
import ringdown.line.LineProfiles;
import ringdown.media.AudioSink;
import ringdown.media.AudioSource;
import ringdown.media.Voice;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.office.Line;
import ringdown.office.PortUse;

/** A box of lines and telephones on a bench, with somebody at the doorway; runs as fast as the machine can, counted in frames. */
final class Bench implements AutoCloseable, Doorway {
    /** A call as whoever carries it sees it: everything that was posted, and the sound of its leg. */
    final class Call {
        final Leg leg;
        final Inbox inbox;
        final @Nullable Arrival arrival;
        final List<CallEvent> events = new ArrayList<>();
        final Tape heard = new Tape();
        final Mouth mouth = new Mouth();

        Call(Leg leg, Inbox inbox, @Nullable Arrival arrival) {
            this.leg = leg;
            this.inbox = inbox;
            this.arrival = arrival;
            heard.restart();
        }

        /** Runs until an event of that kind has come. */
        <E extends CallEvent> E awaits(Class<E> kind, int millis) {
            runUntil(kind.getSimpleName() + " in " + events, millis, () -> seen(kind) != null);
            E event = seen(kind);
            events.remove(event);
            return java.util.Objects.requireNonNull(event);
        }

        <E extends CallEvent> @Nullable E seen(Class<E> kind) {
            for (CallEvent event = inbox.take(0); event != null; event = inbox.take(0)) {
                events.add(event);
            }
            return events.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .findFirst()
                    .orElse(null);
        }

        String digits() {
            seen(CallEvent.Gone.class);
            StringBuilder digits = new StringBuilder();
            events.forEach(event -> {
                if (event instanceof CallEvent.DigitPressed pressed) {
                    digits.append(pressed.digit());
                }
            });
            return digits.toString();
        }
    }

    private record Joined(Voice a, Voice b) {}

    final BoxClock clock = new BoxClock(() -> true);
    final Notices notices = new Notices();
    final SimulatedBoard board;
    final Simulator far;
    final Alarms alarms = new Alarms(notices);
    final CurrentOffice office;
    final AnalogEdge edge;
    final List<Call> arrived = new ArrayList<>();
    final List<String> noted = new ArrayList<>();
    private final ConcurrentLinkedQueue<Call> arriving = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Joined> joined = new ArrayList<>();
    private final short[] frame = new short[80];
    /** The threads that carry calls run. */
    boolean well = true;

    private int inboxes;
    private BenchOffice setup;

    Bench(String country) {
        this(country, Line.DialMode.TONE);
    }

    Bench(String country, Line.DialMode dial) {
        this(country, country, dial);
    }

    /** A box that thinks it is in one country, at an exchange of another. */
    Bench(String country, String exchange, Line.DialMode dial) {
        board = new SimulatedBoard(clock, 2, 3, country.equals("US") ? Companding.MU_LAW : Companding.A_LAW, country);
        far = new Simulator(board, exchange, clock);
        setup = BenchOffice.of(country, dial);
        office = new CurrentOffice(setup.office());
        edge = new AnalogEdge(board, office, clock, this, notices, alarms, LineProfiles.NONE);
        run(200);
    }

    /** The same box with other gains on its first line. */
    void levels(Line.Levels levels) {
        becomes(setup.with(levels));
    }

    /** The same box dials in another way on its first line. */
    void dials(Line.DialMode dial) {
        becomes(setup.with(dial));
    }

    /** The same box with these devices on its telephone ports, of which so many may ring at once. */
    void ports(int ringsAtOnce, PortUse... uses) {
        becomes(setup.with(ringsAtOnce, List.of(uses)));
        run(50);
    }

    /** The installer says what ends a call. */
    void release(String... signs) {
        becomes(setup.releasedBy(List.of(signs)));
    }

    /** How callers of the first line are recognised. */
    void callerId(String how) {
        becomes(setup.with(how, null));
    }

    /** The exchange tells on the first line who calls only when it is asked. */
    void asksWho(String areaCode) {
        becomes(setup.with("aon", areaCode));
    }

    private void becomes(BenchOffice next) {
        setup = next;
        office.replace(next.office());
    }

    @Override
    public Inbox inbox() {
        return new Inbox(clock, "call-" + ++inboxes);
    }

    @Override
    public void offer(Leg leg, Arrival arrival, Inbox inbox) {
        arriving.add(new Call(leg, inbox, arrival));
    }

    @Override
    public void noted(String callId, String what) {
        noted.add(what);
    }

    /** A leg that we make. */
    Call call(java.util.function.Function<Inbox, Leg> make) {
        Inbox inbox = inbox();
        Call call = new Call(make.apply(inbox), inbox, null);
        calls.add(call);
        return call;
    }

    void join(Call a, Call b) {
        calls.remove(a);
        calls.remove(b);
        a.leg.voice().faces(b.leg.voice());
        b.leg.voice().faces(a.leg.voice());
        joined.add(new Joined(a.leg.voice(), b.leg.voice()));
    }

    /** A leg with a voice that is none of this bench. */
    void joined(Call call, Voice other) {
        calls.remove(call);
        call.leg.voice().faces(other);
        joined.add(new Joined(call.leg.voice(), other));
    }

    void run(int millis) {
        for (int i = 0; i < millis; i += 10) {
            oneFrame();
        }
    }

    void runUntil(String what, int millis, BooleanSupplier done) {
        for (int i = 0; i < millis; i += 10) {
            if (done.getAsBoolean()) {
                return;
            }
            oneFrame();
        }
        if (!done.getAsBoolean()) {
            throw new AssertionError("not within " + millis + " ms: " + what);
        }
    }

    /** Runs until another call has come in. */
    Call arrives(int millis) {
        int before = arrived.size();
        runUntil("a call", millis, () -> arrived.size() > before);
        return arrived.getLast();
    }

    private void oneFrame() {
        if (well) {
            edge.well();
        }
        board.frame();
        for (Call call = arriving.poll(); call != null; call = arriving.poll()) {
            arrived.add(call);
            calls.add(call);
        }
        for (Call call : calls) {
            move(call.leg.voice().source(), call.heard::add);
            move(call.mouth::read, call.leg.voice().sink());
        }
        for (Joined pair : joined) {
            move(pair.a().source(), pair.b().sink());
            move(pair.b().source(), pair.a().sink());
        }
    }

    private void move(AudioSource from, AudioSink to) {
        from.read(frame);
        to.write(frame);
    }

    RingOrder order(@Nullable String number, @Nullable String name, RingScheme scheme) {
        return new RingOrder(number, name, scheme, Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        edge.close();
        board.close();
        notices.close();
        clock.close();
    }
}
