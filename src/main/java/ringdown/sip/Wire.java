package ringdown.sip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import java.util.Locale;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;

/** What identifies a message and where it came from. Pure. */
final class Wire {
    private Wire() {}

    static String callId(Message message) {
        return ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
    }

    static String fromTag(Message message) {
        String tag = ((FromHeader) message.getHeader(FromHeader.NAME)).getTag();
        return tag == null ? "" : tag;
    }

    /** Empty if there is none. */
    static String toTag(Message message) {
        String tag = ((ToHeader) message.getHeader(ToHeader.NAME)).getTag();
        return tag == null ? "" : tag;
    }

    static CSeqHeader cseq(Message message) {
        return (CSeqHeader) message.getHeader(CSeqHeader.NAME);
    }

    static byte[] body(Message message) {
        byte[] raw = message.getRawContent();
        return raw == null ? new byte[0] : raw;
    }

    static boolean carriesSdp(Message message) {
        return body(message).length > 0
                && Text.first(message, "Content-Type")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("application/sdp");
    }

    /** Where the packet really came from, whatever it says. */
    static NextHop source(Request request) {
        SIPMessage message = (SIPMessage) request;
        String transport = ((ViaHeader) request.getHeader(ViaHeader.NAME)).getTransport();
        return new NextHop(
                message.getPeerPacketSourceAddress().getHostAddress(), message.getPeerPacketSourcePort(), transport);
    }

    /** An INVITE and its CANCEL have the same one (RFC 3261 §9.1, §17.2.3). */
    static String branchKey(Request request) {
        ViaHeader via = (ViaHeader) request.getHeader(ViaHeader.NAME);
        return via.getBranch() + " " + via.getHost() + ":" + via.getPort() + " " + callId(request);
    }

    /** The same request that came over two ways has the same one (RFC 3261 §8.2.2.2). */
    static String mergeKey(Request request) {
        return callId(request) + " " + fromTag(request) + " " + cseq(request).getSeqNumber() + " "
                + request.getMethod();
    }

    static void hop(Request request, NextHop hop) {
        ((SIPRequest) request).setApplicationData(hop);
    }
}
