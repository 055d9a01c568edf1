package ringdown.proof;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A SIP end written by hand over UDP, and the calls that it has: the far half of a provider or of a telephone that lifts at once. */
final class SipEnd implements AutoCloseable {
    final String user;
    private final SipWire wire;
    private final Predicate<SipText> own;
    private final Map<String, SipCall> calls = new ConcurrentHashMap<>();
    private final BlockingQueue<SipCall> rung = new LinkedBlockingQueue<>();
    private volatile InetSocketAddress box;

    /** {@code own}: takes what belongs to no call; true: it was dealt with. */
    SipEnd(String user, int port, Predicate<SipText> own) {
        this.user = user;
        this.own = own;
        this.wire = new SipWire(port, this::hears);
    }

    void facing(int sip) {
        box = new InetSocketAddress(InetAddress.getLoopbackAddress(), sip);
    }

    SipWire wire() {
        return wire;
    }

    String here() {
        return "127.0.0.1:" + wire.port();
    }

    String there() {
        return "127.0.0.1:" + box.getPort();
    }

    String contact() {
        return "<sip:" + user + "@" + here() + ">";
    }

    static String token() {
        return UUID.randomUUID().toString();
    }

    String via() {
        return "Via: SIP/2.0/UDP " + here() + ";branch=z9hG4bK" + token() + ";rport\r\nMax-Forwards: 70\r\n";
    }

    void send(String text) {
        wire.send(text, box);
    }

    void ask(String text) {
        wire.ask(text, box);
    }

    /** A response without a dialog of ours. */
    void answer(SipText request, int status, String lines) {
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + " So\r\n");
        request.all("Via").forEach(via -> text.append("Via: ").append(via).append("\r\n"));
        String to = request.header("To");
        text.append("From: ").append(request.header("From")).append("\r\nTo: ").append(to);
        text.append(to.contains("tag=") ? "" : ";tag=end")
                .append("\r\nCall-ID: ")
                .append(request.callId());
        text.append("\r\nCSeq: ").append(request.header("CSeq")).append("\r\n").append(lines);
        send(text.append("Content-Length: 0\r\n\r\n").toString());
    }

    /** Begins a call from here. */
    SipCall calls(SipCall.Wish wish) {
        SipCall call = SipCall.to(this, wish);
        calls.put(call.id(), call);
        call.begin();
        return call;
    }

    /** The next call that comes in, waiting for it. */
    SipCall isRung() {
        try {
            SipCall call = rung.poll(Until.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (call == null) {
                throw new AssertionError(user + " is not rung");
            }
            return call;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The next one if there is one already. */
    SipCall isRungNow() {
        return rung.poll();
    }

    private void hears(SipText message) {
        SipCall call = calls.get(message.callId());
        if (call != null) {
            call.hears(message);
        } else if (!message.is("ACK") && !own.test(message) && message.status() == 0) {
            other(message);
        }
    }

    private void other(SipText request) {
        switch (request.method()) {
            case "INVITE" -> {
                SipCall call = SipCall.from(this, request);
                calls.put(call.id(), call);
                call.rings();
                rung.add(call);
            }
            case "OPTIONS", "NOTIFY" -> answer(request, 200, "");
            default -> answer(request, 481, "");
        }
    }

    /** Ends every call. */
    void hangsUp() {
        calls.values().forEach(SipCall::hangsUp);
    }

    /** Calls that have not ended. */
    long open() {
        return calls.values().stream().filter(call -> !call.over()).count();
    }

    @Override
    public void close() {
        calls.values().forEach(SipCall::close);
        wire.close();
    }
}
