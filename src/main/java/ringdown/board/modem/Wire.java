package ringdown.board.modem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;

/**
 * An open modem: what it says waits here for the one who speaks to it. Reading is the platform thread "modem-ear"; it ends with the
 * device. Everything else belongs to the modem's own thread, but for {@link #wake}.
 */
final class Wire implements AutoCloseable, ReplyReader.Listener {
    /** Nobody reads so many lines; a modem that raves must not fill the memory. */
    private static final int KEPT = 500;

    private final SerialLink link;
    private final OfficeClock clock;
    private final SampleQueue heard;
    private final ReplyReader reader = new ReplyReader(this);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Said> said = new ArrayDeque<>();
    private volatile SoundForm form = SoundForm.UNSIGNED;
    private final AtomicLong samples = new AtomicLong();
    private final AtomicLong octets = new AtomicLong();
    private boolean awake;

    /** Sound goes into {@code heard}. */
    Wire(SerialLink link, OfficeClock clock, SampleQueue heard, String name) {
        this.link = link;
        this.clock = clock;
        this.heard = heard;
        Thread.ofPlatform().name("modem-ear " + name).daemon(true).start(this::listen);
    }

    private void listen() {
        byte[] octetsRead = new byte[512];
        try {
            while (true) {
                int count = link.read(octetsRead);
                octets.addAndGet(count);
                reader.read(octetsRead, count);
                if (count > 0) {
                    wake();
                }
            }
        } catch (IOException gone) {
            post(new Said.Lost(String.valueOf(gone.getMessage())));
        }
    }

    @Override
    public void word(String line) {
        post(new Said.Word(line));
    }

    @Override
    public void sign(char code) {
        post(new Said.Sign(code));
    }

    @Override
    public void sound(byte octet) {
        heard.write(form.sample(octet));
        samples.incrementAndGet();
    }

    @Override
    public void soundOver() {
        post(new Said.SoundOver());
    }

    private void post(Said what) {
        lock.lock();
        try {
            if (said.size() < KEPT || what instanceof Said.Lost) {
                said.addLast(what);
            }
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whoever waits looks again. From any thread. */
    void wake() {
        lock.lock();
        try {
            awake = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next thing said, or null when the time is over or somebody has woken.
     *
     * @throws ModemTrouble when the device has gone
     */
    @Nullable
    Said take(long deadlineNanos, boolean wakes) throws ModemTrouble {
        lock.lock();
        try {
            while (said.isEmpty()) {
                if (wakes && awake) {
                    awake = false;
                    return null;
                }
                if (!clock.await(arrived, deadlineNanos) && said.isEmpty()) {
                    return null;
                }
            }
            Said next = said.removeFirst();
            if (next instanceof Said.Lost lost) {
                said.addFirst(next);
                throw new ModemTrouble(Fault.MODEM_ABSENT, lost.why());
            }
            return next;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ModemTrouble(Fault.MODEM_ABSENT, "the box stops");
        } finally {
            lock.unlock();
        }
    }

    /** Octets come in so. */
    void form(SoundForm now) {
        form = now;
    }

    /** How many samples have come since the wire was opened. */
    long samples() {
        return samples.get();
    }

    /** How many octets of any kind have come. */
    long octets() {
        return octets.get();
    }

    ReplyReader reader() {
        return reader;
    }

    void command(String text) throws ModemTrouble {
        byte[] line = (text + "\r").getBytes(StandardCharsets.US_ASCII);
        write(line, line.length);
    }

    /** DLE and a code. */
    void code(int code) throws ModemTrouble {
        write(new byte[] {ReplyReader.DLE, (byte) code}, 2);
    }

    /** Samples in the form of the modem, shielded. */
    void sound(short[] pcm, int count) throws ModemTrouble {
        byte[] shielded = new byte[2 * count];
        int length = 0;
        for (int i = 0; i < count; i++) {
            byte octet = form.octet(pcm[i]);
            if (octet == ReplyReader.DLE) {
                shielded[length++] = ReplyReader.DLE;
            }
            shielded[length++] = octet;
        }
        write(shielded, length);
    }

    private void write(byte[] octetsOut, int length) throws ModemTrouble {
        try {
            link.write(octetsOut, length);
        } catch (IOException gone) {
            throw new ModemTrouble(Fault.MODEM_ABSENT, String.valueOf(gone.getMessage()));
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
