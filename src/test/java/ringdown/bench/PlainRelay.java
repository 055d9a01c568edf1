package ringdown.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The reference of {@link MediaBench}: what comes in on port i goes out to the far end of its call, nothing looked at, one thread.
 * Arguments are the ports of the telephones, those of the callers first; it prints its own ports in the same order.
 */
public final class PlainRelay {
    private PlainRelay() {}

    /** Runs until it is killed. */
    public static void main(String[] ports) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Selector selector = Selector.open();
        DatagramChannel[] channels = new DatagramChannel[ports.length];
        for (int i = 0; i < ports.length; i++) {
            channels[i] = DatagramChannel.open().bind(new InetSocketAddress(loopback, 0));
            channels[i].configureBlocking(false);
            channels[i].register(selector, SelectionKey.OP_READ, i);
        }
        System.out.println(IntStream.range(0, ports.length)
                .mapToObj(i -> Integer.toString(channels[i].socket().getLocalPort()))
                .collect(Collectors.joining(" ")));
        ByteBuffer packet = ByteBuffer.allocateDirect(2048);
        while (true) {
            selector.select(key -> {
                int other = ((Integer) key.attachment() + ports.length / 2) % ports.length;
                var to = new InetSocketAddress(loopback, Integer.parseInt(ports[other]));
                relay(channels[(Integer) key.attachment()], channels[other], to, packet);
            });
        }
    }

    private static void relay(DatagramChannel in, DatagramChannel out, InetSocketAddress to, ByteBuffer packet) {
        try {
            while (in.receive(packet.clear()) != null) {
                out.send(packet.flip(), to);
            }
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
