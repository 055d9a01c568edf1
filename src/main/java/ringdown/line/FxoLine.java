package ringdown.line;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.echo.EchoCanceller;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.number.CallerId;
import ringdown.office.Line;

/**
 * An outside line. Its state lives on the board's thread; commands of other threads wait in a queue for the next frame, so that
 * whatever happens on the wires and in the office is put in one order.
 */
final class FxoLine implements OutsideLine {
    /** Exchanges need the loop open for so long before they are ready again (facts §6.5). */
    private static final int GUARD = Frames.of(2000);

    final FxoCard card;
    final BatteryWatch battery;
    private final LineSite site;
    private final Supplier<LineSetup> setups;
    private final OnHookWatch onHook;
    private final Commands commands = new Commands();
    private final AtomicInteger calls = new AtomicInteger();
    private final short[] in = Frame.silence();
    private final short[] out = Frame.silence();
    /** Belongs to the line, not to the call: what it has learnt of the hybrid holds for the next one. */
    private final EchoCanceller echo = new EchoCanceller();

    private @Nullable FxoCall call;
    private int guard;
    private boolean clearing;
    private final FaultWatch faults;
    private boolean dead;
    private Line.Levels levels = Line.Levels.FLAT;
    private volatile State state = State.IDLE;
    private volatile boolean free;
    private volatile Use use = Use.NONE;

    FxoLine(FxoCard card, LineSite site, Supplier<LineSetup> setups) {
        this.card = card;
        this.site = site;
        this.setups = setups;
        faults = new FaultWatch(site, card.port());
        LineProfile profile = site.profiles().of(card.port());
        battery = new BatteryWatch(profile.idleVolts());
        onHook = new OnHookWatch(this, profile.longestPauseMillis());
    }

    @Override
    public String via() {
        return card.port();
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public boolean free() {
        return free;
    }

    @Override
    public Use use() {
        return use;
    }

    @Override
    public void preempt() {
        commands.add(() -> {
            FxoCall mine = call;
            if (mine != null && (mine.use() == Use.OUT || mine.use() == Use.IN)) {
                mine.hangUp(HangupCause.LOST);
            }
        });
    }

    /** After the office hung up first, the caller may still hold the line; until dial tone was heard it is offered last. */
    boolean clearing() {
        return clearing;
    }

    LineSetup setup() {
        return setups.get();
    }

    @Override
    public Leg dial(String number, @Nullable String shown, Inbox inbox) {
        FxoLeg leg = newLeg(inbox);
        commands.add(() -> dial(leg, number));
        return leg;
    }

    private void dial(FxoLeg leg, String number) {
        boolean emergency = setup().emergency(number);
        boolean taken = call != null || faults.outOfService() || !onHook.quiet() || (guard > 0 && !emergency);
        if (taken || !battery.present() || battery.inUse()) {
            HangupCause why = battery.present() ? HangupCause.CONGESTION : HangupCause.UNREACHABLE;
            leg.post(new CallEvent.Gone(leg, why, false));
            return;
        }
        call = new OutgoingCall(this, leg, setup(), setup().digits(number), emergency, guard);
    }

    private FxoLeg newLeg(Inbox inbox) {
        return new FxoLeg(via() + "/" + calls.incrementAndGet(), this, inbox);
    }

    /** Queues a command for a leg's call; it does nothing once the call is over. */
    void command(FxoLeg leg, Consumer<FxoCall> what) {
        commands.add(() -> {
            FxoCall mine = call;
            if (mine != null && mine.leg == leg) {
                what.accept(mine);
            }
        });
    }

    /** First stage of a frame. */
    void received() {
        card.receive(in);
        faults.frame(card.fault());
        battery.frame(card.volts(), card.offHook());
        guard = Math.max(0, guard - 1);
        onHook.frame(in); // before the commands: who rings now is here before whoever wants to dial
        commands.run();
        level();
        if (call != null && faults.outOfService()) {
            call.hangUp(HangupCause.LOST);
        }
        FxoCall mine = call;
        if (mine != null) {
            cancelEcho();
            mine.leg.voice().received(in);
            mine.received(in);
        }
        show();
    }

    private void level() {
        Line.Levels wanted = setup().levels();
        if (!wanted.equals(levels)) {
            levels = wanted;
            card.levels(wanted.rx(), wanted.tx());
        }
    }

    /** What was sent in the last frame comes back in this one; nobody may take it for the far end. */
    private void cancelEcho() {
        if (card.offHook()) {
            echo.process(out, 0, in, 0, Frame.SAMPLES);
        }
    }

    /** Last stage of a frame. */
    void sending() {
        FxoCall mine = call;
        if (mine != null && mine.sending(out)) {
            card.send(out);
        } else {
            Arrays.fill(out, (short) 0);
        }
    }

    /** A call has come in: it is offered before anything else happens to it. */
    void offer(CallerId caller, boolean complete) {
        Inbox inbox = site.doorway().inbox();
        FxoLeg leg = newLeg(inbox);
        call = new IncomingCall(this, leg, onHook, complete);
        site.doorway().offer(leg, new Arrival.FromOutside(via(), setup().called(), caller, complete), inbox);
    }

    /** Whoever rang has gone: somebody else rings now. */
    void callerGone() {
        if (call instanceof IncomingCall unanswered) {
            unanswered.farEndGone(HangupCause.CANCELLED);
        }
    }

    /** We seized the line and somebody speaks: a caller was about to ring (LINES rule 7). He is connected already. */
    void offerGlare() {
        Inbox inbox = site.doorway().inbox();
        FxoLeg leg = newLeg(inbox);
        IncomingCall glare = new IncomingCall(this, leg, onHook, true);
        call = glare;
        glare.alreadyOffHook();
        Arrival from = new Arrival.FromOutside(via(), setup().called(), CallerId.UNKNOWN, true);
        site.doorway().offer(leg, from, inbox);
    }

    /** A call is over: on hook, guard time. */
    void finish(FxoCall which, boolean byFarEnd) {
        if (call == which) {
            call = null;
        }
        if (card.offHook()) {
            card.hook(false);
            guard = GUARD;
            clearing = !byFarEnd && which instanceof IncomingCall;
            onHook.afterCall();
        }
        show();
    }

    /** Dial tone was heard: no caller holds the line. */
    void cleared() {
        clearing = false;
    }

    boolean idle() {
        return call == null;
    }

    void learnt(LineProfile profile) {
        site.profiles().learnt(via(), profile);
    }

    private void show() {
        State next = stateNow();
        free = next == State.IDLE && guard == 0 && onHook.quiet();
        use = call == null ? Use.NONE : call.use();
        if (next != state) {
            boolean wasDead = dead;
            dead = next == State.DEAD && !faults.outOfService();
            state = next;
            site.lineChanged(via(), dead, wasDead);
        }
    }

    private State stateNow() {
        FxoCall mine = call;
        if (mine != null) {
            return mine.state();
        }
        if (!battery.present() || faults.outOfService()) {
            return State.DEAD;
        }
        if (battery.inUse()) {
            return State.IN_USE;
        }
        return onHook.ringing() ? State.RINGING : State.IDLE;
    }

    /** The box stops: whoever talks is told, the line goes on hook. */
    void close() {
        FxoCall mine = call;
        if (mine != null) {
            mine.hangUp(HangupCause.SHUTDOWN);
        }
        card.hook(false);
    }
}
