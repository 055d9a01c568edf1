package ringdown.board.modem;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Gain;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.line.Fault;
import ringdown.line.FxoCard;
import ringdown.line.FxoSigns;

/**
 * A modem as the line room sees it: what its own thread has found out, as the readings of a port. A modem measures nothing; it gives
 * the voltages and currents that stand for what it says (LINES rules 9 to 11). The card's methods belong to the board's thread, all
 * others to the modem's.
 */
final class ModemPort implements FxoCard, FxoSigns {
    private static final double IDLE_VOLTS = 48;
    private static final double OFF_HOOK_VOLTS = 8;
    private static final double PARALLEL_VOLTS = 12;
    private static final double LOOP_MILLIAMPS = 25;
    private static final int BREAK = 350 / Frame.MILLIS;
    /** Samples that wait on average, each way: chunks of a USB modem are 8 to 30 ms. */
    private static final int WAITING = Frame.samples(40);

    final SampleQueue heard = new SampleQueue();
    final SampleQueue spoken = new SampleQueue();
    private final Drift in = new Drift(heard, WAITING);
    private final Gain gainIn = new Gain(0);
    private final Gain gainOut = new Gain(0);
    private final short[] out = Frame.silence();
    private final Queue<CallerIdHeard> callers = new ConcurrentLinkedQueue<>();
    private final Queue<Character> keys = new ConcurrentLinkedQueue<>();
    private final String port;
    private final Runnable wake;
    private volatile boolean offHook;
    private volatile boolean sounding;
    private volatile boolean hearing;
    private volatile boolean duplex = true;
    private volatile boolean lost;
    private volatile boolean parallel;
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger rings = new AtomicInteger();
    private final AtomicInteger breaks = new AtomicInteger();
    private final AtomicInteger endTones = new AtomicInteger();
    private volatile @Nullable Fault fault;
    private final Queue<Dial> dials = new ConcurrentLinkedQueue<>();
    private volatile boolean dialling;
    private boolean heardBefore;
    private boolean sentNow;
    private int ringsSeen;
    private int breaksSeen;
    private int endTonesSeen;
    private final RingShape ring;
    private int broken;

    /** Digits to be dialled. */
    record Dial(String digits, boolean pulse) {}

    /** {@code cadence} is the country's ringing, on and off in turn; {@code wake} tells the modem's thread that something is wanted. */
    ModemPort(String port, List<Integer> cadence, Runnable wake) {
        this.port = port;
        this.ring = new RingShape(cadence);
        this.wake = wake;
    }

    // ---- the card, on the board's thread

    @Override
    public String port() {
        return port;
    }

    @Override
    public void receive(short[] frame) {
        if (hearing) {
            if (!heardBefore) {
                in.restart();
            }
            in.read(frame, Frame.SAMPLES);
            gainIn.process(frame, 0, Frame.SAMPLES);
        } else {
            Arrays.fill(frame, (short) 0);
        }
        heardBefore = hearing;
        follow();
    }

    private void follow() {
        int rung = rings.get();
        ring.frame(rung != ringsSeen);
        ringsSeen = rung;
        int brokenNow = breaks.get();
        broken = brokenNow != breaksSeen ? BREAK : Math.max(0, broken - 1);
        breaksSeen = brokenNow;
    }

    @Override
    public void send(short[] frame) {
        System.arraycopy(frame, 0, out, 0, Frame.SAMPLES);
        gainOut.process(out, 0, Frame.SAMPLES);
        spoken.write(out, Frame.SAMPLES);
        sentNow = true;
    }

    /** The frame is over: what nobody has filled is silence. */
    void endFrame() {
        if (!sentNow && offHook) {
            Arrays.fill(out, (short) 0);
            spoken.write(out, Frame.SAMPLES);
        }
        if (offHook) {
            wake.run();
        }
        sentNow = false;
    }

    /** The way through the modem and back is longer than any canceller's tail, and not known: there is no reference. */
    @Override
    public void sent(short[] frame) {
        Arrays.fill(frame, (short) 0);
    }

    @Override
    public void hook(boolean off) {
        if (off != offHook) {
            offHook = off;
            endTonesSeen = endTones.get();
            keys.clear();
            wake.run();
        }
    }

    @Override
    public void levels(double heardDb, double sentDb) {
        gainIn.set(heardDb);
        gainOut.set(sentDb);
    }

    @Override
    public int hybrids() {
        return 1;
    }

    @Override
    public void hybrid(int which) {
        // A modem has one, and its own.
    }

    @Override
    public boolean offHook() {
        return offHook;
    }

    @Override
    public double volts() {
        double size = offHook ? OFF_HOOK_VOLTS : parallel ? PARALLEL_VOLTS : IDLE_VOLTS;
        return turns.get() % 2 == 0 ? size : -size;
    }

    @Override
    public double milliamps() {
        return offHook && !lost && broken == 0 ? LOOP_MILLIAMPS : 0;
    }

    @Override
    public boolean ringing() {
        return ring.sounding() && !offHook;
    }

    @Override
    public @Nullable Fault fault() {
        Fault wrong = fault;
        return wrong == null && !duplex ? Fault.MODEM_ONE_WAY : wrong;
    }

    @Override
    public FxoSigns signs() {
        return this;
    }

    @Override
    public @Nullable CallerIdHeard caller() {
        return callers.poll();
    }

    @Override
    public char key() {
        Character key = keys.poll();
        return key == null ? 0 : key;
    }

    @Override
    public boolean endTone() {
        boolean told = endTones.get() != endTonesSeen;
        endTonesSeen = endTones.get();
        return told;
    }

    @Override
    public void dial(String digits, boolean pulse) {
        dialling = true;
        dials.add(new Dial(digits, pulse));
        wake.run();
    }

    @Override
    public boolean dialling() {
        return dialling;
    }

    @Override
    public boolean sounding() {
        return sounding;
    }

    @Override
    public boolean duplex() {
        return duplex;
    }

    // ---- what its thread has found out

    void fault(@Nullable Fault now) {
        fault = now;
    }

    void duplex(boolean now) {
        duplex = now;
    }

    void rang() {
        rings.incrementAndGet();
    }

    void called(CallerIdHeard who) {
        callers.add(who);
    }

    void key(char key) {
        keys.add(key);
    }

    /** Busy tone, dial tone, or what the modem takes for one. */
    void toldEndTone() {
        endTones.incrementAndGet();
    }

    /** How often that has been told. */
    int doubts() {
        return endTones.get();
    }

    void loopBroke() {
        breaks.incrementAndGet();
    }

    void polarityTurned() {
        turns.incrementAndGet();
    }

    void parallelPhone(boolean lifted) {
        parallel = lifted;
    }

    /** The loop is closed, sound comes in or goes out: what was to be dialled before is out. */
    void sound(boolean passes, boolean in) {
        sounding = passes;
        hearing = in;
        dialling = dialling && !(passes && dials.isEmpty());
    }

    /** The modem has gone on hook by itself, or never closed the loop: there is no current. */
    void noLoop(boolean now) {
        lost = now;
    }

    @Nullable
    Dial nextDial() {
        return dials.poll();
    }

    boolean wantsToDial() {
        return !dials.isEmpty();
    }

    /** A new beginning: nothing that was wanted holds any more. */
    void forget() {
        dials.clear();
        dialling = false;
        sound(false, false);
        lost = false;
        parallel = false;
    }
}
