package ringdown.sip;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.UDPMessageChannel;
import gov.nist.javax.sip.stack.UDPMessageProcessor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.tinylog.Logger;

/**
 * What the stack hears UDP with: one thread takes packets off the socket, one reads them, and that one may not be missing for long,
 * whatever has ended it. The stack's own class must not be replaced by one of ours: it would send from other ports than it listens at.
 */
@NullUnmarked
final class UdpEar implements AutoCloseable {
    private static final int WORKERS = 4;

    private final SipStackImpl stack;
    private final UDPMessageProcessor processor;
    private final List<UDPMessageChannel> revived = new ArrayList<>();

    UdpEar(SipStackImpl stack, UDPMessageProcessor processor) {
        this.stack = stack;
        this.processor = processor;
    }

    UDPMessageProcessor processor() {
        return processor;
    }

    /** One more thread that reads packets, since the one there was is gone or stands still. */
    synchronized void revive() {
        if (revived.size() < WORKERS) {
            String name = "sip-udp-" + processor.getPort() + "-" + revived.size();
            Logger.error("nobody reads SIP packets any more: {} begins", name);
            revived.add(new UDPMessageChannel(stack, processor, name) {});
        }
    }

    /** After the stack has stopped. */
    @Override
    public synchronized void close() {
        revived.forEach(UDPMessageChannel::close);
    }
}
