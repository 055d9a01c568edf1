package ringdown.board.proslic;

import static ringdown.board.proslic.Si3050Registers.*;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.board.tdm.TdmLink;
import ringdown.line.Fault;
import ringdown.line.FxoCard;

/**
 * An outside line's port: one Si3050 with its line side. It is looked at every 8 ms and kept in service whatever happens to it: what
 * was commanded holds over a reset. Registers are the polling thread's alone ({@link #millisecond}, {@link #obey}); the card's methods
 * only leave a command or read what was seen last, so that the thread of the sound never waits for the SPI bus.
 */
public final class FxoDriver implements FxoCard, PortDriver {
    /** Between attempts at a chip that is not there. */
    private static final int RETRY = 1000;

    private final PortSetup setup;
    private final RegisterBus chip;
    private final SlotVoice voice;
    private final FxoLevels levels;
    private final FxoHybrid hybrid;
    private final FxoPowerUp powerUp;
    private final FxoHealth health;
    private final RingDetector rings = new RingDetector();
    private final ChipService service;
    private volatile boolean offHook;
    private volatile boolean loopback;
    private volatile boolean streamRestarted;
    private volatile double volts;
    private volatile double milliamps;
    private volatile boolean ringing;
    private boolean hookWritten;
    private boolean loopbackWritten;
    private int clock;

    /** Begins the chip's power-up with the next millisecond. */
    public FxoDriver(PortSetup setup, RegisterBus chip, TdmLink link) {
        this.setup = setup;
        this.chip = chip;
        voice = new SlotVoice(link, setup);
        levels = new FxoLevels(chip);
        hybrid = new FxoHybrid(chip, setup.row());
        powerUp = new FxoPowerUp(chip, setup, levels, hybrid);
        health = new FxoHealth(chip, FxoPowerUp.pcmMode(setup.law()));
        service = new ChipService(powerUp::steps, new Owner());
    }

    private final class Owner implements ChipService.Owner {
        @Override
        public void up() {
            service.healed();
            health.clear();
            forgetRinging();
            loopbackWritten = false;
            writeHook();
            look();
        }

        @Override
        public int down(Fault why) {
            forgetRinging();
            return RETRY;
        }
    }

    @Override
    public void millisecond() {
        clock++;
        if (!service.millisecond()) {
            return;
        }
        obey();
        if (service.inService() && clock % RingDetector.EVERY == 0) {
            look();
        }
        if (service.inService() && clock % FxoHealth.EVERY == 0) {
            examine();
        }
    }

    @Override
    public void obey() {
        if (!service.inService()) {
            return;
        }
        if (offHook != hookWritten) {
            forgetRinging();
            writeHook();
        }
        levels.writeChanged();
        hybrid.writeChanged();
        if (loopback != loopbackWritten) {
            loopbackWritten = loopback;
            chip.write(PCM_MODE, FxoPowerUp.pcmMode(setup.law()) | (loopbackWritten ? PCM_LOOPBACK : 0));
        }
        if (streamRestarted) {
            streamRestarted = false;
            examine();
        }
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
        if (hookWritten) {
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
        ringing = rings.ringing();
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
        forgetRinging();
        service.restart(why, why == Fault.RESET ? powerUp.stepsFromReset() : powerUp.steps());
    }

    private void forgetRinging() {
        rings.clear();
        ringing = false;
    }

    private int hookBits() {
        return ON_HOOK_MONITOR | (hookWritten ? OFF_HOOK : 0);
    }

    private void writeHook() {
        hookWritten = offHook;
        chip.write(DAA_CONTROL_1, hookBits());
    }

    @Override
    public void hook(boolean off) {
        offHook = off;
        ringing = ringing && !off;
    }

    @Override
    public void levels(double heard, double sent) {
        levels.set(heard, sent);
    }

    @Override
    public @Nullable String impedance() {
        return powerUp.impedance();
    }

    @Override
    public int hybrids() {
        return hybrid.count();
    }

    @Override
    public void hybrid(int which) {
        hybrid.choose(which);
    }

    @Override
    public boolean offHook() {
        return offHook;
    }

    @Override
    public double volts() {
        return volts;
    }

    @Override
    public double milliamps() {
        return milliamps;
    }

    @Override
    public boolean ringing() {
        return ringing;
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
        return service.inService() && !offHook;
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
    public FxoCard card() {
        return this;
    }

    @Override
    public void receive(short[] frame) {
        voice.receive(frame);
        if (loopback) {
            Arrays.fill(frame, (short) 0);
        }
    }

    @Override
    public void sent(short[] frame) {
        voice.sent(frame);
    }

    @Override
    public void send(short[] frame) {
        voice.send(frame);
    }
}
