package ringdown.switchboard;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.Doorway;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.ledger.Ids;
import ringdown.ledger.Matter;
import ringdown.ledger.Promise;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.Person;
import ringdown.presence.Presence;

/** Takes every leg that arrives and gives it a call of its own, on a virtual thread. Safe from any thread. */
public final class Switchboard implements Doorway, AutoCloseable {
    /** Live calls get this long to end in order when the box stops. */
    private static final Duration STOP_TIME = Duration.ofSeconds(10);

    private static final Duration QUIET = Duration.ofSeconds(1);

    private record Live(Inbox inbox, Thread thread) {}

    private final Desk desk;
    private final Ids ids;
    private final Map<String, Live> live = new ConcurrentHashMap<>();
    private final Object callingBack = new Object();
    /** Who stands in the queue for callers that are to be called back. */
    private final Map<Inbox, Thread> standing = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    /** Ready at once; the edges that offer legs start later. */
    public Switchboard(Desk desk, Ids ids) {
        this.desk = desk;
        this.ids = ids;
        desk.queue().handKept(this::standFor);
    }

    @Override
    public Inbox inbox() {
        return new Inbox(desk.clock(), ids.next());
    }

    @Override
    public void offer(Leg leg, Arrival arrival, Inbox inbox) {
        if (stopping) {
            leg.hangUp(HangupCause.SHUTDOWN);
            return;
        }
        CallRun run = new CallRun(desk, inbox, leg);
        start(
                inbox,
                switch (arrival) {
                    case Arrival.FromOutside outside -> new IncomingCall(run, outside);
                    case Arrival.FromPhone phone -> new PhoneCall(run, phone, this::further);
                    case Arrival.Replacing replacing -> new Replacement(run, replacing);
                });
    }

    @Override
    public void noted(String callId, String what) {
        desk.ledger().event(callId, desk.clock().now(), what);
    }

    private void start(Inbox inbox, Runnable call) {
        Thread thread = Thread.ofVirtual().name("call-" + inbox.callId()).unstarted(() -> {
            try {
                call.run();
            } finally {
                live.values().removeIf(one -> one.thread().equals(Thread.currentThread()));
            }
        });
        live.put(inbox.callId(), new Live(inbox, thread));
        thread.start();
    }

    /** Another call of the same telephone follows on the thread of the one that asks. */
    private Inbox further() {
        Inbox inbox = inbox();
        live.put(inbox.callId(), new Live(inbox, Thread.currentThread()));
        return inbox;
    }

    /** How many calls go on. */
    public int liveCalls() {
        return live.size();
    }

    /** The parking place in which the party of that call waits; empty: they do not. */
    public OptionalInt parkedIn(String callId) {
        return desk.parking().all().stream()
                .filter(stay -> stay.callId().equals(callId))
                .mapToInt(Parking.Parked::place)
                .findFirst();
    }

    /** Keeps a promise now: rings the person, then dials the number. */
    public CallBackResult callBack(String promiseId, Extension from) {
        Optional<Promise> promise = desk.ledger().promiseById(promiseId);
        if (promise.isEmpty()) {
            return new CallBackResult.NoSuchPromise();
        }
        String number = promise.get().number();
        if (number == null || !promise.get().state().owed()) {
            return new CallBackResult.NothingToDial(number == null ? "the promise has no number" : "it is settled");
        }
        if (unconfirmed(promise.get())) {
            return new CallBackResult.NothingToDial("the head must confirm this number first");
        }
        return desk.office()
                .get()
                .person(from)
                .map(person -> once(promise.get(), number, person, CallBack.Asked.ON_THE_PAGE, lifted -> {}))
                .orElseGet(CallBackResult.NoSuchPerson::new);
    }

    /** An unknown foreign or premium number costs what whoever called us from it wants it to (SITUATIONS 5). */
    static boolean unconfirmed(Promise promise) {
        return promise.matter().confirm() == Matter.Confirm.DIALLING;
    }

    /** Two who click in the same moment, or whose turn it is, do not call the same party twice. */
    private CallBackResult once(
            Promise promise, String number, Person person, CallBack.Asked asked, Consumer<Boolean> told) {
        synchronized (callingBack) {
            return desk.dialling().calls(desk.ledger(), promise)
                    ? new CallBackResult.NothingToDial("somebody is calling them, or talking with them, at this moment")
                    : ring(promise, number, person, asked, told);
        }
    }

    /**
     * Makes a call from a list: rings the person, then dials the number.
     *
     * @param name shown on the person's telephones; null: not known
     * @param told hears how it went, if the person lifts
     */
    public CallBackResult callOut(String number, @Nullable String name, Extension from, Consumer<CallOutResult> told) {
        return desk.office()
                .get()
                .person(from)
                .map(person -> ring(name, number, person, CallBack.Asked.FROM_A_LIST, lifted -> {}, told, null))
                .orElseGet(CallBackResult.NoSuchPerson::new);
    }

    private CallBackResult ring(
            Promise promise, String number, Person person, CallBack.Asked asked, Consumer<Boolean> told) {
        String name = desk.contacts().present(promise.contactId(), promise.contactName());
        return ring(name, number, person, asked, told, null, promise.id());
    }

    private CallBackResult ring(
            @Nullable String name,
            String number,
            Person person,
            CallBack.Asked asked,
            Consumer<Boolean> told,
            @Nullable Consumer<CallOutResult> list,
            @Nullable String promiseId) {
        if (desk.boxCalls().giveWay(person.extension())) {
            quiet(person);
        }
        if (desk.presence().now(person.extension()).ready().isEmpty() && !Summons.inHand(desk, person)) {
            String why = desk.presence().registered(person.extension())
                    ? "the telephone of " + person.extension() + " is busy"
                    : "no telephone of " + person.extension() + " can be rung";
            return new CallBackResult.CannotRing(why);
        }
        Inbox inbox = inbox();
        Optional<Presence.Reservation> reservation = desk.presence().reserve(person.extension(), inbox.callId());
        if (reservation.isEmpty()) {
            return new CallBackResult.CannotRing(person.extension() + " is in a call");
        }
        CallBack call =
                new CallBack(desk, inbox, name, number, person, reservation.get(), asked, told, list, promiseId);
        call.open();
        start(inbox, call);
        return new CallBackResult.Rings(inbox.callId());
    }

    /** Calls a number over one line or trunk for whoever installs it, and lets it hear a tone; the last idle incoming line stays free. */
    public CallBackResult callOver(String port, PhoneNumber number) {
        Optional<OutsideLine> line = desk.equipment().outsideLines().stream()
                .filter(one -> one.via().equals(port))
                .findFirst();
        return line.map(found -> desk.ways().take(found, desk.office().get()))
                .map(taken -> callOver(taken, number.e164()))
                .orElseGet(() -> new CallBackResult.CannotRing("there is no such line"));
    }

    private CallBackResult callOver(WaysOut.Taken taken, String number) {
        return switch (taken) {
            case WaysOut.Taken.None none ->
                new CallBackResult.CannotRing(
                        none.why() == WaysOut.Refusal.LAST_LINE ? none.why().words() : "the line is not free");
            case WaysOut.Taken.Way way -> {
                Inbox inbox = inbox();
                LineCall call = new LineCall(desk, inbox, way, number);
                call.open();
                start(inbox, call);
                yield new CallBackResult.Rings(inbox.callId());
            }
        };
    }

    /** A telephone that has just been told to stop ringing is idle within milliseconds. */
    private void quiet(Person person) {
        long until = desk.clock().nanos() + QUIET.toNanos();
        while (desk.presence().now(person.extension()).ready().isEmpty()
                && desk.clock().nanos() < until) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /**
     * Rings the person and tells them whom they owe a call.
     *
     * @param told hears whether somebody lifted, if the answer is {@link CallBackResult.Rings}
     */
    CallBackResult tellOfPromises(Person person, Consumer<Boolean> told) {
        Inbox inbox = inbox();
        Optional<Presence.Reservation> reservation =
                stopping ? Optional.empty() : desk.presence().reserve(person.extension(), inbox.callId());
        if (reservation.isEmpty()) {
            return new CallBackResult.CannotRing(person.extension() + " is in a call");
        }
        OpeningCall call = new OpeningCall(desk, inbox, person, reservation.get(), this::further, told);
        call.open();
        start(inbox, call);
        return new CallBackResult.Rings(inbox.callId());
    }

    /** A caller asked to be called back: somebody stands in the queue for them from now on, on a thread of its own. */
    private void standFor(Place place) {
        String promise = place.promiseId();
        if (promise == null || stopping) {
            return;
        }
        Inbox inbox = new Inbox(desk.clock(), place.callId());
        desk.queue().listen(place.id(), inbox);
        PromisedTurn turn = new PromisedTurn(desk, inbox, place, promise, this::once);
        Thread thread = Thread.ofVirtual().name("turn-" + place.id()).unstarted(() -> {
            try {
                turn.run();
            } finally {
                standing.remove(inbox);
            }
        });
        standing.put(inbox, thread);
        thread.start();
    }

    /** Takes nothing new; every live call is asked to end in order, and is waited for. */
    @Override
    public void close() {
        stopping = true;
        standing.keySet().forEach(inbox -> inbox.post(new CallEvent.ShuttingDown()));
        live.values().forEach(call -> call.inbox().post(new CallEvent.ShuttingDown()));
        long deadline = desk.clock().nanos() + STOP_TIME.toNanos();
        for (Live call : live.values()) {
            join(call.thread(), deadline - desk.clock().nanos());
        }
        standing.values().forEach(thread -> join(thread, deadline - desk.clock().nanos()));
        if (!live.isEmpty()) {
            Logger.warn("{} calls did not end in time", live.size());
        }
    }

    private static void join(Thread thread, long nanos) {
        try {
            thread.join(Duration.ofNanos(Math.max(1, nanos)));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
