package ringdown.sip;

import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.NioMessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.NullUnmarked;

/** Gives the stack {@link UdpEar} for UDP, and selectors for the rest: no thread for each connection. Built by the stack, by name. */
@NullUnmarked
public final class Ears extends NioMessageProcessorFactory {
    @Override
    public MessageProcessor createMessageProcessor(
            SIPTransactionStack stack, InetAddress address, int port, String transport) throws IOException {
        return transport.equalsIgnoreCase("udp")
                ? new UdpEar(address, stack, port)
                : super.createMessageProcessor(stack, address, port, transport);
    }
}
