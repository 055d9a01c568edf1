package ringdown.rtp;

import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.progress.MachineWatch;
import ringdown.clock.OfficeClock;

/**
 * A UDP port for the sound of one leg, for the leg's life: codec, address and direction change inside it. From the first
 * agreement on the far end is sent packets without a break: frames, forwarded packets, keys, else silence. Safe from any thread but
 * {@link #read} and {@link #write}, which belong to the media clock's.
 */
public final class RtpPort implements AutoCloseable {
    private final InetSocketAddress local;
    private final SelectorLoop loop;
    private final OfficeClock clock;
    private final Consumer<RtpPort> whenClosed;
    private final AtomicBoolean closed = new AtomicBoolean();

    private final Tally tally = new Tally();
    private final FrameRing frames = new FrameRing(32);
    private final PacketRing packets = new PacketRing();
    private final JitterBuffer jitterBuffer = new JitterBuffer(tally);
    private final MachineWatch machines = new MachineWatch();
    private volatile boolean machine;
    private final Station station;

    private volatile @Nullable RtpAgreement agreement;
    private volatile int framesPerPacket = 2;

    RtpPort(
            InetSocketAddress local,
            DatagramChannel channel,
            SelectorLoop loop,
            OfficeClock clock,
            SecureRandom random,
            Consumer<RtpPort> whenClosed) {
        this.local = local;
        this.loop = loop;
        this.clock = clock;
        this.whenClosed = whenClosed;
        this.station = new Station(channel, tally, frames, packets, random, clock.nanos());
        loop.commandAndWait(() -> station.enter(loop));
    }

    /** Where this box listens: what goes into SDP. */
    public InetSocketAddress local() {
        return local;
    }

    /** SDP has been agreed on, first or anew; when this returns the port sends and takes what it says. */
    public void agree(RtpAgreement changed) {
        agreement = changed;
        framesPerPacket = changed.packetMillis() / Frame.MILLIS;
        loop.commandAndWait(() -> station.agree(changed, clock.nanos()));
    }

    /** What has been agreed on last; null before the first time. */
    public @Nullable RtpAgreement agreement() {
        return agreement;
    }

    /** Who hears the keys that the far end presses; the last one named. */
    public void onDigit(DigitListener listener) {
        station.onDigit(listener);
    }

    /**
     * Presses a key at the far end; sound pauses meanwhile. Returns at once, keys queue.
     *
     * @param digit 0-9, *, #, A-D
     * @return false if the far end takes no telephone events: it has to be told otherwise
     * @throws IllegalArgumentException for any other character
     */
    public boolean sendDigit(char digit) {
        if (!DigitSender.isKey(digit)) {
            throw new IllegalArgumentException("not a key: " + digit);
        }
        boolean takes = takesKeys();
        if (takes) {
            loop.command(() -> station.press(digit));
        }
        return takes;
    }

    /** The far end takes telephone events. */
    public boolean takesKeys() {
        RtpAgreement now = agreement;
        return now != null && now.eventsSent() != RtpAgreement.NO_EVENTS;
    }

    /** A machine is on this side, known without its tones: the delay is fixed from the next packet on. From any thread. */
    public void machine(boolean now) {
        machine = now;
    }

    /** Media clock's thread: 80 samples of what the far end says. */
    public void read(short[] frame) {
        if (machine) {
            jitterBuffer.fixed(true);
        }
        packets.drainTo(jitterBuffer);
        jitterBuffer.read(frame);
        jitterBuffer.fixed(machines.received(frame) != MachineWatch.Talk.PEOPLE || machine);
    }

    /** Media clock's thread: 80 samples for the far end to hear. */
    public void write(short[] frame) {
        machines.sent(frame);
        if (frames.put(frame) >= framesPerPacket) {
            loop.wake();
        }
    }

    /** Whether packets can be passed between the two: one selector owns both. */
    public boolean sharesSelectorWith(RtpPort other) {
        return loop == other.loop;
    }

    /** From now on what comes from this far end also goes to the other port's, by itself, until the same one ends it. */
    public void relayTo(RtpPort other, Relay what, Object by) {
        if (!sharesSelectorWith(other)) {
            throw new IllegalArgumentException(this + " and " + other + " belong to different selectors");
        }
        loop.command(() -> station.relayTo(other.station, what, by));
    }

    /** Ends {@link #relayTo} if it is still this one's; when this returns no further packet of it passes. */
    public void endRelay(Object by) {
        loop.commandAndWait(() -> station.endRelay(by));
    }

    /** What has been seen so far. */
    public RtpStatistics statistics() {
        return tally.statistics();
    }

    /** Monotonic time of the last valid packet from the far end, RTCP not counted; at first that of the opening. */
    public long lastPacketNanos() {
        return station.lastPacketNanos();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            loop.commandAndWait(() -> station.leave(loop));
            whenClosed.accept(this);
        }
    }

    @Override
    public String toString() {
        RtpAgreement now = agreement;
        return "rtp:" + local.getPort() + (now == null ? "" : "(" + now.codec() + " " + now.direction() + ")");
    }
}
