package ringdown.board.simulated;

import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;
import ringdown.line.FxsCard.Feed;

/** Two wires between an FXS port and a telephone, seen from the telephone. Belongs to the board's thread. */
public final class TelephonePair {
    private final String port;
    private final Slot toTelephone;
    private final Slot fromTelephone;
    private final Noise noise;
    private final short[] spoken = Frame.silence();
    private final short[] heard = Frame.silence();
    private final short[] sent = Frame.silence();
    private final EchoPath hybrid = new EchoPath(new Echo(20, 1));
    private Feed feed = Feed.FORWARD;
    private boolean offHook;
    private boolean lamp;
    private FarEnd farEnd = () -> {};

    TelephonePair(String port, Companding law) {
        this.port = port;
        toTelephone = new Slot(law);
        fromTelephone = new Slot(law);
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
        offHook = off;
    }

    /** Ringing voltage is on the wires. */
    public boolean ringing() {
        return feed == Feed.RINGING && !offHook;
    }

    /** What the port puts on the wires. */
    public Feed feed() {
        return feed;
    }

    /** The voltage that lights a message lamp is on the wires. */
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
        toTelephone.take(sent);
        toTelephone.silence();
        boolean joined = feed == Feed.FORWARD || feed == Feed.REVERSE;
        for (int i = 0; i < Frame.SAMPLES; i++) {
            short down = joined ? sent[i] : 0;
            short up = joined && offHook ? spoken[i] : 0;
            heard[i] = Mixing.saturate((int) Math.round(down + noise.next()));
            spoken[i] = Mixing.saturate((int) Math.round(up + hybrid.leak(down) + noise.next()));
        }
        fromTelephone.put(spoken);
    }

    void feed(Feed next) {
        feed = next;
    }

    void lamp(boolean on) {
        lamp = on;
    }

    boolean loopClosed() {
        return offHook && feed != Feed.OPEN;
    }

    void portReceives(short[] frame) {
        fromTelephone.take(frame);
    }

    void portSends(short[] frame) {
        toTelephone.put(frame);
    }
}
