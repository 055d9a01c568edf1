package ringdown.line;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Frame;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.OutsideLine;

/**
 * An outside line on its wires. Its state lives on the board's thread; what other threads ask of its {@link OutsidePort} waits in a queue
 * for the next frame, so that whatever happens on the wires and in the office is put in one order.
 */
final class FxoLine {
    /** An exchange takes this for an answer, and stops ringing. */
    private static final int ANSWER = Frames.of(500);

    /** Exchanges need the loop open for so long before they are ready again (facts §6.5). */
    private static final int GUARD = Frames.of(2000);

    final FxoCard card;
    final BatteryWatch battery;
    final Learnt learnt;
    final Standing standing;
    private final LineSite site;
    private final Supplier<LineSetup> setups;
    final OnHookWatch onHook;
    final LineCare care;
    final Arrivals arrivals;
    final WireSound sound;
    private final Commands commands = new Commands();
    private final AtomicInteger calls = new AtomicInteger();
    private final short[] out = Frame.silence();

    private @Nullable FxoCall call;
    private int guard;
    private int answering;
    private final FaultWatch faults;
    private boolean dead;
    private final LineGains gains;
    private final MinuteMean mean = new MinuteMean();
    private volatile Shown shown = new Shown(OutsideLine.State.IDLE, false, OutsideLine.Use.NONE, false, true);

    /** What others see of it. */
    record Shown(OutsideLine.State state, boolean free, OutsideLine.Use use, boolean trial, boolean duplex) {}

    FxoLine(FxoCard card, LineSite site, Supplier<LineSetup> setups) {
        this.card = card;
        this.site = site;
        this.setups = setups;
        faults = new FaultWatch(site, card.port());
        gains = new LineGains(card);
        standing = new Standing(card.port(), site);
        learnt = new Learnt(card.port(), site.profiles());
        battery = new BatteryWatch(learnt.profile().idleVolts());
        sound = new WireSound(card);
        onHook = new OnHookWatch(this, learnt.profile().longestPauseMillis());
        care = new LineCare(this, site);
        arrivals = new Arrivals(this, site);
    }

    String via() {
        return card.port();
    }

    /** Runs with the next frame, in the order of asking; from any thread. */
    void ask(Runnable what) {
        commands.add(what);
    }

    LineSetup setup() {
        return setups.get();
    }

    /** The board's thread: an ordinary call out, or one for help. */
    void dial(FxoLeg leg, String number, boolean hidden) {
        boolean emergency = setup().emergency(number);
        String digits = hidden ? setup().withheld(number) : setup().digits(number);
        seize(leg, emergency, () -> new OutgoingCall(this, leg, setup(), digits, emergency, guard));
    }

    private void seize(FxoLeg leg, boolean emergency, Supplier<FxoCall> made) {
        boolean taken = call != null
                || !duplex()
                || faults.outOfService()
                || (!onHook.quiet() && answering == 0)
                || (guard > 0 && !emergency);
        if (taken || !battery.present() || battery.inUse()) {
            HangupCause why = battery.present() ? HangupCause.CONGESTION : HangupCause.UNREACHABLE;
            leg.post(new CallEvent.Gone(leg, why, false));
            return;
        }
        call = made.get();
    }

    /** The line itself, with its provider's dial tone. */
    void dialRaw(FxoLeg leg) {
        seize(leg, false, () -> new RawCall(this, leg, guard));
    }

    /** From any thread. */
    FxoLeg newLeg(Inbox inbox, boolean trial) {
        return new FxoLeg(via() + "/" + calls.incrementAndGet(), this, inbox, trial);
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
        short[] in = sound.receive();
        faults.frame(card.fault());
        battery.frame(card.volts(), card.offHook());
        guard = Math.max(0, guard - 1);
        endAnswer();
        onHook.frame(in); // before the commands: who rings now is here before whoever wants to dial
        commands.run();
        gains.follow(setup().levels());
        if (call != null && faults.outOfService()) {
            call.hangUp(HangupCause.LOST);
        }
        answerTrial();
        FxoCall mine = call;
        care.tap.frame(in, rung(), mine);
        if (mine == null) {
            sound.tail(setup().levels().echoTailMillis());
        } else {
            sound.clean();
            mine.leg.voice().received(sound.forVoice(mine.leg.voice().wire()));
            mine.received(sound.heard());
            if (mine.key() && mine.leg.voice().keysApart()) {
                mine.leg.voice().receivedNothing();
            }
            mine.leg.tested(sound.plain());
        }
        show();
        standing.frame(card, battery);
        care.frame();
    }

    private void answerTrial() {
        ExpectedRing own = care.expected();
        TestTone tone = own == null ? null : own.answer();
        if (tone != null && call == null && onHook.expectedHasRung()) {
            care.expect(null);
            call = new TrialAnswer(this, newLeg(site.doorway().inbox(), true), tone);
        }
    }

    /** As it came, with the echo of what we say. */
    short[] raw() {
        return sound.plain();
    }

    /** Ears for this line's exchange. */
    LineEar ear() {
        return new LineEar(setup().tones(), care.notebook.busyTone());
    }

    /** Last stage of a frame. */
    void sending() {
        FxoCall mine = call;
        if (mine != null && mine.sending(out)) {
            mean.frame(out, setup().levels().tx(), mine.leg.voice().facesMachine() || sound.machines());
            card.send(out);
        } else {
            Arrays.fill(out, (short) 0);
            mean.silence();
        }
    }

    /** From now on the line is used for this. */
    void take(FxoCall next) {
        call = next;
    }

    /** No call on it, and nobody rings. */
    boolean resting() {
        return call == null && onHook.quiet() && guard == 0;
    }

    /** It reads its idle voltage, and nothing is on it: a telephone beside the box is not in use either. */
    boolean atRest() {
        return resting() && battery.atRest() && card.signs() == null && !faults.outOfService();
    }

    boolean outOfService() {
        return faults.outOfService();
    }

    /** True if the line has been taken to listen for dial tone, because nothing was heard of it for hours. */
    boolean triedIfDue(boolean quiet) {
        boolean due = standing.due(quiet, setup()) && battery.present() && !battery.inUse() && !faults.outOfService();
        if (due) {
            call = new SilentSeizure(this, newLeg(site.doorway().inbox(), false));
        }
        return due;
    }

    /** Whoever rings gives way to a call for help: nothing but an answer ends the exchange's ringing (LINES rule 1). */
    void giveUpRinging(FxoCall ringing) {
        ringing.note("the caller is given up: the line is needed for a call for help");
        call = null;
        card.hook(true);
        answering = ANSWER;
        guard = ANSWER + GUARD;
        ringing.gone(HangupCause.LOST, false);
    }

    private void endAnswer() {
        if (answering > 0 && --answering == 0) {
            card.hook(false);
            standing.callEnded(true);
            onHook.afterCall();
        }
    }

    /** A call is over: on hook, guard time. */
    void finish(FxoCall which, boolean byFarEnd) {
        CallStudy.of(this, which);
        if (call == which) {
            call = null;
        }
        sound.restart();
        if (card.offHook()) {
            card.hook(false);
            guard = GUARD;
            if (which instanceof IncomingCall) {
                standing.callEnded(!byFarEnd);
            }
            onHook.afterCall();
        }
        show();
    }

    boolean idle() {
        return call == null;
    }

    /** What it is used for; the board's thread only. Null: nothing. */
    @Nullable
    FxoCall call() {
        return call;
    }

    /** As it stood after the last frame, for any thread. */
    Shown shown() {
        return shown;
    }

    /** The wires are to be tested, if nobody needs the line. */
    void beginTest() {
        if (resting() && !battery.inUse() && !faults.outOfService()) {
            call = care.test(newLeg(site.doorway().inbox(), false));
        } else {
            care.testRefused();
        }
    }

    /** Somebody rings somewhere: callers go before tests. */
    void stopTest() {
        FxoCall mine = call;
        if (mine instanceof LineTesting test) {
            test.stop();
        } else if (mine != null && mine.leg.trial()) {
            mine.hangUp(HangupCause.NORMAL);
        }
    }

    /** Somebody rings; not ourselves, where we are to answer that. */
    boolean rungBySomebody() {
        ExpectedRing own = care.expected();
        return rung() && !(own != null && own.answer() != null && onHook.expected());
    }

    /** Ringing voltage is on the line now. */
    boolean rung() {
        return !card.offHook() && card.ringing() && battery.present();
    }

    /** It hears while it speaks, as all wires do, and not all modems; nor where the installer says so. */
    private boolean duplex() {
        FxoSigns signs = card.signs();
        return !setup().oneWay() && (signs == null || signs.duplex());
    }

    /** What keeps its port from doing anything; from any thread. */
    @Nullable
    Fault fault() {
        return faults.lasting();
    }

    /** Goes into the record of the leg's call. */
    void note(FxoLeg leg, String what) {
        Logger.info("{}: {}", via(), what);
        if (leg.trial()) {
            return;
        }
        site.doorway().noted(leg.mail().owner().callId(), what);
    }

    private void show() {
        OutsideLine.State next = stateNow();
        boolean duplex = duplex();
        boolean free = next == OutsideLine.State.IDLE && guard == 0 && onHook.quiet() && duplex;
        OutsideLine.Use use = call == null ? OutsideLine.Use.NONE : call.use();
        boolean trial = call == null ? care.expected() != null : call instanceof LineTesting || call.leg.trial();
        boolean changes = next != shown.state();
        if (changes
                || free != shown.free()
                || use != shown.use()
                || trial != shown.trial()
                || duplex != shown.duplex()) {
            shown = new Shown(next, free, use, trial, duplex);
        }
        if (changes) {
            boolean wasDead = dead;
            dead = next == OutsideLine.State.DEAD && !faults.outOfService();
            site.lineChanged(via(), dead, wasDead);
        }
    }

    private OutsideLine.State stateNow() {
        FxoCall mine = call;
        if (mine != null) {
            return mine.state();
        }
        if (!battery.present() || faults.outOfService()) {
            return OutsideLine.State.DEAD;
        }
        if (battery.inUse()) {
            return OutsideLine.State.IN_USE;
        }
        return onHook.ringing() ? OutsideLine.State.RINGING : OutsideLine.State.IDLE;
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
