package ringdown.board.simulated;

import ringdown.audio.Frame;
import ringdown.audio.Mixing;
import ringdown.board.simulated.silicon.ExchangeWires;

/**
 * Two wires between an exchange and an FXO port, seen from the exchange. Direct current follows Ohm's law; sound of both directions
 * is on the same wires and parted by hybrids that leak. Belongs to the board's thread, except for the settings, which are volatile.
 */
public final class ExchangePair {
    /** What the exchange puts on the wires. */
    public enum Battery {
        NORMAL,
        REVERSED,
        OPEN
    }

    private static final double FEED_OHM = 400;
    private static final double SET_OHM = 220;

    private final String port;
    private final Noise noise;
    private final short[] spoken = Frame.silence();
    private final short[] heard = Frame.silence();
    private EchoPath echoToBox = new EchoPath(Echo.ORDINARY);
    private EchoPath echoToFar = new EchoPath(Echo.ORDINARY);
    private Battery battery = Battery.NORMAL;
    private boolean ring;
    private long ringMillis;
    private boolean boxOffHook;
    private FarEnd farEnd = () -> {};
    private volatile Echo echo = Echo.ORDINARY;
    private volatile Echo echoInUse = Echo.ORDINARY;
    private volatile double noiseDbm0 = -68;
    private volatile double batteryVolts = 54;
    private volatile double loopOhm = 600;
    private volatile double ringVrms = 80;
    private volatile double ringHz = 25;
    private volatile double ringPhase;
    private volatile boolean cut;
    private volatile boolean parallelPhone;
    private final LifelinePhone lifeline = new LifelinePhone();

    ExchangePair(String port) {
        this.port = port;
        noise = new Noise(port.hashCode(), noiseDbm0);
    }

    /** The port it is plugged into. */
    public String port() {
        return port;
    }

    /** Plugs the exchange in. */
    public void farEnd(FarEnd exchange) {
        farEnd = exchange;
    }

    /**
     * The exchange sees the current of the box, or of the telephone that a lifeline relay has put in its place: it is off hook. Breaks of the
     * battery do not hide it from this model.
     */
    public boolean boxOffHook() {
        return (boxOffHook || lifeline.offHook()) && !cut;
    }

    /** A telephone beside the box is off hook. */
    public boolean parallelOffHook() {
        return parallelPhone && !cut;
    }

    /** Copies what came from the box's side in the last frame (80 samples). */
    public void heard(short[] frame) {
        System.arraycopy(heard, 0, frame, 0, Frame.SAMPLES);
    }

    /** What the exchange sends in the next frame (80 samples). */
    public void speak(short[] frame) {
        System.arraycopy(frame, 0, spoken, 0, Frame.SAMPLES);
    }

    /** Changes the battery. */
    public void battery(Battery now) {
        battery = now;
    }

    /** Ringing voltage on or off. */
    public void ring(boolean on) {
        ringMillis = on && !ring ? 0 : ringMillis;
        ring = on;
    }

    /** Frequency and voltage of ringing. */
    public void ringing(double hz, double vrms) {
        ringHz = hz;
        ringVrms = vrms;
    }

    /** Where in its sine the ringing voltage begins, in radians. */
    public void ringFrom(double phase) {
        ringPhase = phase;
    }

    /** Voltage of the ringing alone. */
    public void ringVolts(double vrms) {
        ringVrms = vrms;
    }

    /** Frequency of the ringing alone. */
    public void ringFrequency(double hz) {
        ringHz = hz;
    }

    /** Battery voltage at rest. */
    public void batteryVolts(double volts) {
        batteryVolts = volts;
    }

    /** Resistance of the wires. */
    public void loopOhm(double ohm) {
        loopOhm = ohm;
    }

    /** The exchange's hybrid, for both directions. */
    public void echo(Echo next) {
        echo = next;
    }

    /** Noise on the wires in dBm0, for both directions. */
    public void noise(double dbm0) {
        noiseDbm0 = dbm0;
    }

    /** Cuts the wires or joins them. */
    public void cut(boolean now) {
        cut = now;
    }

    /** Whether the wires are cut. */
    public boolean cut() {
        return cut;
    }

    /** A telephone beside the box goes off or on hook. */
    public void parallelPhone(boolean offHook) {
        parallelPhone = offHook;
    }

    /** A telephone that a lifeline relay lets fall onto this line. */
    LifelinePhone lifeline() {
        return lifeline;
    }

    /** Ringing voltage stands on the wires, and nobody has lifted. */
    boolean rings() {
        return ring && !cut && battery != Battery.OPEN && terminationOhm() == 0;
    }

    /** The battery stands reversed. */
    boolean reversed() {
        return battery == Battery.REVERSED;
    }

    void frame() {
        farEnd.frame();
        if (echo != echoInUse) {
            echoInUse = echo;
            echoToBox = new EchoPath(echo);
            echoToFar = new EchoPath(echo);
        }
        noise.level(noiseDbm0);
    }

    /** Turns what the box says into what it hears, and fills "heard". */
    private void mix(short[] box) {
        boolean joined = !cut && battery != Battery.OPEN;
        for (int i = 0; i < Frame.SAMPLES; i++) {
            short fromFar = joined ? spoken[i] : 0;
            int said = (boxOffHook ? box[i] : 0) + lifeline.spoken(i);
            short fromHere = joined ? Mixing.saturate(said) : 0;
            double here = fromFar + echoToBox.leak(fromHere) + noise.next();
            double far = fromHere + echoToFar.leak(fromFar) + noise.next();
            box[i] = Mixing.saturate((int) Math.round(here));
            heard[i] = Mixing.saturate((int) Math.round(far));
            lifeline.hears(i, Mixing.saturate((int) Math.round(fromFar + (boxOffHook ? fromHere : 0) + noise.next())));
        }
    }

    /** The end at which the box's chip hangs. */
    ExchangeWires wires() {
        return new BoxEnd();
    }

    private final class BoxEnd implements ExchangeWires {
        @Override
        public void hook(boolean off) {
            boxOffHook = off;
        }

        @Override
        public double volts() {
            return boxVolts();
        }

        @Override
        public double ringVolts(int millisecond) {
            if (!ring) {
                return 0;
            }
            ringMillis++;
            boolean there = rings();
            double angle = 2 * Math.PI * ringHz * ringMillis / 1000 + ringPhase;
            return there ? Math.sqrt(2) * ringVrms * Math.sin(angle) : 0;
        }

        @Override
        public double milliamps() {
            return boxOffHook ? Math.abs(boxVolts()) / SET_OHM * 1000 : 0;
        }

        @Override
        public void carry(short[] sound) {
            mix(sound);
        }
    }

    private double boxVolts() {
        double volts = cut || battery == Battery.OPEN ? 0 : batteryVolts;
        double telephone = terminationOhm();
        double here = telephone == 0 ? volts : volts * telephone / (FEED_OHM + loopOhm + telephone);
        return battery == Battery.REVERSED ? -here : here;
    }

    /** Everything that closes the loop at this end; 0 stands for nothing. */
    private double terminationOhm() {
        boolean beside = parallelPhone || lifeline.offHook();
        if (boxOffHook && beside) {
            return SET_OHM / 2;
        }
        return boxOffHook || beside ? SET_OHM : 0;
    }
}
