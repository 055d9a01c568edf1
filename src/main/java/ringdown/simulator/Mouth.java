package ringdown.simulator;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;
import ringdown.audio.dtmf.DtmfGenerator;

/** What one end says: sounds one after the other, and whoever speaks live. Guarded by its owner's lock, except the live list. */
final class Mouth {
    /** Fills a frame of 80 samples with what somebody says now. */
    @FunctionalInterface
    interface Live {
        void read(short[] frame);
    }

    private final Deque<short[]> sounds = new ArrayDeque<>();
    private final List<Live> live = new CopyOnWriteArrayList<>();
    private final short[] one = Frame.silence();
    private int at;

    void say(short[] sound) {
        if (sound.length > 0) {
            sounds.addLast(sound);
        }
    }

    void press(String keys, int onMillis, int offMillis) throws SimulatorFault {
        if (!keys.matches("[0-9*#A-D,]{1,100}")) {
            throw SimulatorFault.bad("keys are 0-9, *, #, A-D, and a comma for a pause");
        }
        if (onMillis < 1 || offMillis < 1 || onMillis > 10_000 || offMillis > 10_000) {
            throw SimulatorFault.bad("a key and its pause last 1 to 10000 ms");
        }
        var style = new DtmfGenerator.Style(-11, -9, onMillis, offMillis);
        short[] sound = new short[DtmfGenerator.samples(keys, style)];
        new DtmfGenerator(keys, style).read(sound, 0, sound.length);
        say(sound);
    }

    AutoCloseable live(Live source) {
        live.add(source);
        return () -> live.remove(source);
    }

    void shut() {
        sounds.clear();
        at = 0;
    }

    void read(short[] frame) {
        Arrays.fill(frame, (short) 0);
        int filled = 0;
        while (filled < frame.length && !sounds.isEmpty()) {
            short[] now = sounds.getFirst();
            int count = Math.min(frame.length - filled, now.length - at);
            System.arraycopy(now, at, frame, filled, count);
            filled += count;
            at += count;
            if (at == now.length) {
                sounds.removeFirst();
                at = 0;
            }
        }
        for (Live source : live) {
            source.read(one);
            Mixing.add(one, frame);
        }
    }
}
