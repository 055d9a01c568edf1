package ringdown.simulator;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.audio.SpandspMachine;
import ringdown.clock.OfficeClock;
import ringdown.rtp.Codec;
import ringdown.rtp.Direction;
import ringdown.rtp.FreePorts;
import ringdown.rtp.RtpAgreement;
import ringdown.rtp.RtpPort;
import ringdown.rtp.RtpPorts;

/** A machine at the far end of RTP, a packet of 20 ms at a time, in step with whoever moves the sound. */
final class RtpMachine implements AutoCloseable {
    private static final int PACKET = 2 * Frame.SAMPLES;

    private final SpandspMachine machine;
    private final DatagramSocket socket;
    private final RtpPorts ports;
    private final RtpPort port;
    private final short[] heard = new short[PACKET];
    private final short[] frame = Frame.silence();
    private int sequence;

    RtpMachine(OfficeClock clock, SpandspMachine machine) throws IOException {
        this.machine = machine;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(10_000);
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
            for (short sample : frame) {
                packet.put(Companding.A_LAW.encode(sample));
            }
        }
        long before = port.statistics().received();
        socket.send(new DatagramPacket(packet.array(), packet.capacity(), port.local()));
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (port.statistics().received() == before) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the box takes no packets");
            }
            LockSupport.parkNanos(20_000);
        }
    }

    /** The next packet of the box. */
    void hears() throws IOException {
        byte[] room = new byte[2048];
        DatagramPacket packet = new DatagramPacket(room, room.length);
        socket.receive(packet);
        for (int i = 0; i < PACKET; i++) {
            heard[i] = Companding.A_LAW.decode(room[12 + i]);
        }
    }

    @Override
    public void close() {
        ports.close();
        socket.close();
    }
}
