package ringdown.board.proslic;

import static ringdown.board.proslic.Si3210Registers.*;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.board.tdm.TdmLink;
import ringdown.line.Fault;
import ringdown.line.FxsCard;

/**
 * A telephone's port: one Si3210. Looked at every 4 ms while its telephone rings, dials or talks, every 8 ms otherwise, and kept in
 * service: what was commanded holds over power alarms and resets. One lock guards it, because on a board the looks have a thread of
 * their own.
 */
public final class FxsDriver implements FxsCard, PortDriver {
    private static final int RETRY = 1000;
    private static final int RETRY_OVERLOADED = 10_000;
    private static final int FEED_EVERY = 16;
    private static final int TOLD_FOR = 32;
    private static final int EXAMINE_EVERY = 128;
    private static final int ABSENT_AFTER = 3;

    private final PortSetup setup;
    private final RegisterBus chip;
    private final SlotVoice voice;
    private final FxsPowerUp powerUp;
    private final Linefeed linefeed;
    private final LoopWatch loop;
    private final PowerCredit credit = new PowerCredit();
    private @Nullable Sequence starting;
    private @Nullable Fault fault;
    private boolean loopback;
    private int clock;
    private int retryIn;
    private int startedAt;
    private int strange;

    /** Begins the chip's power-up with the next millisecond. */
    public FxsDriver(PortSetup setup, RegisterBus chip, TdmLink link) {
        this.setup = setup;
        this.chip = chip;
        voice = new SlotVoice(link, setup);
        IndirectRegisters indirect = new IndirectRegisters(chip);
        RingGenerator generator = new RingGenerator(chip, indirect, setup.row());
        powerUp = new FxsPowerUp(chip, indirect, setup, generator);
        linefeed = new Linefeed(chip, generator);
        loop = new LoopWatch(chip);
        starting = powerUp.steps();
    }

    @Override
    public synchronized void millisecond() {
        clock++;
        linefeed.millisecond();
        credit.millisecond();
        Sequence now = starting;
        if (now != null) {
            now.millisecond();
            if (now.finished()) {
                started(now.failed());
            }
        } else if (retryIn > 0) {
            if (--retryIn == 0) {
                starting = powerUp.steps();
            }
        } else {
            look();
        }
    }

    private void started(@Nullable Fault why) {
        starting = null;
        if (why != null) {
            fail(why);
            return;
        }
        strange = 0;
        if (fault == Fault.OVERLOADED) {
            credit.onProbation();
        }
        startedAt = clock;
        linefeed.renewed();
        loop.hold(loop.closed());
        linefeed.apply();
    }

    /** Out of service, without voltage, until the next attempt. */
    private void fail(Fault why) {
        fault = why;
        retryIn = why == Fault.OVERLOADED ? RETRY_OVERLOADED : RETRY;
        loop.opened();
        powerUp.off();
    }

    private void look() {
        if (loop.due(clock, linefeed.feed() == Feed.RINGING)) {
            lookAtLoop();
        }
        if (clock % FEED_EVERY == 0 && fed()) {
            forgive();
        }
        if (starting == null && retryIn == 0 && clock % EXAMINE_EVERY == 0) {
            examine();
        }
    }

    private void lookAtLoop() {
        boolean was = loop.closed();
        if (linefeed.written() == Linefeed.OPEN) {
            loop.opened();
        } else {
            loop.look(linefeed.highVoltage());
        }
        if (was && !loop.closed() && !fed()) {
            loop.hold(true);
            return;
        }
        linefeed.loop(loop.closed());
        linefeed.apply();
    }

    /** False when the line is open and was not opened by us: a reset, or a power alarm (facts 3.7); something is done about it. */
    private boolean fed() {
        boolean opened = linefeed.written() != Linefeed.OPEN && (chip.read(LINEFEED) & 0x07) == Linefeed.OPEN;
        if (!opened || !FxsPowerUp.present(chip)) {
            return !opened;
        }
        if (chip.read(LOOPBACK) != 0 && !loopback) {
            restart(Fault.RESET);
        } else {
            powerAlarm();
        }
        return false;
    }

    /** In service again for long enough. A reset may be over within a frame, and is told all the same. */
    private void forgive() {
        boolean proven = fault == Fault.OVERLOADED ? credit.proven() : clock - startedAt >= TOLD_FOR;
        fault = proven ? null : fault;
    }

    private void powerAlarm() {
        int transistors = chip.read(STATUS_2) >> 2;
        chip.write(STATUS_2, 0xFF);
        Logger.info("{}: power alarm, transistors {}", port(), Integer.toBinaryString(transistors));
        if (credit.spend()) {
            linefeed.rewrite();
        } else {
            fail(Fault.OVERLOADED);
        }
    }

    private void examine() {
        strange = FxsPowerUp.present(chip) ? 0 : strange + 1;
        if (strange >= ABSENT_AFTER) {
            loop.opened();
            powerUp.forget();
            restart(Fault.ABSENT);
        } else if (strange == 0 && chip.read(PCM_MODE) != FxsPowerUp.pcmMode(setup.law())) {
            restart(Fault.RESET);
        }
    }

    private void restart(Fault why) {
        fault = why;
        starting = powerUp.steps();
    }

    private boolean inService() {
        return starting == null && retryIn == 0;
    }

    @Override
    public synchronized void feed(Feed feed) {
        if (feed != linefeed.feed()) {
            linefeed.feed(feed);
            if (inService()) {
                linefeed.apply();
            }
        }
    }

    @Override
    public synchronized void lamp(boolean on) {
        linefeed.lamp(on);
    }

    @Override
    public synchronized boolean loopClosed() {
        return loop.closed() && linefeed.feed() != Feed.OPEN;
    }

    @Override
    public synchronized void send(short[] frame) {
        voice.send(frame);
        linefeed.sound();
        if (inService()) {
            linefeed.apply();
        }
    }

    @Override
    public synchronized void receive(short[] frame) {
        voice.receive(frame);
        if (loopback) {
            Arrays.fill(frame, (short) 0);
        }
    }

    @Override
    public synchronized @Nullable Fault fault() {
        return fault;
    }

    @Override
    public synchronized boolean settled() {
        return starting == null;
    }

    @Override
    public synchronized boolean idle() {
        return inService() && !loop.closed() && linefeed.feed() == Feed.FORWARD;
    }

    @Override
    public synchronized void streamRestarted() {
        if (inService()) {
            fed();
        }
    }

    @Override
    public synchronized void loopback(boolean on) {
        loopback = on;
        chip.write(LOOPBACK, on ? DIGITAL_LOOPBACK : 0);
    }

    @Override
    public String port() {
        return setup.port();
    }

    @Override
    public int slot() {
        return voice.slot();
    }

    @Override
    public FxsCard card() {
        return this;
    }
}
