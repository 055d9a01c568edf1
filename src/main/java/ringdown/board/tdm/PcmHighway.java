package ringdown.board.tdm;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Companding;

/**
 * A PCM highway on a sound card, by frame numbers: what is sent for the block that came in with frame n on is written to frame
 * n + 120, wherever the card is. Behind it stands silence for 200 ms more, in the law's own octets (ALSA's silence, all zeros, is a
 * loud click in both laws), so that a late thread costs silence and nothing else. {@link #turn} belongs to the thread of the sound;
 * a card may be offered by any.
 */
public final class PcmHighway implements TdmLink, AutoCloseable {
    private static final int SLOTS = 8;
    private static final int BLOCK = 80;
    private static final int AHEAD = BLOCK + LEAD;
    /** Silence behind what is sent. */
    private static final int SPARE = 1600;
    /** Frames of what has come in that may wait: more, and the sound would stay late for ever. */
    private static final int WAITING = 5 * PERIOD;

    private static final int LOG = 1024;

    private final byte silence;
    private final byte[][] in = new byte[SLOTS][BLOCK];
    private final byte[][] out = new byte[SLOTS][BLOCK];
    private final byte[][] log = new byte[SLOTS][LOG];
    private final byte[] block = new byte[BLOCK * SoundCard.OCTETS];
    private final byte[] quiet = new byte[SoundCard.BUFFER * SoundCard.OCTETS];
    private final AtomicReference<@Nullable SoundCard> offered = new AtomicReference<>();
    /** Against a close in the middle of a turn: what ALSA works on would be gone. */
    private final ReentrantLock turning = new ReentrantLock();

    private volatile boolean running;
    private final AtomicLong restarts = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private @Nullable SoundCard card;
    private long came;
    private long written;
    private long logged;
    private boolean exchangedOut;
    private boolean exchangedIn;
    private int skew;

    /** Silent until a card is offered. */
    public PcmHighway(Companding law) {
        silence = law.silence();
        Arrays.fill(quiet, silence);
        for (byte[][] all : new byte[][][] {in, out, log}) {
            for (byte[] slot : all) {
                Arrays.fill(slot, silence);
            }
        }
    }

    /** Starts the card, so that the frame clock runs, and leaves it to the next {@link #turn}. */
    public void offer(SoundCard fresh) throws IOException {
        fresh.start(quiet, AHEAD + SPARE);
        SoundCard before = offered.getAndSet(fresh);
        if (before != null) {
            before.close();
        }
        restarts.incrementAndGet();
        running = true;
    }

    /** A card is there and its clock runs. */
    public boolean running() {
        return running;
    }

    /** Frames of the highway that nobody heard because the thread came too late. */
    public long lostFrames() {
        return lost.get();
    }

    /** Sends the block that the slots were given and waits for the next; false without a card that runs: then nothing was waited for. */
    public boolean turn() {
        turning.lock();
        try {
            return turnNow();
        } finally {
            turning.unlock();
        }
    }

    private boolean turnNow() {
        SoundCard fresh = offered.getAndSet(null);
        if (fresh != null) {
            take(fresh);
        }
        SoundCard now = card;
        if (now == null) {
            clear(in);
            clear(out);
            return false;
        }
        try {
            if (came > 0) {
                place(now);
            }
            clear(out);
            if (fetch(now)) {
                return true;
            }
            Logger.error("the clock of the board's frames stands still");
        } catch (IOException broken) {
            Logger.error("the board's sound broke off: {}", broken.getMessage());
        }
        drop();
        return true; // it has been waited
    }

    private void take(SoundCard fresh) {
        drop();
        card = fresh;
        running = true;
        came = 0;
        written = AHEAD + SPARE;
        logged = 0;
        for (byte[] slot : log) {
            Arrays.fill(slot, silence);
        }
    }

    private void drop() {
        SoundCard old = card;
        card = null;
        clear(in);
        if (old != null) {
            running = false;
            old.close();
        }
    }

    private void clear(byte[][] slots) {
        for (byte[] slot : slots) {
            Arrays.fill(slot, silence);
        }
    }

    private boolean fetch(SoundCard from) throws IOException {
        int waiting = from.await(BLOCK);
        if (waiting < BLOCK) {
            return false;
        }
        if (waiting > WAITING) {
            int tooMany = waiting - BLOCK;
            from.skip(tooMany);
            came += tooMany;
            lost.addAndGet(tooMany);
        }
        from.read(block, BLOCK);
        came += BLOCK;
        for (int slot = 0; slot < SLOTS; slot++) {
            for (int i = 0; i < BLOCK; i++) {
                in[slot][i] = block[i * SoundCard.OCTETS + octet(slot)];
            }
        }
        return true;
    }

    /** Where a slot stands in a frame of two little-endian words: slot 0 is the first on the wire, the highest octet of the first word. */
    static int octet(int slot) {
        return slot ^ 3;
    }

    private void place(SoundCard to) throws IOException {
        long target = came + LEAD;
        int ahead = to.ahead();
        int back = (int) Math.min(written - target, ahead);
        if (ahead < 0 || back > 0) {
            written += to.move(ahead < 0 ? -ahead : -back);
        }
        if (written < target) {
            to.write(quiet, 0, (int) (target - written));
            written = target;
        }
        int late = (int) Math.min(BLOCK, written - target);
        lost.addAndGet(late);
        note(target, late);
        fill();
        to.write(block, late, BLOCK - late);
        written += BLOCK - late;
        int spare = (int) (target + BLOCK + SPARE - written);
        if (spare > 0) {
            to.write(quiet, 0, spare);
            written += spare;
        }
    }

    /** What stands on the highway from that frame on. */
    private void note(long target, int late) {
        for (int slot = 0; slot < SLOTS; slot++) {
            for (long frame = Math.max(logged, target - LOG); frame < target; frame++) {
                log[slot][(int) (frame % LOG)] = silence;
            }
            for (int i = 0; i < BLOCK; i++) {
                log[slot][(int) ((target + i) % LOG)] = i < late ? silence : out[slot][i];
            }
        }
        logged = target + BLOCK;
    }

    private void fill() {
        for (int slot = 0; slot < SLOTS; slot++) {
            for (int i = 0; i < BLOCK; i++) {
                block[i * SoundCard.OCTETS + octet(slot)] = out[slot][i];
            }
        }
    }

    @Override
    public void receive(int slot, byte[] octets) {
        System.arraycopy(in[exchangedIn ? slot ^ half() : slot], 0, octets, 0, BLOCK);
    }

    @Override
    public void sent(int slot, byte[] octets) {
        byte[] from = log[exchangedOut ? slot ^ half() : slot];
        for (int i = 0; i < BLOCK; i++) {
            long frame = came - BLOCK - skew + i;
            octets[i] = frame < 0 || frame >= logged ? silence : from[(int) (frame % LOG)];
        }
    }

    @Override
    public void send(int slot, byte[] octets) {
        System.arraycopy(octets, 0, out[exchangedOut ? slot ^ half() : slot], 0, BLOCK);
    }

    @Override
    public long restarts() {
        return restarts.get();
    }

    @Override
    public void swapHalves(boolean outward, boolean inward) {
        exchangedOut ^= outward;
        exchangedIn ^= inward;
    }

    @Override
    public int half() {
        return SLOTS / 2;
    }

    @Override
    public void skew(int frames) {
        skew = frames;
    }

    /** Stops the card, once the turn that runs is over. */
    @Override
    public void close() {
        turning.lock();
        try {
            drop();
            SoundCard never = offered.getAndSet(null);
            if (never != null) {
                never.close();
            }
            running = false;
        } finally {
            turning.unlock();
        }
    }
}
