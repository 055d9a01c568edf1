package ringdown.board.modem;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import ringdown.audio.dtmf.DtmfGenerator;

/**
 * The line behind an emulated modem: an exchange of 425 Hz tones, and whoever calls or is called. Safe from any thread; sound moves on the
 * emulator's.
 */
final class EmulatedExchange {
    private static final int RATE = 8000;

    /** What stands on the line once the modem has taken it. */
    enum Line {
        DIAL_TONE,
        CALLER,
        RING_BACK,
        BUSY,
        SILENCE
    }

    private final Deque<Short> mouth = new ArrayDeque<>();
    private short[] tape = new short[RATE * 30];
    private int heard;
    private boolean ringing;
    private boolean offHook;
    private Line line = Line.SILENCE;
    private final StringBuilder dialled = new StringBuilder();
    private long at;
    private long since;
    private int answersAfter = Integer.MAX_VALUE;
    private boolean engaged;
    private double echo;
    private final short[] echoes = new short[80];

    /** A caller rings from now on. */
    synchronized void rings() {
        ringing = true;
        heard = 0;
        mouth.clear();
    }

    synchronized boolean ringing() {
        return ringing;
    }

    /** The caller hangs up, before the answer or after it. */
    synchronized void hangsUp() {
        ringing = false;
        if (offHook) {
            is(Line.BUSY);
        }
    }

    /** Whoever is called answers after that time; null: the number is engaged. */
    synchronized void answersAfter(@Nullable Integer millis) {
        engaged = millis == null;
        answersAfter = millis == null ? Integer.MAX_VALUE : millis;
    }

    /** So much of what the modem says comes back after 10 ms. */
    synchronized void echo(double lossDb) {
        echo = Math.pow(10, -lossDb / 20);
    }

    synchronized void hook(boolean off) {
        if (off == offHook) {
            return;
        }
        offHook = off;
        if (off) {
            heard = 0;
            dialled.setLength(0);
            is(ringing ? Line.CALLER : Line.DIAL_TONE);
            ringing = false;
        } else {
            mouth.clear();
        }
    }

    synchronized boolean offHook() {
        return offHook;
    }

    private void is(Line now) {
        line = now;
        since = at;
    }

    synchronized void dials(String digits) {
        dialled.append(digits);
        is(engaged ? Line.BUSY : Line.RING_BACK);
    }

    synchronized String dialled() {
        return dialled.toString();
    }

    synchronized boolean answered() {
        return offHook && line == Line.CALLER;
    }

    synchronized void says(short[] sound) {
        for (short sample : sound) {
            mouth.add(sample);
        }
    }

    synchronized void presses(String keys) {
        DtmfGenerator tones = new DtmfGenerator(keys, DtmfGenerator.Style.ETSI);
        short[] frame = new short[80];
        while (!tones.finished()) {
            tones.read(frame, 0, frame.length);
            says(frame);
        }
    }

    /** Has said all. */
    synchronized boolean hasSpoken() {
        return mouth.isEmpty();
    }

    synchronized short[] heard() {
        return Arrays.copyOf(tape, heard);
    }

    /** One sample each way. */
    synchronized short passes(short fromModem) {
        at++;
        if (offHook) {
            if (heard == tape.length) {
                tape = Arrays.copyOf(tape, 2 * tape.length);
            }
            tape[heard++] = fromModem;
        }
        int slot = (int) (at % echoes.length);
        double back = echoes[slot] * echo;
        echoes[slot] = fromModem;
        return (short) Math.clamp(Math.round(says() + back), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private double says() {
        if (!offHook) {
            return 0;
        }
        long millis = (at - since) / 8;
        return switch (line) {
            case DIAL_TONE -> tone(true);
            case BUSY -> tone(millis % 700 < 350);
            case RING_BACK -> {
                if (millis >= answersAfter) {
                    is(Line.CALLER);
                }
                yield tone(millis % 5000 < 1000);
            }
            case CALLER -> mouth.isEmpty() ? 0 : mouth.poll();
            case SILENCE -> 0;
        };
    }

    private double tone(boolean on) {
        return on ? 3200 * Math.sin(2 * Math.PI * 425 * at / RATE) : 0;
    }
}
