package ringdown.sip;

import java.util.Optional;
import javax.sip.message.Request;

/**
 * Whether an answer to a challenge was made for this request (RFC 7616 §3.4.6). Only whom the request is for is compared: its host is
 * rewritten by routers with a SIP ALG on the way, load generators name no user at all, and that the answer is for this box its nonce
 * says (RFC 3261 §22.4 asks for no more). Pure.
 */
final class DigestUri {
    private DigestUri() {}

    static boolean fits(String digestUri, Request request) {
        if (digestUri.equals(request.getRequestURI().toString())) {
            return true;
        }
        Optional<Uri> meant = Uri.parse("<" + digestUri + ">");
        if (meant.isEmpty()) {
            return false;
        }
        String user = meant.get().user();
        return user.isEmpty() || user.equals(user(request));
    }

    /** A REGISTER names its user in To (RFC 3261 §10.2). */
    private static String user(Request request) {
        Optional<Uri> target =
                request.getMethod().equals("REGISTER") ? Uri.in(request, "To") : Uri.of(request.getRequestURI(), null);
        return target.map(Uri::user).orElse("");
    }
}
