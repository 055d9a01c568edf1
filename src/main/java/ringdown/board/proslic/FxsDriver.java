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
 * service: what was commanded holds over power alarms and resets. Registers are the polling thread's alone; the card's methods only
 * leave a command or read what was seen last, so that the thread of the sound never waits for the SPI bus.
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
    private final FxsLevels levels;
    private final LoopWatch loop;
    private final PowerCredit credit = new PowerCredit();
    private final ChipService service;
    private volatile Feed feed = Feed.FORWARD;
    private volatile boolean lamp;
    private volatile boolean spoken;
    private volatile boolean loopback;
    private volatile boolean streamRestarted;
    private volatile boolean closed;
    private boolean loopbackWritten;
    private int clock;
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
        levels = new FxsLevels(indirect);
        loop = new LoopWatch(chip);
        service = new ChipService(powerUp::steps, new Owner());
    }

    private final class Owner implements ChipService.Owner {
        @Override
        public void up() {
            strange = 0;
            if (service.fault() == Fault.OVERLOADED) {
                credit.onProbation();
            }
            startedAt = clock;
            loopbackWritten = false;
            linefeed.renewed();
            levels.write();
            loop.hold(loop.closed());
            linefeed.apply();
        }

        /** Without voltage until the next attempt. */
        @Override
        public int down(Fault why) {
            loop.opened();
            powerUp.off();
            return why == Fault.OVERLOADED ? RETRY_OVERLOADED : RETRY;
        }
    }

    @Override
    public void millisecond() {
        clock++;
        linefeed.millisecond();
        credit.millisecond();
        if (service.millisecond()) {
            obey();
            look();
        }
        closed = loop.closed();
    }

    @Override
    public void obey() {
        Feed wanted = feed;
        if (wanted != linefeed.feed()) {
            linefeed.feed(wanted);
        }
        linefeed.lamp(lamp);
        if (spoken) {
            spoken = false;
            linefeed.sound();
        }
        if (!service.inService()) {
            return;
        }
        linefeed.apply();
        levels.writeChanged();
        if (loopback != loopbackWritten) {
            loopbackWritten = loopback;
            chip.write(LOOPBACK, loopbackWritten ? DIGITAL_LOOPBACK : 0);
        }
        if (streamRestarted) {
            streamRestarted = false;
            fed();
        }
    }

    private void look() {
        if (loop.due(clock, linefeed.feed() == Feed.RINGING)) {
            lookAtLoop();
        }
        if (clock % FEED_EVERY == 0 && fed()) {
            forgive();
        }
        if (service.inService() && clock % EXAMINE_EVERY == 0) {
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
        if (chip.read(LOOPBACK) != 0 && !loopbackWritten) {
            service.restart(Fault.RESET, powerUp.steps());
        } else {
            powerAlarm();
        }
        return false;
    }

    /** In service again for long enough. A reset may be over within a frame, and is told all the same. */
    private void forgive() {
        if (service.fault() == Fault.OVERLOADED ? credit.proven() : clock - startedAt >= TOLD_FOR) {
            service.healed();
        }
    }

    private void powerAlarm() {
        int transistors = chip.read(STATUS_2) >> 2;
        chip.write(STATUS_2, 0xFF);
        Logger.info("{}: power alarm, transistors {}", port(), Integer.toBinaryString(transistors));
        if (credit.spend()) {
            linefeed.rewrite();
        } else {
            service.fail(Fault.OVERLOADED);
        }
    }

    private void examine() {
        strange = FxsPowerUp.present(chip) ? 0 : strange + 1;
        if (strange >= ABSENT_AFTER) {
            loop.opened();
            powerUp.forget();
            service.restart(Fault.ABSENT, powerUp.steps());
        } else if (strange == 0 && chip.read(PCM_MODE) != FxsPowerUp.pcmMode(setup.law())) {
            service.restart(Fault.RESET, powerUp.steps());
        }
    }

    @Override
    public void feed(Feed next) {
        feed = next;
    }

    @Override
    public void lamp(boolean on) {
        lamp = on;
    }

    @Override
    public void levels(double heard, double sent) {
        levels.set(heard, sent);
    }

    @Override
    public boolean loopClosed() {
        return closed && feed != Feed.OPEN;
    }

    @Override
    public void send(short[] frame) {
        voice.send(frame);
        spoken = true;
    }

    @Override
    public void sent(short[] frame) {
        voice.sent(frame);
    }

    @Override
    public void receive(short[] frame) {
        voice.receive(frame);
        if (loopback) {
            Arrays.fill(frame, (short) 0);
        }
    }

    @Override
    public @Nullable Fault fault() {
        return service.fault();
    }

    @Override
    public boolean settled() {
        return service.settled();
    }

    @Override
    public boolean idle() {
        return service.inService() && !closed && feed == Feed.FORWARD;
    }

    @Override
    public void streamRestarted() {
        streamRestarted = true;
    }

    @Override
    public void loopback(boolean on) {
        loopback = on;
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
