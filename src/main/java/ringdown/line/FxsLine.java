package ringdown.line;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import ringdown.audio.Frame;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.number.Extension;

/**
 * An analog telephone. It is no leg: each call on it is one, and it puts one of them on its single pair of wires. Its state lives on
 * the board's thread; commands of other threads wait in a queue for the next frame.
 */
final class FxsLine implements Telephone {
    private final FxsCard card;
    private final LineSite site;
    private final Supplier<PhoneSetup> setups;
    private final FxsCalls calls;
    private final FaultWatch faults;
    private final Commands commands = new Commands();
    private final AtomicInteger legs = new AtomicInteger();
    private final short[] in = Frame.silence();
    private final short[] out = Frame.silence();
    private final KeyEar keyEar;
    private PhoneSetup setup;
    private HookWatch hook;
    private volatile State state = State.FREE;
    private volatile boolean awaitsDigits;
    private volatile Extension extension;

    FxsLine(FxsCard card, LineSite site, Supplier<PhoneSetup> setups) {
        this.card = card;
        this.site = site;
        this.setups = setups;
        faults = new FaultWatch(site, card.port());
        setup = setups.get();
        extension = setup.extension();
        hook = new HookWatch(setup.flashFrom(), setup.flashTo());
        calls = new FxsCalls(this, card, site, setup);
        keyEar = new KeyEar(calls::key);
    }

    @Override
    public String id() {
        return card.port();
    }

    @Override
    public Extension extension() {
        return extension;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public boolean awaitsDigits() {
        return awaitsDigits;
    }

    @Override
    public Leg ring(RingRequest request, Inbox inbox) {
        FxsLeg leg = newLeg(inbox);
        command(() -> ring(leg, request));
        return leg;
    }

    private void ring(FxsLeg leg, RingRequest request) {
        if (faults.outOfService()) {
            leg.gone(HangupCause.UNREACHABLE, false);
        } else {
            calls.ring(leg, request);
        }
    }

    @Override
    public void lamp(boolean on, int newMessages) {
        command(() -> card.lamp(on));
    }

    void command(Runnable what) {
        commands.add(what);
    }

    FxsLeg newLeg(Inbox inbox) {
        return new FxsLeg(id() + "/" + legs.incrementAndGet(), this, inbox);
    }

    void sendDigit(FxsLeg leg, char digit) {
        calls.sendDigit(leg, digit);
    }

    void hangUp(FxsLeg leg, HangupCause cause) {
        calls.hangUp(leg, cause);
    }

    /** First stage of a frame. */
    void received() {
        card.receive(in);
        faults.frame(card.fault());
        commands.run();
        if (!calls.loopOpen()) {
            calls.hook(hook.frame(card.loopClosed(), calls.dialling()), hook.digit());
        }
        if (hook.off()) {
            keyEar.received(in);
        }
        calls.time();
        calls.hear(in);
        show();
    }

    /** Last stage of a frame. */
    void sending() {
        if (calls.fill(out)) {
            card.send(out);
            if (hook.off()) {
                keyEar.sent(out);
            }
        }
    }

    private void show() {
        if (calls.idle()) {
            refresh();
        }
        awaitsDigits = calls.awaitsDigits();
        State next = faults.outOfService() ? State.UNREACHABLE : calls.state(hook.off() || card.loopClosed());
        if (next != state) {
            state = next;
            site.personChanged(extension);
        }
    }

    /** A changed office holds from the next call on. */
    private void refresh() {
        PhoneSetup now = setups.get();
        if (now != setup) {
            setup = now;
            extension = now.extension();
            hook = new HookWatch(now.flashFrom(), now.flashTo());
            calls.setup(now);
        }
    }

    /** The box stops. */
    void close() {
        calls.close();
    }
}
