package ringdown.line;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.number.Dialled;
import ringdown.number.Extension;

/**
 * An analog telephone. It is no leg: each call on it is one, and it puts one of them on its single pair of wires. Its state lives on
 * the board's thread; commands of other threads wait in a queue for the next frame.
 */
final class FxsLine implements Telephone {
    private static final int RECALL = Frames.of(60_000);

    private enum Mode {
        ON_HOOK,
        RINGING,
        DIALLING,
        CALL,
        /** The call is over and the handset not laid down. */
        OVER
    }

    private final FxsCard card;
    private final LineSite site;
    private final Supplier<PhoneSetup> setups;
    private final Commands commands = new Commands();
    private final AtomicInteger calls = new AtomicInteger();
    private final short[] in = Frame.silence();
    private final short[] out = Frame.silence();
    private final KeyEar keyEar = new KeyEar(this::key);
    private final Earpiece earpiece = new Earpiece();
    private PhoneSetup setup;
    private HookWatch hook;
    private Dialling dialling;
    private Mode mode = Mode.ON_HOOK;
    private int inMode;
    private @Nullable FxsLeg active;
    private @Nullable FxsLeg held;
    private @Nullable Ringer ringer;
    private @Nullable Treatment treatment;
    private volatile State state = State.FREE;
    private volatile Extension extension;

    FxsLine(FxsCard card, LineSite site, Supplier<PhoneSetup> setups) {
        this.card = card;
        this.site = site;
        this.setups = setups;
        setup = setups.get();
        extension = setup.extension();
        hook = new HookWatch(setup.flashFrom(), setup.flashTo());
        dialling = new Dialling(setup.dialPlan());
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
    public Leg ring(RingRequest request, Inbox inbox) {
        FxsLeg leg = newLeg(inbox);
        command(() -> ring(leg, request));
        return leg;
    }

    private void ring(FxsLeg leg, RingRequest request) {
        if (mode != Mode.ON_HOOK || card.loopClosed()) {
            leg.gone(state == State.UNREACHABLE ? HangupCause.UNREACHABLE : HangupCause.BUSY, false);
            return;
        }
        active = leg;
        ringer = new Ringer(
                card,
                setup.tones().ringCadence(),
                CallerDisplay.signal(request.caller(), setup, site.clock().now()));
        enter(Mode.RINGING);
        leg.mail().post(new CallEvent.Ringing(leg));
    }

    @Override
    public void lamp(boolean on, int newMessages) {
        command(() -> card.lamp(on));
    }

    void command(Runnable what) {
        commands.add(what);
    }

    private FxsLeg newLeg(Inbox inbox) {
        return new FxsLeg(id() + "/" + calls.incrementAndGet(), this, inbox);
    }

    /** First stage of a frame. */
    void received() {
        card.receive(in);
        commands.run();
        inMode++;
        if (treatment == null || !treatment.loopOpen()) {
            hook(hook.frame(card.loopClosed(), mode == Mode.DIALLING));
        }
        if (hook.off()) {
            keyEar.received(in);
        }
        time();
        if (active != null) {
            hear(active);
        }
        if (held != null) {
            held.voice().receivedNothing();
        }
        show();
    }

    private void hear(FxsLeg leg) {
        if (mode == Mode.CALL) {
            leg.voice().received(in);
        } else {
            leg.voice().receivedNothing();
        }
    }

    private void hook(HookWatch.Event event) {
        switch (event) {
            case NOTHING -> {}
            case LIFTED -> lifted();
            case LAID_DOWN -> laidDown();
            case FLASHED -> flashed();
            case PULSED -> {
                if (mode == Mode.DIALLING) {
                    dialled(hook.digit());
                }
            }
        }
    }

    private void lifted() {
        FxsLeg caller = active;
        if (mode == Mode.RINGING && caller != null) {
            stopRinging();
            enter(Mode.CALL);
            boolean recalled = caller.answered();
            caller.connected();
            caller.mail().post(recalled ? new CallEvent.Resumed(caller) : new CallEvent.Answered(caller));
        } else if (mode == Mode.ON_HOOK) {
            beginDialling();
        }
    }

    private void beginDialling() {
        dialling = new Dialling(setup.dialPlan());
        enter(Mode.DIALLING);
        Extension hotline = setup.use() == null ? null : setup.use().hotline();
        if (hotline != null && held == null) {
            place(hotline.digits());
        }
    }

    private void laidDown() {
        FxsLeg ended = active;
        active = null;
        if (ended != null) {
            ended.gone(ended.answered() ? HangupCause.NORMAL : HangupCause.CANCELLED, true);
        }
        enter(Mode.ON_HOOK);
        card.feed(FxsCard.Feed.FORWARD);
        FxsLeg waiting = held;
        held = null;
        if (waiting != null) {
            recall(waiting);
        }
    }

    /** Who lays the handset down has forgotten somebody on hold: the telephone rings for them. */
    private void recall(FxsLeg waiting) {
        active = waiting;
        ringer = new Ringer(card, setup.tones().ringCadence(), null);
        enter(Mode.RINGING);
    }

    /** A flash holds the call and gives a second dial tone; another one comes back to it. */
    private void flashed() {
        FxsLeg waiting = held;
        FxsLeg talking = active;
        if (waiting != null) {
            held = null;
            active = waiting;
            if (talking != null) {
                talking.gone(talking.answered() ? HangupCause.NORMAL : HangupCause.CANCELLED, true);
            }
            enter(Mode.CALL);
            waiting.mail().post(new CallEvent.Resumed(waiting));
        } else if (mode == Mode.CALL && talking != null && talking.answered()) {
            held = talking;
            active = null;
            talking.mail().post(new CallEvent.Held(talking));
            beginDialling();
        } else if (treatment != null && treatment.tone()) {
            beginDialling();
        }
    }

    private void key(char key) {
        if (mode == Mode.DIALLING) {
            dialled(key);
        } else if (mode == Mode.CALL && active != null) {
            active.mail().post(new CallEvent.DigitPressed(active, key));
        }
    }

    private void dialled(char digit) {
        proceed(dialling.digit(digit));
    }

    private void proceed(Dialling.Stand stand) {
        switch (stand) {
            case GOING_ON -> {}
            case DONE -> place(dialling.digits());
            case FAILED -> failed(dialling.begun() ? HangupCause.NO_SUCH_NUMBER : HangupCause.NORMAL);
        }
    }

    private void place(String digits) {
        boolean emergency = setup.dialPlan().dialled(digits) instanceof Dialled.Emergency;
        if (setup.owner() == null && !emergency) {
            failed(HangupCause.CONGESTION);
            return;
        }
        Inbox inbox = site.doorway().inbox();
        FxsLeg leg = newLeg(inbox);
        active = leg;
        enter(Mode.CALL);
        site.doorway().offer(leg, new Arrival.FromPhone(extension, id(), digits), inbox);
    }

    private void failed(HangupCause cause) {
        enter(Mode.OVER);
        treatment = new Treatment(card, earpiece.tone(), setup.tones(), cause);
    }

    void sendDigit(FxsLeg leg, char digit) {
        if (leg == active && mode == Mode.CALL) {
            earpiece.press(digit);
        }
    }

    /** The office ends a call on this telephone. */
    void hangUp(FxsLeg leg, HangupCause cause) {
        if (leg == held) {
            held = null;
        } else if (leg == active) {
            active = null;
            if (mode == Mode.RINGING) {
                stopRinging();
                enter(Mode.ON_HOOK);
            } else {
                failed(cause);
            }
        }
        leg.gone(cause, false);
    }

    private void stopRinging() {
        if (ringer != null) {
            ringer.stop();
            ringer = null;
        }
    }

    private void time() {
        switch (mode) {
            case ON_HOOK, CALL -> {}
            case RINGING -> {
                if (active != null && active.answered() && inMode > RECALL) {
                    hangUp(active, HangupCause.NO_ANSWER);
                }
            }
            case DIALLING -> proceed(dialling.quiet());
            case OVER -> {
                if (treatment != null) {
                    treatment.frame();
                }
            }
        }
    }

    private void enter(Mode next) {
        mode = next;
        inMode = 0;
        treatment = null;
        earpiece.tone().sound(null);
    }

    /** Last stage of a frame. */
    void sending() {
        if (fill()) {
            card.send(out);
            if (hook.off()) {
                keyEar.sent(out);
            }
        }
    }

    private boolean fill() {
        FxsLeg leg = active;
        return switch (mode) {
            case ON_HOOK -> false;
            case RINGING -> ringer != null && ringer.sending(out);
            case DIALLING -> earpiece.dialTone(out, dialling, held != null, setup.tones());
            case CALL -> leg != null && earpiece.call(out, leg, setup.tones());
            case OVER -> treatment != null && treatment.sending(out);
        };
    }

    private void show() {
        State next = switch (mode) {
            case ON_HOOK -> hook.off() || card.loopClosed() ? State.BUSY : State.FREE;
            case RINGING -> State.RINGING;
            case DIALLING, CALL -> State.BUSY;
            case OVER -> treatment != null && treatment.tone() ? State.BUSY : State.UNREACHABLE;
        };
        if (mode == Mode.ON_HOOK && active == null) {
            refresh();
        }
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
        }
    }

    /** The box stops. */
    void close() {
        FxsLeg talking = active;
        FxsLeg waiting = held;
        active = null;
        held = null;
        stopRinging();
        for (FxsLeg leg : new @Nullable FxsLeg[] {talking, waiting}) {
            if (leg != null) {
                leg.gone(HangupCause.SHUTDOWN, false);
            }
        }
    }
}
