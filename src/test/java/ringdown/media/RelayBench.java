package ringdown.media;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import ringdown.clock.BoxClock;
import ringdown.rtp.Codec;
import ringdown.rtp.Direction;
import ringdown.rtp.FreePorts;
import ringdown.rtp.RtpAgreement;
import ringdown.rtp.RtpPort;
import ringdown.rtp.RtpPorts;

/** CPU time per packet: {@code RelayBench [streams] [seconds] [forwarded|decoded]}; two streams are a call. Load comes from this process, its own CPU is not counted. */
public final class RelayBench {
    private RelayBench() {}

    public static void main(String[] args) throws IOException {
        int streams = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        boolean decoded = args.length > 2 && args[2].equals("decoded");
        try (var clock = new BoxClock(() -> true);
                RtpPorts ports = FreePorts.open(clock, 4 * streams);
                var matrix = new SwitchingMatrix(new MediaClock(new MonotonicTicks(clock)))) {
            var far = new ArrayList<DatagramChannel>();
            var boxes = new ArrayList<InetSocketAddress>();
            for (int i = 0; i < streams; i += 2) {
                var a = voice(ports, far, boxes, Codec.PCMA);
                var b = voice(ports, far, boxes, decoded ? Codec.PCMU : Codec.PCMA);
                matrix.bridge(a, b);
            }
            load(far, boxes, 3);
            long before = cpu("rtp-selector") + cpu("media-clock");
            int packets = load(far, boxes, seconds);
            long used = cpu("rtp-selector") + cpu("media-clock") - before;
            System.out.printf(
                    "%d streams %s: %.1f us CPU per packet, %.1f %% of a core; %s%n",
                    streams,
                    decoded ? "transcoded" : "forwarded",
                    used / 1e3 / packets,
                    used / 1e7 / seconds,
                    matrix.toString().split(";")[0]);
            for (DatagramChannel channel : far) {
                channel.close();
            }
        }
    }

    private static RtpVoice voice(RtpPorts ports, List<DatagramChannel> far, List<InetSocketAddress> boxes, Codec codec)
            throws IOException {
        RtpPort port = ports.open();
        var channel = DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        far.add(channel);
        boxes.add(port.local());
        var address = (InetSocketAddress) channel.getLocalAddress();
        port.agree(new RtpAgreement(address, codec, 101, 101, 20, Direction.SENDRECV));
        return new RtpVoice(port);
    }

    /** Each far end sends 50 packets a second, spread over the 20 ms. */
    private static int load(List<DatagramChannel> far, List<InetSocketAddress> boxes, int seconds) throws IOException {
        ByteBuffer packet = ByteBuffer.allocateDirect(172);
        long start = System.nanoTime();
        int packets = 0;
        for (int n = 0; n < 50 * seconds; n++) {
            for (int i = 0; i < far.size(); i++) {
                long due = start + n * 20_000_000L + i * 20_000_000L / far.size();
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                packet.clear();
                packet.put(0, (byte) 0x80).put(1, (byte) 8);
                packet.putShort(2, (short) n).putInt(4, n * 160).putInt(8, i);
                far.get(i).send(packet, boxes.get(i));
                packets++;
                packet.clear();
                far.get(i).receive(packet);
            }
        }
        return packets;
    }

    private static long cpu(String thread) {
        var threads = ManagementFactory.getThreadMXBean();
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().equals(thread)) {
                return threads.getThreadCpuTime(id);
            }
        }
        return 0;
    }
}
