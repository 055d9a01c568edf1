package ringdown.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.tinylog.Logger;
import ringdown.audio.Frame;
import ringdown.clock.OfficeClock;
import ringdown.simulator.Simulator;
import ringdown.simulator.SimulatorFault;

/**
 * One socket's sound. The board's thread hands frames over and takes frames, never waiting; a virtual thread sends. Closing twice is
 * fine.
 */
final class LineSound implements AutoCloseable {
    private static final int FRAMES = 2;
    private static final int WAITING = 50;
    private static final long PATIENCE_SECONDS = 5;

    private final Session session;
    private final SpokenQueue spoken;
    private final ArrayBlockingQueue<ByteBuffer> heard = new ArrayBlockingQueue<>(WAITING);
    private final AutoCloseable listening;
    private final AutoCloseable speaking;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread sender;
    private ByteBuffer filling = packet();

    LineSound(LiveEnd end, Simulator simulator, int n, Session session, OfficeClock clock) throws SimulatorFault {
        this.session = session;
        this.spoken = new SpokenQueue(clock);
        this.sender = Thread.ofVirtual().name("line-sound").unstarted(this::send);
        this.listening = end.listen(simulator, n, this::hear);
        this.speaking = end.speak(simulator, n, spoken::take);
        sender.start();
    }

    private static ByteBuffer packet() {
        return ByteBuffer.allocate(FRAMES * Frame.SAMPLES * 2).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** On the board's thread. What a slow browser has not taken within a second is dropped, the oldest first. */
    private void hear(short[] frame) {
        for (short sample : frame) {
            filling.putShort(sample);
        }
        if (!filling.hasRemaining()) {
            while (!heard.offer(filling.flip())) {
                heard.poll();
            }
            filling = packet();
        }
    }

    /** What the browser's caller says: 16-bit little-endian samples at 8 kHz. */
    void said(ByteBuffer message) {
        spoken.add(message.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    private void send() {
        try {
            while (!closed.get()) {
                CompletableFuture<Void> sent = new CompletableFuture<>();
                session.sendBinary(heard.take(), Callback.from(() -> sent.complete(null), sent::completeExceptionally));
                sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException gone) {
            Logger.debug("a caller in the browser has gone: {}", gone.getMessage());
            close();
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (listening;
                speaking) {
            sender.interrupt();
        } catch (Exception bug) {
            Logger.error(bug, "line sound");
        }
        session.close();
    }
}
