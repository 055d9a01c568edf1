package ringdown.sip;

import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.UDPMessageChannel;
import gov.nist.javax.sip.stack.UDPMessageProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.NullUnmarked;
import org.tinylog.Logger;

/**
 * What the stack hears UDP with: one thread takes packets off the socket, one reads them. A flood fills a queue of fixed length and not
 * the memory; neither thread may be missing for long, whatever has ended it.
 */
@NullUnmarked
final class UdpEar extends UDPMessageProcessor {
    /** Each holds a packet of the greatest length: 32 MB at most, a quarter of a second of work. */
    private static final int WAITING = 2_000;

    private static final int WORKERS = 4;
    private int revived;

    UdpEar(InetAddress address, SIPTransactionStack stack, int port) throws IOException {
        super(address, stack, port);
        messageQueue = new LinkedBlockingQueue<>(WAITING);
    }

    @Override
    public void run() {
        while (isRunning) {
            try {
                super.run();
            } catch (Throwable fault) {
                Reception.survived(fault);
            }
        }
    }

    /** One more thread that reads packets, since the one there was is gone or stands still. */
    @SuppressWarnings("unchecked") // the stack's own list has no type
    synchronized void revive() {
        if (isRunning && revived < WORKERS) {
            revived++;
            Logger.error("nobody reads SIP packets any more: worker {} begins", revived);
            messageChannels.add(new UDPMessageChannel(sipStack, this, "sip-udp-" + getPort() + "-" + revived) {});
        }
    }
}
