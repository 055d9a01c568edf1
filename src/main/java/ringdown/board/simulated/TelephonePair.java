package ringdown.board.simulated;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;
import ringdown.board.simulated.silicon.TelephoneWires;
import ringdown.line.FxsCard.Feed;

/** Two wires between an FXS port and a telephone, seen from the telephone. Belongs to the board's thread. */
public final class TelephonePair {
    private static final int ALL = (1 << Frame.MILLIS) - 1;

    private static final double BATTERY_VOLTS = 48;
    private static final double SOURCE_OHM = 200;
    private static final double SET_OHM = 220;
    private static final double SEEN_AMPERES = 0.012;
    /** One ringer equivalence. */
    private static final double BELL_OHM = 7000;

    private static final double BELL_VOLTS = 30;

    private final String port;
    private final Noise noise;
    private final short[] spoken = Frame.silence();
    private final short[] heard = Frame.silence();
    private final EchoPath hybrid = new EchoPath(new Echo(20, 1));
    private volatile Feed feed = Feed.OPEN;
    private int hook;
    private volatile boolean lamp;
    private boolean lampVoltage;
    private double ringHz;
    private double ringVrms;
    private FarEnd farEnd = () -> {};
    private volatile boolean parallel;
    private volatile double ren = 1;
    private volatile double loopOhm = 100;
    private volatile @Nullable ExchangePair onLine;
    private volatile boolean relay;

    TelephonePair(String port) {
        this.port = port;
        noise = new Noise(port.hashCode(), -68);
    }

    /** The port it is plugged into. */
    public String port() {
        return port;
    }

    /** Plugs the telephone in. */
    public void farEnd(FarEnd telephone) {
        farEnd = telephone;
    }

    /** The telephone closes or opens the loop. */
    public void hook(boolean off) {
        hook = off ? ALL : 0;
    }

    /** The telephone closes the loop in those milliseconds of the next frame: bit 0 is the first of ten. */
    public void hook(int milliseconds) {
        hook = milliseconds & ALL;
    }

    /** A second telephone on the same wires is lifted or laid down. */
    public void parallel(boolean offHook) {
        parallel = offHook;
    }

    /** How many ordinary bells hang on the wires: together they take more current, and all ring weaker. */
    public void ren(double bells) {
        ren = bells;
    }

    /** Resistance of the wires. */
    public void loopOhm(double ohm) {
        loopOhm = ohm;
    }

    /** Its lifeline relay takes it to that line; null: to its port. */
    void hangOn(@Nullable ExchangePair line) {
        ExchangePair was = onLine;
        relay = true;
        if (was != null && was != line) {
            was.lifeline().hook(false);
        }
        onLine = line;
    }

    /** There is no relay any more. */
    void hangDirectly() {
        hangOn(null);
        relay = false;
    }

    /** There is a lifeline relay, and it has the telephone on the outside line. */
    public boolean onLine() {
        return onLine != null;
    }

    /** There is a lifeline relay. */
    public boolean hasRelay() {
        return relay;
    }

    private boolean offHook() {
        return (hook != 0 || parallel) && enough() && onLine == null;
    }

    /** A port sees a telephone by its current: over very long wires it sees none. */
    private boolean enough() {
        return BATTERY_VOLTS / (SOURCE_OHM + SET_OHM + loopOhm) >= SEEN_AMPERES;
    }

    /** Ringing voltage is on the wires. */
    public boolean ringing() {
        return feed == Feed.RINGING && !offHook();
    }

    /** Enough of it reaches the bells. */
    public boolean bellRings() {
        ExchangePair line = onLine;
        if (line != null) {
            return line.rings();
        }
        double bells = BELL_OHM / ren;
        return ringing() && ringVrms * bells / (bells + SOURCE_OHM + loopOhm) >= BELL_VOLTS;
    }

    /** What the port puts on the wires. */
    public Feed feed() {
        return feed;
    }

    /** The port has opened the loop. */
    public boolean open() {
        return feed == Feed.OPEN && onLine == null;
    }

    /** The battery stands reversed. */
    public boolean reversed() {
        ExchangePair line = onLine;
        return line == null ? feed == Feed.REVERSE : line.reversed();
    }

    /** Frequency of the ringing in hertz. */
    public double ringHz() {
        return ringHz;
    }

    /** Its voltage, effective. */
    public double ringVrms() {
        return ringVrms;
    }

    /** The message lamp is lit, or was when the telephone was last at rest: off hook and ringing it is dark or flickers. */
    public boolean lampLit() {
        return lamp;
    }

    /** Copies what the telephone heard in the last frame (80 samples), on hook too. */
    public void heard(short[] frame) {
        ExchangePair line = onLine;
        if (line != null) {
            line.lifeline().heard(frame);
            return;
        }
        System.arraycopy(heard, 0, frame, 0, Frame.SAMPLES);
    }

    /** What the telephone says in the next frame (80 samples). */
    public void speak(short[] frame) {
        ExchangePair line = onLine;
        if (line != null) {
            line.lifeline().hook(hook != 0);
            line.lifeline().speak(frame);
        }
        System.arraycopy(frame, 0, spoken, 0, Frame.SAMPLES);
    }

    void frame() {
        farEnd.frame();
    }

    private void mix(short[] port) {
        boolean joined = (feed == Feed.FORWARD || feed == Feed.REVERSE) && onLine == null;
        boolean talking = joined && offHook();
        for (int i = 0; i < Frame.SAMPLES; i++) {
            short down = joined ? port[i] : 0;
            short up = talking ? spoken[i] : 0;
            heard[i] = Mixing.saturate((int) Math.round(down + noise.next()));
            port[i] = Mixing.saturate((int) Math.round(up + hybrid.leak(down) + noise.next()));
        }
        if (!offHook() && feed != Feed.RINGING && onLine == null) {
            lamp = lampVoltage;
        }
    }

    /** The end that the port's chip feeds. */
    TelephoneWires wires() {
        return new PortEnd();
    }

    private final class PortEnd implements TelephoneWires {
        @Override
        public void feed(Feed next) {
            feed = next;
        }

        @Override
        public void ringing(double hz, double vrms) {
            ringHz = hz;
            ringVrms = vrms;
        }

        @Override
        public void lampVoltage(boolean on) {
            lampVoltage = on;
        }

        @Override
        public boolean closed(int millisecond) {
            return ((hook >> millisecond & 1) == 1 || parallel) && enough() && onLine == null;
        }

        @Override
        public void carry(short[] sound) {
            mix(sound);
        }
    }
}
