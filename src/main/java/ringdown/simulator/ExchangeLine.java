package ringdown.simulator;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private static final int DIAL_TONE_AFTER = 20;
    private static final int HUNG_UP = 30;
    private static final int LOOP_BREAK = 60;

    private final ExchangePair pair;
    private final CountryTones country;
    private final NumberingPlan numbers;
    private final OfficeClock clock;
    private final ExchangeTones tones;
    private final Tape tape = new Tape();
    private final Mouth mouth = new Mouth();
    private final List<HeardBy> listeners = new CopyOnWriteArrayList<>();
    private final short[] heard = Frame.silence();
    private final short[] spoken = Frame.silence();
    private final short[] ringBack = Frame.silence();
    private State state = State.IDLE;
    private int inState;
    private int openFor;
    private @Nullable Instant hookSince;
    private @Nullable RingScript script;
    private int ringFor;
    private DialledDigits digits;
    private int sinceComplete;
    private @Nullable String dialled;
    private @Nullable CallerIdSignal aon;
    private AonAnswer aonAnswer = new AonAnswer();
    private HangUpSignal signal = HangUpSignal.BUSY_TONE;
    private boolean reversed;
    private final CalledParty called = new CalledParty();

    /** Hears a frame of 80 samples; keeps nothing of it. */
    @FunctionalInterface
    interface HeardBy {
        void write(short[] frame);
    }

    ExchangeLine(ExchangePair pair, CountryTones country, NumberingPlan numbers, OfficeClock clock) {
        this.pair = pair;
        this.country = country;
        this.numbers = numbers;
        this.clock = clock;
        tones = new ExchangeTones(country);
        digits = new DialledDigits(numbers);
        pair.ringing(country.ringHz(), 80);
        pair.farEnd(this::frame);
    }

    // ---- driven from outside ----

    synchronized void ring(RingOrder order, short @Nullable [] sound) throws SimulatorFault {
        if (state != State.IDLE || pair.boxOffHook() || pair.parallelOffHook()) {
            throw SimulatorFault.conflict(
                    pair.port() + " is not idle but " + view().state().word());
        }
        CallerIdScheme scheme = order.scheme().onTheWire(country.country());
        CallerIdSignal caller = CallerSound.signal(order, scheme, sound, numbers);
        aon = scheme == CallerIdScheme.AON ? caller : null;
        script = new RingScript(country.ringCadence(), caller);
        ringFor = (int) Math.max(1, order.longest().toMillis() / Frame.MILLIS);
        reverse(caller != null && caller.reversalFirst());
        mouth.shut();
        enter(State.RINGING);
    }

    synchronized void hangUp(HangUpSignal how) {
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
        if (how == HangUpSignal.REVERSAL) {
            reverse(!reversed);
        }
        if (how == HangUpSignal.LOOP_BREAK) {
            pair.battery(ExchangePair.Battery.OPEN);
        }
    }

    synchronized void change(ExchangeChange wish) throws SimulatorFault {
        tones.change(wish.tones());
        called.change(wish);
        wish.feed().on(pair);
        if (wish.echo() != null) {
            pair.echo(wish.echo().onBoard());
        }
        if (wish.noiseDbm0() != null) {
            pair.noise(wish.noiseDbm0());
        }
        if (wish.cut() != null) {
            pair.cut(wish.cut());
        }
        if (wish.parallelPhone() != null) {
            pair.parallelPhone(wish.parallelPhone());
        }
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

    AutoCloseable listen(HeardBy listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    synchronized short[] heard() {
        return tape.heard();
    }

    synchronized LineView view() {
        State seen = pair.cut() ? State.CUT : state;
        return new LineView(pair.port(), seen, dialled, hookSince);
    }

    // ---- frame by frame ----

    private synchronized void frame() {
        pair.heard(heard);
        inState++;
        java.util.Arrays.fill(spoken, (short) 0);
        followHook();
        boolean ring = switch (state) {
            case IDLE, CUT -> false;
            case RINGING -> ringing();
            case TALKING -> talking();
            case DIALLING -> dialling();
            case RELEASED -> released();
        };
        pair.ring(ring);
        tell();
        pair.speak(spoken);
    }

    /** The box lifts, dials by breaks, or lays down: open for longer than any break of a dial. */
    private void followHook() {
        boolean off = pair.boxOffHook();
        openFor = off ? 0 : openFor + 1;
        switch (state) {
            case IDLE -> {
                if (off) {
                    seized(State.DIALLING);
                }
            }
            case RINGING -> {
                if (pair.parallelOffHook() || pair.cut()) {
                    idle();
                } else if (off) {
                    seized(State.TALKING);
                }
            }
            case TALKING, DIALLING, RELEASED -> {
                if (openFor == HUNG_UP) {
                    hookSince = clock.now();
                    idle();
                }
            }
            case CUT -> {}
        }
    }

    private void seized(State next) {
        hookSince = clock.now();
        tape.restart();
        digits = new DialledDigits(numbers);
        dialled = null;
        sinceComplete = 0;
        aonAnswer = new AonAnswer();
        tones.stop();
        enter(next);
    }

    private boolean ringing() {
        RingScript now = script;
        if (now == null || --ringFor < 0) {
            idle();
            return false;
        }
        tones.sound(Name.RINGBACK, ringBack);
        return now.next(spoken);
    }

    private boolean talking() {
        CallerIdSignal caller = aon;
        if (caller != null && aonAnswer.asked(heard)) {
            mouth.say(new short[Frame.samples(caller.quietBefore())]);
            mouth.say(caller.samples());
        }
        mouth.read(spoken);
        return false;
    }

    private boolean dialling() {
        if (sinceComplete > 0) {
            progress();
            return false;
        }
        digits.frame(pair.boxOffHook(), heard);
        dialled = digits.dialled();
        if (!digits.begun() && inState > DIAL_TONE_AFTER) {
            tones.sound(Name.DIAL, spoken);
        }
        sinceComplete = digits.complete() ? 1 : 0;
        return false;
    }

    private void progress() {
        sinceComplete++;
        switch (called.after(sinceComplete * Frame.MILLIS)) {
            case BUSY -> tones.sound(Name.BUSY, spoken);
            case RINGS -> tones.sound(Name.RINGBACK, spoken);
            case ANSWERS -> {
                tones.stop();
                enter(State.TALKING);
            }
        }
    }

    private boolean released() {
        if (signal == HangUpSignal.LOOP_BREAK && inState == LOOP_BREAK) {
            pair.battery(reversed ? ExchangePair.Battery.REVERSED : ExchangePair.Battery.NORMAL);
        }
        if (signal == HangUpSignal.BUSY_TONE) {
            tones.sound(Name.BUSY, spoken);
        }
        return false;
    }

    /** The far end hears the line while it is connected, the exchange's ring back before. */
    private void tell() {
        if (state == State.TALKING || state == State.DIALLING) {
            tape.add(heard);
        }
        short[] ear = state == State.RINGING ? ringBack : heard;
        boolean hears = state == State.RINGING || state == State.TALKING;
        if (!hears) {
            java.util.Arrays.fill(heard, (short) 0);
        }
        for (HeardBy listener : listeners) {
            listener.write(ear);
        }
    }

    private void reverse(boolean now) {
        reversed = now;
        pair.battery(now ? ExchangePair.Battery.REVERSED : ExchangePair.Battery.NORMAL);
    }

    private void idle() {
        script = null;
        aon = null;
        mouth.shut();
        tones.stop();
        reverse(false);
        enter(State.IDLE);
    }

    private void enter(State next) {
        state = next;
        inState = 0;
    }
}
