package ringdown.line;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.Lifeline;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.call.TelephoneCall;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.office.PortUse;

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
    private final HybridEcho echo = new HybridEcho();
    private final KeyEar keyEar;
    private final LifelineKeeper lifeline;
    private final LampMessage lampMessage = new LampMessage();
    private PhoneSetup setup;
    private PortUse.Levels levels = PortUse.Levels.FLAT;
    private HookWatch hook;
    private volatile State state = State.FREE;
    private volatile boolean awaitsDigits;
    private volatile boolean takesSecondCall;
    private volatile @Nullable CallerId rungBy;
    private boolean parked;
    private boolean away;
    private volatile Extension extension;
    private volatile PortUse.Device device;

    FxsLine(FxsCard card, LineSite site, Supplier<PhoneSetup> setups, RingPower power, LifelineKeeper lifeline) {
        this.card = card;
        this.lifeline = lifeline;
        this.site = site;
        this.setups = setups;
        faults = new FaultWatch(site, card.port());
        setup = setups.get();
        extension = setup.extension();
        device = setup.device();
        hook = new HookWatch(setup.flashFrom(), setup.flashTo());
        calls = new FxsCalls(this, card, site, setup, power);
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
    public boolean takesSecondCall() {
        return takesSecondCall;
    }

    @Override
    public List<TelephoneCall> calls() {
        return state == State.RINGING
                ? List.of(new TelephoneCall(TelephoneCall.Way.IN, false, rungBy, null))
                : Telephone.super.calls();
    }

    @Override
    public Leg ring(RingRequest request, Inbox inbox) {
        FxsLeg leg = newLeg(inbox);
        rungBy = request.caller();
        command(() -> ring(leg, request));
        return leg;
    }

    private void ring(FxsLeg leg, RingRequest request) {
        if (outOfReach()) {
            leg.gone(HangupCause.UNREACHABLE, false);
        } else {
            calls.ring(leg, request);
        }
    }

    @Override
    public void lamp(boolean on, int newMessages) {
        command(() -> {
            card.lamp(on);
            calls.messages(newMessages > 0);
            lampMessage.tell(on, newMessages);
        });
    }

    /** Changed gains hold at once. */
    private void follow(PortUse.Levels wanted) {
        if (!wanted.equals(levels)) {
            levels = wanted;
            card.levels(wanted.rx(), wanted.tx());
        }
    }

    private boolean outOfReach() {
        return faults.outOfService() || lifeline.onLine();
    }

    /** Where its lifeline relay has it; empty: it has none. */
    Optional<Lifeline> lifeline() {
        return lifeline.shown();
    }

    void command(Runnable what) {
        commands.add(what);
    }

    FxsLeg newLeg(Inbox inbox) {
        return new FxsLeg(id() + "/" + legs.incrementAndGet(), this, inbox, device);
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
        lifeline.frame(setup.lifeline(), !faults.outOfService(), calls.idle());
        commands.run();
        follow(setups.get().levels());
        if (!calls.treatment().loopOpen()) {
            calls.hook(hook.frame(card.loopClosed(), calls.collecting()), hook.digit());
        }
        if (hook.off()) {
            keyEar.received(in);
            cancelEcho();
            if (keyEar.sounding() && calls.talks().keysApart()) {
                Arrays.fill(in, (short) 0);
            }
        } else {
            echo.restore();
        }
        calls.time(hook.inTrain());
        calls.hear(in);
        show();
    }

    /** Between two ports of the highway the wires' own sound passes: their echo is too early to be heard. */
    private void cancelEcho() {
        if (!calls.talks().wire()) {
            echo.machine(!setup.device().voice());
            echo.frame(card, true, in);
        }
    }

    /** Last stage of a frame. */
    void sending() {
        if (calls.fill(out) || lampMessage.sending(out, rests(), setup)) {
            card.send(out);
            if (hook.off()) {
                keyEar.sent(out);
            }
        }
    }

    /** Somebody may be told something by it without being disturbed. */
    private boolean rests() {
        return calls.idle() && !hook.off() && !outOfReach() && setup.device() == PortUse.Device.TELEPHONE;
    }

    private void show() {
        if (calls.idle()) {
            refresh();
        }
        awaitsDigits = calls.awaitsDigits();
        takesSecondCall = calls.takesSecondCall();
        if (parked != calls.treatment().parked()) {
            parked = calls.treatment().parked();
            site.alarm("leftOffHook", id(), parked);
        }
        if (away != lifeline.away()) {
            away = lifeline.away();
            site.alarm("onLifeline", id(), away);
        }
        State next = outOfReach() ? State.UNREACHABLE : calls.state(hook.off() || card.loopClosed());
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
            device = now.device();
            hook = new HookWatch(now.flashFrom(), now.flashTo());
            calls.setup(now);
        }
    }

    /** The box stops. */
    void close() {
        calls.close();
    }
}
