package ringdown.sip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** One dialog (RFC 3261 §12): who, where, and the numbers of its requests. Lives in its leg's queue. */
final class Dialog {
    private final SipStack stack;
    private final String callId;
    private final String ourTag;
    private final String local;
    private final String remote;
    private final String remoteTag;
    private final List<String> routes;
    private NextHop seen;
    private final String user;
    private String target;
    private long localCseq;
    private long remoteCseq;
    private final long inviteCseq;

    private Dialog(
            SipStack stack,
            Message first,
            String ourTag,
            String local,
            String remote,
            String remoteTag,
            List<String> routes,
            NextHop seen,
            String user,
            long localCseq,
            long remoteCseq) {
        this.stack = stack;
        this.callId = Wire.callId(first);
        this.ourTag = ourTag;
        this.local = local;
        this.remote = remote;
        this.remoteTag = remoteTag;
        this.routes = routes;
        this.seen = seen;
        this.user = user;
        this.target = Uri.in(first, "Contact").map(Uri::text).orElse("sip:" + seen.host() + ":" + seen.port());
        this.localCseq = localCseq;
        this.inviteCseq = localCseq;
        this.remoteCseq = remoteCseq;
    }

    /** The called side's: made of the INVITE. */
    static Dialog called(SipStack stack, Request invite, String ourTag, String user) {
        return new Dialog(
                stack,
                invite,
                ourTag,
                Text.first(invite, "To").orElse("") + ";tag=" + ourTag,
                Text.first(invite, "From").orElse(""),
                Wire.fromTag(invite),
                Text.all(invite, "Record-Route"),
                Uri.in(invite, "Contact")
                        .map(contact -> Reach.from(invite, contact))
                        .orElseGet(() -> Wire.source(invite)),
                user,
                0,
                Wire.cseq(invite).getSeqNumber());
    }

    /** The calling side's: made of our INVITE and a response with a tag (RFC 3261 §12.1.2). */
    static Dialog calling(SipStack stack, Request invite, Response response, NextHop seen, String user) {
        List<String> routes = new ArrayList<>(Text.all(response, "Record-Route"));
        Collections.reverse(routes);
        return new Dialog(
                stack,
                response,
                Wire.fromTag(invite),
                Text.first(invite, "From").orElse(""),
                Text.first(response, "To").orElse(""),
                Wire.toTag(response),
                routes,
                seen,
                user,
                Wire.cseq(invite).getSeqNumber(),
                -1);
    }

    String callId() {
        return callId;
    }

    String ourTag() {
        return ourTag;
    }

    String remoteTag() {
        return remoteTag;
    }

    boolean startedBy(Request request) {
        return Wire.fromTag(request).equals(remoteTag);
    }

    /** False for a request that comes after a later one (RFC 3261 §12.2.2). */
    boolean inOrder(Request request) {
        long number = Wire.cseq(request).getSeqNumber();
        if (number <= remoteCseq) {
            return false;
        }
        remoteCseq = number;
        return true;
    }

    /** A target refresh: re-INVITE, UPDATE or a 2xx brings a new Contact. */
    void refreshTarget(Message message) {
        Uri.in(message, "Contact").ifPresent(uri -> target = uri.text());
    }

    /** The far end has another address meanwhile: where this request came from. */
    void movedWith(Request request) {
        Uri.in(request, "Contact").ifPresent(contact -> seen = Reach.from(request, contact));
    }

    /** A new request inside the dialog; null body for none. */
    Request request(String method, List<String> headers, Text.@Nullable Body body) {
        return write(method, ++localCseq, headers, body);
    }

    /** ACK for the 2xx to the INVITE with that number, or the first one. */
    Request ack(long cseq) {
        return write("ACK", cseq, List.of(), null);
    }

    long inviteCseq() {
        return inviteCseq;
    }

    private Request write(String method, long cseq, List<String> headers, Text.@Nullable Body body) {
        NextHop hop = hop();
        StringBuilder head = new StringBuilder()
                .append(method)
                .append(' ')
                .append(target)
                .append(" SIP/2.0\r\n")
                .append(via(stack, hop))
                .append("Max-Forwards: 70\r\nFrom: ")
                .append(local)
                .append("\r\nTo: ")
                .append(remote)
                .append("\r\nCall-ID: ")
                .append(callId)
                .append("\r\nCSeq: ")
                .append(cseq)
                .append(' ')
                .append(method)
                .append("\r\n");
        routes.forEach(route -> head.append("Route: ").append(route).append("\r\n"));
        if (!method.equals("BYE")) {
            head.append("Contact: ").append(contact(stack, hop, user)).append("\r\n");
        }
        headers.forEach(h -> head.append(h).append("\r\n"));
        return Text.request(
                head.append("User-Agent: Ringdown\r\nContent-Length: 0\r\n").toString(), body);
    }

    /** The first route, else the target; but where a translator stands in between, where its packets came from. */
    NextHop hop() {
        Uri uri = Uri.parse(routes.isEmpty() ? target : routes.getFirst()).orElse(null);
        if (uri == null) {
            return seen;
        }
        return routes.isEmpty() ? Reach.of(uri, seen) : Reach.resolved(uri, seen);
    }

    static String via(SipStack stack, NextHop hop) {
        return "Via: SIP/2.0/" + hop.transport().toUpperCase(java.util.Locale.ROOT) + " " + stack.hostToward(hop) + ":"
                + stack.port() + ";branch=z9hG4bK" + Token.next() + ";rport\r\n";
    }

    /** Our Contact as the far end sees us. */
    String contact() {
        return contact(stack, hop(), user);
    }

    static String contact(SipStack stack, NextHop hop, String user) {
        return "<sip:" + user + "@" + stack.hostToward(hop) + ":" + stack.port()
                + (hop.transport().equals("udp") ? "" : ";transport=" + hop.transport()) + ">";
    }
}
