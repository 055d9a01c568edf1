package ringdown.sip;

import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/** A request outside any dialog. Pure. */
final class Letter {
    private Letter() {}

    /** The header lines end with CR LF each. */
    static Request to(
            SipStack stack,
            String method,
            String uri,
            NextHop hop,
            String from,
            String to,
            String headers,
            Text.@Nullable Body body) {
        return Text.request(
                method + " " + uri + " SIP/2.0\r\n"
                        + Dialog.via(stack, hop)
                        + "Max-Forwards: 70\r\nFrom: " + from + ";tag=" + Token.next() + "\r\nTo: " + to
                        + "\r\nCall-ID: " + Token.next() + Token.next()
                        + "\r\nCSeq: 1 " + method
                        + "\r\nContact: " + Dialog.contact(stack, hop, "ringdown")
                        + "\r\nUser-Agent: Ringdown\r\n" + headers + "Content-Length: 0\r\n",
                body);
    }
}
