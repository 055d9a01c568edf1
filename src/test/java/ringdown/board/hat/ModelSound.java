package ringdown.board.hat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import ringdown.board.simulated.silicon.ModelHat;
import ringdown.board.tdm.SoundCard;
import ringdown.clock.OfficeClock;

/** The sound card of a modelled board, in real time: what goes out passes its chips, what they say comes in. */
final class ModelSound implements SoundCard {
    private static final int BLOCK = 80;
    private static final long BLOCK_NANOS = 10_000_000;

    private final ModelHat hat;
    private final OfficeClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition never = lock.newCondition();
    private final byte[] out = new byte[BUFFER * OCTETS];
    private final byte[] in = new byte[BUFFER * OCTETS];
    private final List<byte[]> outward = slots();
    private final List<byte[]> inward = slots();
    private long passed;
    private long written;
    private long read;
    private long next;

    ModelSound(ModelHat hat, OfficeClock clock) {
        this.hat = hat;
        this.clock = clock;
    }

    private static List<byte[]> slots() {
        return IntStream.range(0, 8).mapToObj(i -> new byte[BLOCK]).toList();
    }

    @Override
    public void start(byte[] frames, int count) {
        Arrays.fill(out, (byte) 0);
        write(frames, 0, count);
        next = clock.nanos();
    }

    @Override
    public int await(int wanted) {
        while (passed - read < wanted) {
            next = Math.max(next + BLOCK_NANOS, clock.nanos() - 5 * BLOCK_NANOS);
            pause();
            pass();
        }
        return (int) (passed - read);
    }

    private void pause() {
        lock.lock();
        try {
            while (clock.nanos() - next < 0) {
                clock.await(never, next);
            }
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        } finally {
            lock.unlock();
        }
    }

    private void pass() {
        each((slot, i) -> outward.get(slot)[i] = out[place(passed + 40 + i, slot)]);
        hat.block(outward, inward);
        each((slot, i) -> in[place(passed + i, slot)] = inward.get(slot)[i]);
        passed += BLOCK;
    }

    private interface Octet {
        void at(int slot, int i);
    }

    private static void each(Octet octet) {
        for (int slot = 0; slot < 8; slot++) {
            for (int i = 0; i < BLOCK; i++) {
                octet.at(slot, i);
            }
        }
    }

    /** Slot 0 is the highest octet of the first of two little-endian words. */
    private static int place(long frame, int slot) {
        return (int) (frame % BUFFER) * OCTETS + (slot < 4 ? 3 - slot : 11 - slot);
    }

    @Override
    public void skip(int count) {
        read += count;
    }

    @Override
    public void read(byte[] frames, int count) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(in, (int) (read % BUFFER) * OCTETS, frames, i * OCTETS, OCTETS);
            read++;
        }
    }

    @Override
    public int ahead() {
        return (int) (written - passed);
    }

    @Override
    public int move(int frames) {
        written += frames;
        return frames;
    }

    @Override
    public void write(byte[] frames, int from, int count) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(frames, (from + i) * OCTETS, out, (int) (written % BUFFER) * OCTETS, OCTETS);
            written++;
        }
    }

    @Override
    public void close() {}
}
