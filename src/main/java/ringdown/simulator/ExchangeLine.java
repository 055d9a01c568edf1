package ringdown.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.callerid.CallerIdScheme;
import ringdown.audio.callerid.CallerIdSignal;
import ringdown.audio.tone.CountryTones;
import ringdown.board.simulated.ExchangePair;
import ringdown.clock.OfficeClock;
import ringdown.number.NumberingPlan;
import ringdown.simulator.ExchangeTones.Name;
import ringdown.simulator.LineView.State;

/**
 * The exchange at the end of one outside line, with the subscriber behind it. The board's thread runs it frame by frame; whoever
 * drives it comes from other threads: one lock guards it all.
 */
final class ExchangeLine {
    private static final int HUNG_UP = 30;

    private static final int WAITING_RINGS_AFTER = 100;

    private final ExchangePair pair;
    private final CountryTones country;
    private final NumberingPlan numbers;
    private final OfficeClock clock;
    private final ExchangeTones tones;
    private final FarEar ear = new FarEar();
    private final Mouth mouth = new Mouth();
    private final Feeding feeding;
    private final Knock knock;
    private final LineMeter meter = new LineMeter();
    private final ExchangeRegister register;
    private final short[] heard = Frame.silence();
    private final short[] spoken = Frame.silence();
    private final short[] ringBack = Frame.silence();
    private LineHabits habits = LineHabits.ORDINARY;
    private State state = State.IDLE;
    private int inState;
    private int openFor;
    private @Nullable Instant hookSince;
    private @Nullable RingRun ring;
    private @Nullable CallerIdSignal aon;
    private @Nullable DialIn dialIn;
    private AonAnswer aonAnswer = new AonAnswer();
    private HangUpSignal signal = HangUpSignal.BUSY_TONE;
    private boolean incoming;
    private Directory directory = (dialled, from) -> null;
    /** The line at the other end of this call, and who of the two has called. */
    private @Nullable ExchangeLine partner;

    private boolean ringsPartner;
    /** The caller is still there though the box has hung up. */
    private int heldFor;

    ExchangeLine(ExchangePair pair, CountryTones country, NumberingPlan numbers, OfficeClock clock) {
        this.pair = pair;
        this.country = country;
        this.numbers = numbers;
        this.clock = clock;
        feeding = new Feeding(pair);
        tones = new ExchangeTones(country);
        knock = new Knock(tones, country, numbers);
        register = new ExchangeRegister(numbers, tones);
        pair.ringing(country.ringHz(), 80);
        pair.farEnd(this::frame);
    }

    /** Which line of the same exchange a number belongs to, and what the called one is told of the calling one. */
    interface Directory {
        /** Null: the number is none of this exchange's lines. */
        @Nullable
        Reached find(String dialled, ExchangeLine from);
    }

    /** Another line, and the number of the one that calls it. */
    record Reached(ExchangeLine line, @Nullable String from) {}

    synchronized void directory(Directory of) {
        directory = of;
    }

    synchronized void ring(RingOrder order, short @Nullable [] sound) throws SimulatorFault {
        if (state == State.TALKING && LineHabits.on(habits.callWaiting()) && knock.begin(order)) {
            return;
        }
        if (state != State.IDLE || pair.boxOffHook() || pair.parallelOffHook() || heldFor > 0) {
            String why = heldFor > 0
                    ? "is held by the last caller"
                    : "is not idle but " + view().state().word();
            throw SimulatorFault.conflict(pair.port() + " " + why);
        }
        CallerIdScheme scheme = order.scheme().onTheWire(country.country());
        CallerIdSignal caller = CallerSound.signal(order, scheme, sound, numbers);
        aon = scheme == CallerIdScheme.AON ? caller : null;
        dialIn = scheme == CallerIdScheme.NTT && caller != null ? new DialIn(caller.samples()) : null;
        ring = new RingRun(order, cadence(), caller);
        feeding.reverse(caller != null && caller.reversalFirst());
        mouth.shut();
        meter.begin();
        enter(State.RINGING);
    }

    private List<Integer> cadence() {
        List<Integer> own = habits.cadence();
        return own == null || own.isEmpty() ? country.ringCadence() : own;
    }

    synchronized void hangUp(HangUpSignal how) {
        heldFor = 0;
        switch (state) {
            case RINGING -> idle();
            case TALKING, DIALLING -> release(how);
            case IDLE, RELEASED, CUT -> {}
        }
    }

    private void release(HangUpSignal how) {
        signal = how;
        mouth.shut();
        enter(State.RELEASED);
        feeding.released(how);
    }

    synchronized void change(ExchangeChange wish) throws SimulatorFault {
        tones.change(wish.tones());
        register.called().change(wish);
        wish.on(pair);
        habits = habits.changed(wish.habits());
        knock.wished(wish.habits().callWaiting(), state == State.TALKING);
    }

    synchronized void say(short[] sound) {
        mouth.say(sound.clone());
    }

    synchronized void press(String keys, int onMillis, int offMillis) throws SimulatorFault {
        mouth.press(keys, onMillis, offMillis);
    }

    AutoCloseable speakLive(Mouth.Live source) {
        return mouth.live(source);
    }

    AutoCloseable listen(FarEar.HeardBy listener) {
        return ear.listen(listener);
    }

    synchronized short[] heard() {
        return ear.heard();
    }

    synchronized LineView view() {
        State seen = pair.cut() ? State.CUT : state;
        return new LineView(
                pair.port(),
                seen,
                register.dialled(),
                hookSince,
                meter.seizures(),
                register.pulse(),
                meter.answered(),
                meter.chargedSeconds(),
                meter.releasedMs());
    }

    private synchronized void frame() {
        pair.heard(heard);
        inState++;
        java.util.Arrays.fill(spoken, (short) 0);
        if (heldFor > 0 && --heldFor == 0 && state == State.TALKING) {
            release(HangUpSignal.BUSY_TONE);
        }
        followHook();
        boolean rings = switch (state) {
            case IDLE -> resting();
            case CUT -> false;
            case RINGING -> ringing();
            case TALKING -> talking();
            case DIALLING -> dialling();
            case RELEASED -> released();
        };
        pair.ring(rings);
        feeding.frame();
        tell();
        followPartner();
        pair.speak(spoken);
    }

    /** Two lines of this exchange in one call; on the board's thread alone, which runs one line after the other. */
    private void call(Reached reached) {
        ExchangeLine other = reached.line();
        partner = other;
        ringsPartner = other.rungBy(this, reached.from());
        register.join(this::partnerStands);
    }

    private synchronized boolean rungBy(ExchangeLine caller, @Nullable String number) {
        try {
            ring(new RingOrder(number, null, RingScheme.COUNTRY, RingOrder.ORDINARY), null);
            partner = caller;
            return true;
        } catch (SimulatorFault busy) {
            return false;
        }
    }

    private CalledParty.Stand partnerStands() {
        ExchangeLine other = partner;
        if (other == null || !ringsPartner) {
            return CalledParty.Stand.BUSY;
        }
        return switch (other.stateNow()) {
            case RINGING -> CalledParty.Stand.RINGS;
            case TALKING -> CalledParty.Stand.ANSWERS;
            case IDLE, DIALLING, RELEASED, CUT -> CalledParty.Stand.BUSY;
        };
    }

    private synchronized State stateNow() {
        return state;
    }

    private void followPartner() {
        ExchangeLine other = partner;
        if (other == null) {
            return;
        }
        if (state == State.TALKING && other.stateNow() == State.TALKING) {
            ringdown.audio.Mixing.add(other.heard, spoken);
        } else if (state == State.IDLE || state == State.RELEASED) {
            partner = null;
            if (ringsPartner || incoming) {
                other.partnerGone();
            }
        }
    }

    private synchronized void partnerGone() {
        partner = null;
        ringsPartner = false;
        hangUp(HangUpSignal.BUSY_TONE);
    }

    /** The box lifts, dials by breaks, or lays down: open for longer than any break of a dial. */
    private void followHook() {
        boolean off = pair.boxOffHook();
        openFor = off ? 0 : openFor + 1;
        switch (state) {
            case IDLE -> {
                if (off) {
                    meter.seized();
                    seized(heldFor > 0 ? State.TALKING : State.DIALLING);
                    incoming = heldFor > 0;
                }
            }
            case RINGING -> {
                if (pair.parallelOffHook() || pair.cut()) {
                    idle();
                } else if (off && (dialIn == null || dialIn.over())) {
                    seized(State.TALKING);
                    incoming = true;
                    connected();
                }
            }
            case TALKING, DIALLING, RELEASED -> {
                if (openFor == HUNG_UP) {
                    hookSince = clock.now();
                    if (state == State.RELEASED) {
                        meter.released(inState - HUNG_UP);
                    }
                    boolean first = state == State.TALKING && incoming && heldFor == 0;
                    heldFor = first ? LineHabits.frames(habits.callerHolds(), 1000) : heldFor;
                    idle();
                }
            }
            case CUT -> {}
        }
    }

    private void seized(State next) {
        hookSince = clock.now();
        ear.restart();
        register.seized(habits);
        aonAnswer = new AonAnswer();
        enter(next);
    }

    /** The called side has answered, here or there. */
    private void connected() {
        meter.answered(!incoming);
        feeding.answered(habits);
    }

    private boolean resting() {
        if (heldFor > 0) {
            mouth.read(spoken); // into a line that nobody hears
            java.util.Arrays.fill(spoken, (short) 0);
        } else if (inState == WAITING_RINGS_AFTER && knock.waits()) {
            ringWaiting();
        }
        return false;
    }

    private void ringWaiting() {
        RingOrder next = knock.take();
        if (next != null && !pair.parallelOffHook()) {
            try {
                ring(next, null);
            } catch (SimulatorFault soundless) {
                idle();
            }
        }
    }

    private boolean ringing() {
        RingRun now = ring;
        if (now == null || now.over()) {
            idle();
            return false;
        }
        tones.sound(Name.RINGBACK, ringBack);
        DialIn telling = dialIn;
        return telling != null && !telling.over() ? telling.frame(pair.boxOffHook(), spoken) : now.next(spoken);
    }

    private boolean talking() {
        CallerIdSignal caller = aon;
        if (caller != null && aonAnswer.asked(heard)) {
            mouth.say(new short[Frame.samples(caller.quietBefore())]);
            mouth.say(caller.samples());
        }
        mouth.read(spoken);
        meter.connected(LineHabits.frames(habits.meteringSeconds(), 1000), spoken);
        knock.sound(heard, spoken);
        return false;
    }

    private boolean dialling() {
        boolean answered = register.frame(pair.boxOffHook(), heard, spoken, habits);
        String dialled = register.dialled();
        if (register.justComplete() && dialled != null) {
            Reached reached = directory.find(dialled, this);
            if (reached != null) {
                call(reached);
            }
        }
        if (answered) {
            incoming = false;
            connected();
            enter(State.TALKING);
        }
        return false;
    }

    private boolean released() {
        if (signal == HangUpSignal.BUSY_TONE) {
            tones.sound(Name.BUSY, spoken);
        }
        return false;
    }

    /** The far end hears the line while it is connected, the exchange's ring back before. */
    private void tell() {
        knock.frame();
        switch (state) {
            case TALKING -> ear.line(heard, true);
            case DIALLING -> ear.line(heard, false);
            case RINGING -> ear.tell(ringBack);
            case IDLE, RELEASED, CUT -> ear.nothing();
        }
    }

    private void idle() {
        ring = null;
        aon = null;
        if (heldFor == 0) {
            mouth.shut();
        }
        tones.stop();
        feeding.rest();
        enter(State.IDLE);
    }

    private void enter(State next) {
        state = next;
        inState = 0;
    }
}
