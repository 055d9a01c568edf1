package ringdown.board.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringdown.board.Board;
import ringdown.board.FrameWork;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;
import ringdown.line.FxoCard;
import ringdown.line.FxsCard;
import ringdown.line.LifelineRelay;
import ringdown.line.Shelf;
import ringdown.media.MonotonicTicks;

/**
 * Voice modems as outside lines: alone, with monotonic time as the clock of all sound, or beside a board, whose frames are the clock.
 * The lines are named after those of the board: the first modem beside a board with "fxo:1" is "fxo:2". Frames belong to the media clock's
 * thread; every modem has two more.
 */
public final class ModemBoard implements Board {
    /** Resetting and asking a modem takes a second or two; one that is not there must not hold up the start. */
    private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(6);

    private final @Nullable Shelf beside;
    private final String name;
    private final List<Modem> modems = new ArrayList<>();
    private final MonotonicTicks ticks;
    private final FrameWork work = new FrameWork();
    private final CountDownLatch over = new CountDownLatch(1);
    private int due;
    private boolean closed;

    /**
     * Opens the modems and waits until each has answered or has been found wanting; what fails is the port's fault and is tried again.
     *
     * @param devices "/dev/ttyACM0", "/dev/ringdown/ttyACM0"; one each
     * @param country ISO 3166
     * @param beside the board whose ports come first; null: there is none
     */
    public ModemBoard(List<String> devices, String country, OfficeClock clock, @Nullable Shelf beside) {
        this.beside = beside;
        this.name = (beside instanceof Board other ? other.name() + " with modems" : "modem");
        ticks = new MonotonicTicks(clock);
        int first = 1 + (beside == null ? 0 : highest(beside));
        for (String device : devices) {
            String port = "fxo:" + (first + modems.size());
            modems.add(new Modem(device, port, country, SerialDevice::open, clock));
        }
        SerialDevice.stayOpenUntil(over);
        modems.forEach(Modem::start);
        awaitFirst(clock.nanos() + FIRST_NANOS);
    }

    private static int highest(Shelf board) {
        return board.fxo().stream()
                .mapToInt(card -> Integer.parseInt(card.port().replaceAll("\\D", "")))
                .max()
                .orElse(0);
    }

    private void awaitFirst(long deadline) {
        try {
            for (Modem modem : modems) {
                modem.awaitFirst(deadline);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<FxoCard> fxo() {
        List<FxoCard> all = new ArrayList<>(beside == null ? List.of() : beside.fxo());
        modems.forEach(modem -> all.add(modem.port()));
        return all;
    }

    @Override
    public List<FxsCard> fxs() {
        return beside == null ? List.of() : beside.fxs();
    }

    @Override
    public Optional<LifelineRelay> relay(String telephone, String line) {
        return beside == null ? Optional.empty() : beside.relay(telephone, line);
    }

    @Override
    public AutoCloseable everyFrame(Stage stage, Runnable what) {
        return beside == null ? work.add(stage, what) : beside.everyFrame(stage, what);
    }

    @Override
    public boolean await() {
        if (beside != null) {
            boolean begun = beside.await();
            endFrame();
            return begun;
        }
        work.run(Stage.SENDING);
        endFrame();
        if (due == 0) {
            due = ticks.await();
        }
        if (due == 0) {
            return false;
        }
        due--;
        work.run(Stage.RECEIVED);
        return true;
    }

    private void endFrame() {
        for (Modem modem : modems) {
            modem.port().endFrame();
        }
    }

    @Override
    public @Nullable Fault fault() {
        return beside == null ? null : beside.fault();
    }

    @Override
    public long lost() {
        return beside == null ? ticks.lost() : beside.lost();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ticks.close();
            modems.forEach(Modem::close);
            over.countDown();
            if (beside != null) {
                beside.close();
            }
        }
    }
}
