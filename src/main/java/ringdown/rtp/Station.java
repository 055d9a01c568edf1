package ringdown.rtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** The selector's side of one port: its socket, what it takes in, what it sends. Selector's thread only, where not said otherwise. */
final class Station implements SelectorLoop.Owned, OutgoingStream.Outlet {
    private static final int LARGEST_DATAGRAM = 2048;
    private static final int AT_ONCE = 16;

    private final DatagramChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
    private final ByteBuffer out = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
    private final FarEnd farEnd = new FarEnd();
    private final Receiver receiver;
    private final Sender sender;
    private final Relaying relaying;
    private final Tally tally;
    private @Nullable SelectionKey key;
    private @Nullable Object relayedBy;
    private boolean deaf;

    Station(
            DatagramChannel channel,
            Tally tally,
            FrameRing frames,
            PacketRing packets,
            RandomGenerator random,
            long nanos) {
        this.channel = channel;
        this.tally = tally;
        var stream = new OutgoingStream(this, farEnd, tally, random);
        var rewriting = new Rewriting();
        this.sender = new Sender(stream, frames, rewriting);
        this.relaying = new Relaying(stream, rewriting, sender);
        this.receiver = new Receiver(tally, farEnd, packets, nanos);
    }

    void enter(SelectorLoop loop) {
        try {
            key = loop.add(channel, this);
        } catch (IOException e) {
            throw new IllegalStateException("an open channel cannot be registered", e);
        }
    }

    void leave(SelectorLoop loop) {
        endRelay();
        try {
            if (key != null) {
                loop.remove(key, this);
            }
            channel.close();
        } catch (IOException e) {
            Logger.warn(e, "RTP port does not close");
        }
    }

    void agree(RtpAgreement changed, long nanos) {
        farEnd.named(changed);
        receiver.agree(changed, nanos);
        sender.agree(changed);
        relaying.agree(changed);
        sender.tick(nanos);
    }

    /** Any thread. */
    void onDigit(DigitListener listener) {
        receiver.onDigit(listener);
    }

    void press(char digit) {
        sender.press(digit);
    }

    void relayTo(Station other, Relay what, Object by) {
        endRelay();
        receiver.relayTo(other, what);
        relayedBy = by;
        other.sender.forwards(what.packets() ? by : null);
    }

    /** A later relay is not touched by the end of an earlier one. */
    void endRelay(Object by) {
        if (relayedBy == by) {
            endRelay();
        }
    }

    private void endRelay() {
        Station other = receiver.relayTarget();
        Object by = relayedBy;
        if (other != null && by != null) {
            receiver.relayNowhere();
            other.sender.forwardsNoMore(by);
        }
        relayedBy = null;
    }

    /** Passes a packet of another station on; {@code codec} is null for a telephone event. */
    void pass(RtpPacket packet, @Nullable Codec codec, long nanos) {
        relaying.pass(packet, codec, nanos);
    }

    /** Any thread. */
    long lastPacketNanos() {
        return receiver.lastPacketNanos();
    }

    @Override
    public void receive(long nanos) {
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                in.clear();
                InetSocketAddress from = (InetSocketAddress) channel.receive(in);
                if (from == null) {
                    return;
                }
                receiver.take(in.flip(), from, nanos);
            }
        } catch (IOException e) {
            complain(e);
        }
    }

    @Override
    public void drain(long nanos) {
        sender.drain(nanos);
    }

    @Override
    public void tick(long nanos) {
        sender.tick(nanos);
    }

    @Override
    public ByteBuffer blank() {
        return out.clear();
    }

    @Override
    public void send(ByteBuffer packet, InetSocketAddress to) {
        try {
            channel.send(packet, to); // a full socket buffer loses the packet, which is what a wire does
            deaf = false;
        } catch (IOException e) {
            complain(e);
        }
    }

    /** A network that is away for a while fails with each packet: said once. */
    private void complain(IOException e) {
        if (!deaf) {
            deaf = true;
            Logger.warn("RTP: {} ({} packets sent)", e.toString(), tally.sent.get());
        }
    }
}
