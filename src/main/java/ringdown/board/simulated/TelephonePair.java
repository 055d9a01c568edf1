package ringdown.board.simulated;

import ringdown.audio.Frame;
import ringdown.audio.Mixing;
import ringdown.board.simulated.silicon.TelephoneWires;
import ringdown.line.FxsCard.Feed;

/** Two wires between an FXS port and a telephone, seen from the telephone. Belongs to the board's thread. */
public final class TelephonePair {
    private static final int ALL = (1 << Frame.MILLIS) - 1;

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

    private boolean offHook() {
        return hook != 0;
    }

    /** Ringing voltage is on the wires. */
    public boolean ringing() {
        return feed == Feed.RINGING && !offHook();
    }

    /** What the port puts on the wires. */
    public Feed feed() {
        return feed;
    }

    /** The port has opened the loop. */
    public boolean open() {
        return feed == Feed.OPEN;
    }

    /** The battery stands reversed. */
    public boolean reversed() {
        return feed == Feed.REVERSE;
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
        System.arraycopy(heard, 0, frame, 0, Frame.SAMPLES);
    }

    /** What the telephone says in the next frame (80 samples). */
    public void speak(short[] frame) {
        System.arraycopy(frame, 0, spoken, 0, Frame.SAMPLES);
    }

    void frame() {
        farEnd.frame();
    }

    private void mix(short[] port) {
        boolean joined = feed == Feed.FORWARD || feed == Feed.REVERSE;
        boolean talking = joined && offHook();
        for (int i = 0; i < Frame.SAMPLES; i++) {
            short down = joined ? port[i] : 0;
            short up = talking ? spoken[i] : 0;
            heard[i] = Mixing.saturate((int) Math.round(down + noise.next()));
            port[i] = Mixing.saturate((int) Math.round(up + hybrid.leak(down) + noise.next()));
        }
        if (!offHook() && feed != Feed.RINGING) {
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
            return (hook >> millisecond & 1) == 1;
        }

        @Override
        public void carry(short[] sound) {
            mix(sound);
        }
    }
}
