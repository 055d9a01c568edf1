package ringdown.board.modem;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import ringdown.audio.Frame;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;

/**
 * A modem that either records ({@code AT+VRX}) or plays ({@code AT+VTX}). It listens; when the box begins to speak it plays, and
 * nothing of what was spoken meanwhile is lost; when the box is silent again it listens. What the modem takes for busy tone while it
 * plays makes it stop and listen, so that the box's own ears decide. Belongs to the modem's thread.
 */
final class OneWay {
    /** Pauses within what the box says are shorter. */
    private static final int SILENT = Frame.samples(900);
    /** Behind a tone the caller is expected to speak. */
    private static final int SILENT_BEHIND_TONE = Frame.samples(60);

    private static final long LISTENS_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long STALLED_NANOS = TimeUnit.MILLISECONDS.toNanos(4000);
    /** The modem plays what it holds; the longest buffers hold two seconds. */
    private static final long DRAIN_MILLIS = 4000;

    private final Wire wire;
    private final ModemPort port;
    private final Stream stream;
    private final OfficeClock clock;
    private final ModemProfile profile;
    private final short[] chunk = Frame.silence();
    private final Silence silence = new Silence(SILENT, SILENT_BEHIND_TONE);
    private long listensUntil;

    OneWay(Wire wire, ModemPort port, Stream stream, OfficeClock clock, ModemProfile profile) {
        this.wire = wire;
        this.port = port;
        this.stream = stream;
        this.clock = clock;
        this.profile = profile;
    }

    /** Until the line is wanted on hook, or something is to be dialled. */
    void carry(BooleanSupplier closed) throws ModemTrouble {
        listensUntil = clock.nanos();
        port.spoken.clear();
        while (port.offHook() && !port.wantsToDial() && !closed.getAsBoolean()) {
            listen(closed);
            if (port.offHook() && !port.wantsToDial() && !closed.getAsBoolean()) {
                speak(closed);
            }
        }
    }

    private void listen(BooleanSupplier closed) throws ModemTrouble {
        if (!stream.begins("AT+VRX", true)) {
            throw new ModemTrouble(Fault.MODEM_UNFIT, "it does not record");
        }
        port.sound(true, true);
        long last = wire.samples();
        long lastAt = clock.nanos();
        boolean open = true;
        while (open && port.offHook() && !port.wantsToDial() && !closed.getAsBoolean() && !wantsToSpeak()) {
            open = stream.goesOn(wire.take(clock.nanos() + LOOK_NANOS, true));
            if (wire.samples() != last) {
                last = wire.samples();
                lastAt = clock.nanos();
            } else if (clock.nanos() - lastAt > STALLED_NANOS) {
                throw new ModemTrouble(Fault.MODEM_SILENT, "no sound comes any more");
            }
        }
        port.sound(true, false);
        if (open) {
            stream.endHearing(profile.endsRecording());
        }
    }

    /** Silence is let go; the first frame with a sound is kept. */
    private boolean wantsToSpeak() {
        while (port.spoken.waiting() >= Frame.SAMPLES) {
            if (clock.nanos() - listensUntil >= 0 && loudNext()) {
                return true;
            }
            port.spoken.skip(Frame.SAMPLES);
        }
        return false;
    }

    private boolean loudNext() {
        for (int i = 0; i < Frame.SAMPLES; i++) {
            if (Math.abs(port.spoken.peek(i)) > Silence.QUIET) {
                return true;
            }
        }
        return false;
    }

    private void speak(BooleanSupplier closed) throws ModemTrouble {
        if (!stream.begins("AT+VTX", false)) {
            throw new ModemTrouble(Fault.MODEM_UNFIT, "it does not play");
        }
        silence.begin();
        int doubts = port.doubts();
        boolean open = true;
        while (open && port.offHook() && !port.wantsToDial() && !closed.getAsBoolean() && !silence.reached()) {
            open = stream.goesOn(wire.take(clock.nanos() + LOOK_NANOS, true));
            if (port.doubts() != doubts) {
                listensUntil = clock.nanos() + LISTENS_NANOS;
                break;
            }
            while (port.spoken.waiting() >= Frame.SAMPLES && !silence.reached()) {
                int count = port.spoken.read(chunk, Frame.SAMPLES);
                silence.frame(chunk);
                wire.sound(chunk, count);
            }
        }
        if (open) {
            stream.endSpeaking(DRAIN_MILLIS);
        }
    }
}
