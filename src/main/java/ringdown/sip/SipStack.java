package ringdown.sip;

import gov.nist.javax.sip.ListeningPointImpl;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.UDPMessageProcessor;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * JAIN-SIP, tamed: parsing and transactions are its work, dialogs are ours. One thread parses what comes over UDP, so that messages
 * keep their order up to the legs' queues. Sending is safe from any thread.
 */
final class SipStack implements AutoCloseable {
    private final SipSettings settings;
    private @Nullable SipStackImpl stack;
    private @Nullable SipProvider provider;
    private volatile @Nullable UdpEar ear;
    private boolean closed;

    SipStack(SipSettings settings) {
        this.settings = settings;
    }

    /** Listens on UDP and TCP. */
    void start(SipListener listener) throws IOException {
        probe();
        try {
            SipStackImpl made = new SipStackImpl(properties());
            stack = made;
            String host = settings.bind().getHostAddress();
            var udp = made.createListeningPoint(host, settings.port(), "udp");
            var tcp = made.createListeningPoint(host, settings.port(), "tcp");
            SipProvider first = made.createSipProvider(udp);
            first.addListeningPoint(tcp);
            first.addSipListener(listener);
            provider = first;
            if (udp instanceof ListeningPointImpl point
                    && point.getMessageProcessor() instanceof UDPMessageProcessor processor) {
                ear = new UdpEar(made, processor);
            }
        } catch (SipException | java.util.TooManyListenersException | javax.sip.InvalidArgumentException e) {
            close();
            throw new PortTaken(settings.bind().getHostAddress(), settings.port(), "udp and tcp", e);
        }
    }

    /** The stack itself says nothing useful of a port in use. */
    private void probe() throws PortTaken {
        String transport = "udp";
        try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress(settings.bind(), settings.port()))) {
            transport = "tcp";
            try (ServerSocket tcp = new ServerSocket()) {
                tcp.setReuseAddress(true);
                tcp.bind(new InetSocketAddress(settings.bind(), settings.port()));
            }
        } catch (IOException e) {
            throw new PortTaken(settings.bind().getHostAddress(), settings.port(), transport, e);
        }
    }

    /** What hears UDP; empty before the start. */
    Optional<UdpEar> ear() {
        return Optional.ofNullable(ear);
    }

    private static Properties properties() {
        String nist = "gov.nist.javax.sip.";
        Properties p = new Properties();
        p.setProperty("javax.sip.STACK_NAME", "ringdown-" + UUID.randomUUID());
        p.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        p.setProperty("javax.sip.ROUTER_PATH", HopRouter.class.getName());
        p.setProperty(nist + "STACK_LOGGER", StackLog.class.getName());
        p.setProperty(nist + "SERVER_LOGGER", NoMessageLog.class.getName());
        p.setProperty(nist + "MESSAGE_PARSER_FACTORY", BoundedParsers.class.getName());
        p.setProperty(nist + "MESSAGE_PROCESSOR_FACTORY", "gov.nist.javax.sip.stack.NioMessageProcessorFactory");
        p.setProperty(nist + "RECEIVE_UDP_BUFFER_SIZE", "4000000");
        p.setProperty(nist + "SEND_UDP_BUFFER_SIZE", "1000000");
        p.setProperty(nist + "MAX_MESSAGE_SIZE", Integer.toString(BoundedParser.MAX_BYTES));
        p.setProperty(nist + "THREAD_POOL_SIZE", "1");
        p.setProperty(nist + "REENTRANT_LISTENER", "true");
        p.setProperty(nist + "PASS_INVITE_NON_2XX_ACK_TO_LISTENER", "false");
        return p;
    }

    /** A transaction for a new request; null if it is a repetition that the stack has dealt with. */
    @Nullable
    ServerTransaction serve(Request request) {
        SipProvider p = provider;
        try {
            return p == null ? null : p.getNewServerTransaction(request);
        } catch (SipException repeated) {
            return null;
        }
    }

    /** Answers; a way back that is broken is nobody's fault here: the far end's own timers see it. */
    static void answer(ServerTransaction transaction, Response response) {
        try {
            transaction.sendResponse(response);
        } catch (SipException | javax.sip.InvalidArgumentException e) {
            Logger.debug("answer {} not sent: {}", response.getStatusCode(), e.getMessage());
        }
    }

    /** Answers without a transaction: repetitions of a 2xx are our own business (RFC 3261 §13.3.1.4). */
    void answerAgain(Response response) {
        SipProvider p = provider;
        try {
            if (p != null) {
                p.sendResponse(response);
            }
        } catch (SipException e) {
            Logger.debug("answer {} not sent again: {}", response.getStatusCode(), e.getMessage());
        }
    }

    /** Sends in a transaction; null, after {@link Replies#unanswered()}, if the way there is broken at once. */
    @Nullable
    ClientTransaction send(Request request, NextHop hop, Replies replies) {
        SipProvider p = provider;
        Wire.hop(request, hop);
        try {
            if (p != null) {
                ClientTransaction transaction = p.getNewClientTransaction(request);
                transaction.setApplicationData(replies);
                transaction.sendRequest();
                return transaction;
            }
        } catch (SipException | RuntimeException e) {
            Logger.debug("{} to {} not sent: {}", request.getMethod(), hop, e.getMessage());
        }
        replies.unanswered();
        return null;
    }

    /** Sends ACK, which has no transaction. */
    void sendAck(Request ack, NextHop hop) {
        SipProvider p = provider;
        Wire.hop(ack, hop);
        try {
            if (p != null) {
                p.sendRequest(ack);
            }
        } catch (SipException | RuntimeException e) {
            Logger.debug("ACK to {} not sent: {}", hop, e.getMessage());
        }
    }

    /** Our own address as that neighbour sees it. */
    String hostToward(NextHop hop) {
        if (!settings.bind().isAnyLocalAddress()) {
            return bracketed(settings.bind());
        }
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(hop.host(), hop.port()));
            return bracketed(socket.getLocalAddress());
        } catch (IOException | RuntimeException noRoute) {
            return bracketed(settings.bind());
        }
    }

    private static String bracketed(InetAddress address) {
        String text = address.getHostAddress().split("%", 2)[0];
        return text.contains(":") ? "[" + text + "]" : text;
    }

    int port() {
        return settings.port();
    }

    @Override
    public synchronized void close() {
        if (!closed && stack != null) {
            stack.stop();
            ear().ifPresent(UdpEar::close);
        }
        closed = true;
    }
}
