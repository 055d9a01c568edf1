package ringdown.simulator;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import ringdown.Patience;
import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.audio.SpandspMachine;
import ringdown.clock.HandClock;
import ringdown.rtp.Codec;
import ringdown.rtp.Direction;
import ringdown.rtp.FreePorts;
import ringdown.rtp.RtpAgreement;
import ringdown.rtp.RtpPort;
import ringdown.rtp.RtpPorts;

/** A machine at the far end of RTP, a packet of 20 ms at a time, in step with whoever moves the sound. */
final class RtpMachine implements AutoCloseable {
    private static final int PACKET = 2 * Frame.SAMPLES;
    private static final Duration PACKET_TIME = Duration.ofMillis(20);

    /** Stands still while the sound is made: the port must not find it late and say something of its own. */
    private final HandClock clock = new HandClock();

    private final SpandspMachine machine;
    private final DatagramSocket socket;
    private final RtpPorts ports;
    private final RtpPort port;
    private final short[] heard = new short[PACKET];
    private final short[] frame = Frame.silence();
    private int sequence;
    private double said;
    private double cameBack;

    RtpMachine(SpandspMachine machine) throws IOException {
        this.machine = machine;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(Patience.millis());
        ports = FreePorts.open(clock);
        port = ports.open();
        InetSocketAddress here = (InetSocketAddress) socket.getLocalSocketAddress();
        port.agree(new RtpAgreement(
                here, Codec.PCMA, RtpAgreement.NO_EVENTS, RtpAgreement.NO_EVENTS, 20, Direction.SENDRECV));
    }

    RtpPort port() {
        return port;
    }

    /** What it answers to what it heard last; returns when the box has it. */
    void speaks() throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(12 + PACKET);
        packet.put((byte) 0x80).put((byte) 8).putShort((short) sequence).putInt(sequence * PACKET);
        packet.putInt(socket.getLocalPort());
        sequence++;
        for (int half = 0; half < 2; half++) {
            System.arraycopy(heard, half * Frame.SAMPLES, frame, 0, Frame.SAMPLES);
            machine.exchange(frame);
            said += ownBand(frame);
            for (short sample : frame) {
                packet.put(Companding.A_LAW.encode(sample));
            }
        }
        long before = port.statistics().received();
        socket.send(new DatagramPacket(packet.array(), packet.capacity(), port.local()));
        long deadline = Patience.deadline();
        while (port.statistics().received() == before) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("the box takes no packets");
            }
            LockSupport.parkNanos(20_000);
        }
        port.endRelay(this); // nothing to end: the selector is done with the packet when it has looked
    }

    /** The next packet of the box, 20 ms after the last one. */
    void hears() throws IOException {
        clock.passes(PACKET_TIME);
        byte[] room = new byte[2048];
        DatagramPacket packet = new DatagramPacket(room, room.length);
        socket.receive(packet);
        for (int i = 0; i < PACKET; i++) {
            heard[i] = Companding.A_LAW.decode(room[12 + i]);
        }
        for (int half = 0; half < 2; half++) {
            System.arraycopy(heard, half * Frame.SAMPLES, frame, 0, Frame.SAMPLES);
            cameBack += ownBand(frame);
        }
    }

    /** Energy around the carrier of V.22bis that calls, 1200 Hz (ITU-T V.22bis §2.2); the other one's, 1200 Hz higher, leaves nothing in it. */
    private static double ownBand(short[] frame) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < frame.length; i++) {
            double window = 1 - Math.cos(2 * Math.PI * (i + 0.5) / frame.length);
            re += window * frame[i] * Math.cos(2 * Math.PI * 1200 * i / Frame.SAMPLE_RATE);
            im += window * frame[i] * Math.sin(2 * Math.PI * 1200 * i / Frame.SAMPLE_RATE);
        }
        return re * re + im * im;
    }

    /** How much of what the calling modem has said since it was last asked has come back to it, in dB; it cancels that itself. */
    double ownEchoDb() {
        double decibels = 10 * Math.log10(cameBack / said);
        said = 0;
        cameBack = 0;
        return decibels;
    }

    @Override
    public void close() {
        ports.close();
        socket.close();
    }
}
