package ringdown.board.proslic;

import static ringdown.board.proslic.Si3050Registers.*;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.board.tdm.TdmLink;
import ringdown.line.Fault;
import ringdown.line.FxoCard;

/**
 * An outside line's port: one Si3050 with its line side. It is looked at every 8 ms and kept in service whatever happens to it: what
 * was commanded holds over a reset. One lock guards it, because on a board the looks have a thread of their own.
 */
public final class FxoDriver implements FxoCard, PortDriver {
    /** Between attempts at a chip that is not there. */
    private static final int RETRY = 1000;

    private final PortSetup setup;
    private final RegisterBus chip;
    private final SlotVoice voice;
    private final FxoLevels levels;
    private final FxoPowerUp powerUp;
    private final FxoHealth health;
    private final RingDetector rings = new RingDetector();
    private @Nullable Sequence starting;
    private @Nullable Fault fault;
    private boolean everUp;
    private boolean offHook;
    private boolean loopback;
    private double volts;
    private double milliamps;
    private int clock;
    private int retryIn;

    /** Begins the chip's power-up with the next millisecond. */
    public FxoDriver(PortSetup setup, RegisterBus chip, TdmLink link) {
        this.setup = setup;
        this.chip = chip;
        voice = new SlotVoice(link, setup);
        levels = new FxoLevels(chip);
        powerUp = new FxoPowerUp(chip, setup, levels);
        health = new FxoHealth(chip, FxoPowerUp.pcmMode(setup.law()));
        starting = powerUp.steps();
    }

    @Override
    public synchronized void millisecond() {
        clock++;
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
            if (clock % RingDetector.EVERY == 0) {
                look();
            }
            if (clock % FxoHealth.EVERY == 0) {
                examine();
            }
        }
    }

    private void started(@Nullable Fault why) {
        starting = null;
        fault = why;
        if (why != null) {
            retryIn = RETRY;
            return;
        }
        everUp = true;
        health.clear();
        rings.clear();
        writeHook();
        look();
    }

    private void look() {
        int daa = chip.read(DAA_CONTROL_1);
        if ((daa & DAA_KEPT) != hookBits()) {
            if (health.reset()) {
                restart(Fault.RESET);
            } else {
                writeHook(); // only the line side has lost its settings, as DAHDI has seen it do
            }
            return;
        }
        int voltage = (byte) chip.read(LINE_VOLTAGE);
        if (voltage == 0 && (chip.read(LINE_STATUS) & FRAME_DETECT) == 0) {
            return; // nothing crosses the isolation: that is no line without battery
        }
        if (offHook) {
            volts = voltage;
            milliamps = chip.read(LOOP_CURRENT) * MILLIAMPS_A_STEP;
            return;
        }
        milliamps = 0;
        int latched = chip.read(INTERRUPT_SOURCE);
        if ((latched & RING_SEEN) != 0) {
            chip.write(INTERRUPT_SOURCE, latched & ~RING_SEEN);
        }
        rings.look((daa & RING_NOW) != 0 || (latched & RING_SEEN) != 0);
        if (rings.quiet()) {
            volts = voltage;
        }
    }

    private void examine() {
        Fault found = health.look();
        if (found != null) {
            restart(found);
        }
    }

    private void restart(Fault why) {
        fault = why;
        rings.clear();
        starting = why == Fault.RESET ? powerUp.stepsFromReset() : powerUp.steps();
    }

    private int hookBits() {
        return ON_HOOK_MONITOR | (offHook ? OFF_HOOK : 0);
    }

    private void writeHook() {
        chip.write(DAA_CONTROL_1, hookBits());
    }

    private boolean inService() {
        return everUp && starting == null && retryIn == 0;
    }

    @Override
    public synchronized void hook(boolean off) {
        boolean change = off != offHook;
        offHook = off;
        if (change && inService()) {
            rings.clear();
            writeHook();
        }
    }

    @Override
    public synchronized void levels(double heard, double sent) {
        levels.set(heard, sent);
        if (inService()) {
            levels.write();
        }
    }

    @Override
    public synchronized boolean offHook() {
        return offHook;
    }

    @Override
    public synchronized double volts() {
        return volts;
    }

    @Override
    public synchronized double milliamps() {
        return milliamps;
    }

    @Override
    public synchronized boolean ringing() {
        return rings.ringing();
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
        return inService() && !offHook;
    }

    @Override
    public synchronized void streamRestarted() {
        if (inService()) {
            examine();
        }
    }

    @Override
    public synchronized void loopback(boolean on) {
        loopback = on;
        chip.write(PCM_MODE, FxoPowerUp.pcmMode(setup.law()) | (on ? PCM_LOOPBACK : 0));
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
    public FxoCard card() {
        return this;
    }

    @Override
    public synchronized void receive(short[] frame) {
        voice.receive(frame);
        if (loopback) {
            Arrays.fill(frame, (short) 0);
        }
    }

    @Override
    public void send(short[] frame) {
        voice.send(frame);
    }
}
