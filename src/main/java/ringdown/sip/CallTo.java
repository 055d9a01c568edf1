package ringdown.sip;

import java.util.List;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/**
 * One INVITE that a leg sends.
 *
 * @param uri the Request-URI
 * @param from name and address of the From header, without tag
 * @param to address of the To header
 * @param user user part of our Contact
 * @param headers lines about this call: P-Asserted-Identity, Alert-Info, …
 * @param hop where it goes
 * @param login for a provider that asks; null for a telephone
 * @param whenDead called when nothing at all was answered
 */
record CallTo(
        String uri,
        String from,
        String to,
        String user,
        List<String> headers,
        NextHop hop,
        @Nullable Login login,
        Runnable whenDead) {
    CallTo {
        headers = List.copyOf(headers);
    }

    /** The INVITE itself. */
    Request invite(SipStack stack, String callId, String tag, long cseq, List<String> more, String sdp) {
        StringBuilder head = new StringBuilder("INVITE " + uri + " SIP/2.0\r\n")
                .append(Dialog.via(stack, hop))
                .append("Max-Forwards: 70\r\nFrom: ")
                .append(from)
                .append(";tag=")
                .append(tag)
                .append("\r\nTo: ")
                .append(to)
                .append("\r\nCall-ID: ")
                .append(callId)
                .append("\r\nCSeq: ")
                .append(cseq)
                .append(" INVITE\r\nContact: ")
                .append(Dialog.contact(stack, hop, user))
                .append("\r\nUser-Agent: Ringdown\r\nAllow: ")
                .append(Statuses.ALLOW)
                .append("\r\nSupported: ")
                .append(Statuses.SUPPORTED)
                .append("\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        more.forEach(line -> head.append(line).append("\r\n"));
        return Text.request(head.append("Content-Length: 0\r\n").toString(), Text.Body.sdp(sdp));
    }
}
