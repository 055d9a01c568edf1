package ringdown.proof;

/** Writes the messages of one call of a {@link SipEnd}: what stays the same in them and what counts on. */
final class SipDialog {
    private final SipEnd end;
    private final String callId;
    private final String tag = SipEnd.token();
    private final String local;
    private String target;
    private String remote;
    private String early = "";
    private int sequence;
    private SipText invite = SipText.read("");

    private SipDialog(SipEnd end, String callId, String local, String target, String remote) {
        this.end = end;
        this.callId = callId;
        this.local = local + ";tag=" + tag;
        this.target = target;
        this.remote = remote;
    }

    static SipDialog to(SipEnd end, String called, String from) {
        String target = "sip:" + called + "@" + end.there();
        return new SipDialog(end, SipEnd.token(), from, target, "<" + target + ">");
    }

    static SipDialog from(SipEnd end, SipText invite) {
        return new SipDialog(
                end, invite.callId(), invite.header("To"), invite.address("Contact"), invite.header("From"));
    }

    String callId() {
        return callId;
    }

    String target() {
        return target;
    }

    /** Our newest INVITE. */
    SipText invite() {
        return invite;
    }

    /** It rings there: the dialog has their tag (RFC 3261 §12.1). */
    void rings(SipText ringing) {
        early = ringing.header("To");
    }

    /** The far end has taken the call: the rest goes there. */
    void established(SipText ok) {
        remote = ok.header("To");
        target = ok.address("Contact");
    }

    String invite(String lines, String body) {
        sequence++;
        String text = request("INVITE", sequence, lines, body);
        invite = SipText.read(text);
        return text;
    }

    String next(String method, String lines) {
        return request(method, ++sequence, lines, "");
    }

    /** This call in a Refer-To that takes its place (RFC 3891). */
    String replaced() {
        String theirs = remote.contains("tag=") ? remote : early;
        return "?Replaces=" + callId.replace("@", "%40") + "%3Bto-tag%3D" + SipText.found(theirs, "tag=([^;>]+)")
                + "%3Bfrom-tag%3D" + tag;
    }

    String acknowledges(SipText ok) {
        return request("ACK", ok.sequence(), "", "");
    }

    private String request(String method, int number, String lines, String body) {
        return method + " " + target + " SIP/2.0\r\n" + end.via() + "From: " + local + "\r\nTo: " + remote
                + "\r\nCall-ID: " + callId + "\r\nCSeq: " + number + " " + method + "\r\nContact: " + end.contact()
                + "\r\n" + lines + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n") + "Content-Length: "
                + SipText.length(body) + "\r\n\r\n" + body;
    }

    String cancels() {
        return likeInvite("CANCEL", invite.header("To"));
    }

    String acknowledgesRefusal(SipText response) {
        return likeInvite("ACK", response.header("To"));
    }

    /** With the branch of the INVITE (RFC 3261 §9.1, §17.1.1.3). */
    private String likeInvite(String method, String to) {
        return method + " " + SipText.found(invite.first(), " (\\S+) ") + " SIP/2.0\r\nVia: " + invite.header("Via")
                + "\r\nMax-Forwards: 70\r\nFrom: " + local + "\r\nTo: " + to + "\r\nCall-ID: " + callId + "\r\nCSeq: "
                + invite.sequence() + " " + method + "\r\nContent-Length: 0\r\n\r\n";
    }

    String response(SipText request, int code, String body) {
        StringBuilder text = new StringBuilder("SIP/2.0 " + code + " So\r\n");
        request.all("Via").forEach(via -> text.append("Via: ").append(via).append("\r\n"));
        String to = request.header("To");
        text.append("From: ").append(request.header("From")).append("\r\nTo: ").append(to);
        text.append(to.contains("tag=") || code == 100 ? "" : ";tag=" + tag);
        text.append("\r\nCall-ID: ").append(callId).append("\r\nCSeq: ").append(request.header("CSeq"));
        text.append("\r\nContact: ").append(end.contact()).append("\r\n");
        text.append(body.isEmpty() ? "" : "Content-Type: application/sdp\r\n");
        text.append("Content-Length: ").append(SipText.length(body)).append("\r\n\r\n");
        return text.append(body).toString();
    }

    static String sdp(int port) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + port
                + " RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=ptime:20\r\n"
                + "a=sendrecv\r\n";
    }
}
