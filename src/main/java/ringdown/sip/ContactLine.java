package ringdown.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/**
 * One contact of a REGISTER (RFC 3261 §10.2.1).
 *
 * @param uri as written
 * @param q thousandths
 */
record ContactLine(String uri, int expires, int q, @Nullable String instance) {
    static final int SHORTEST = 10;
    private static final int LONGEST = 3600;

    /** All of them; empty if one cannot be used. */
    static Optional<List<ContactLine>> of(Request register) {
        List<ContactLine> lines = new ArrayList<>();
        ListIterator<?> headers = register.getHeaders(ContactHeader.NAME);
        while (headers != null && headers.hasNext()) {
            ContactHeader header = (ContactHeader) headers.next();
            Optional<Uri> uri = Uri.of(header.getAddress());
            if (uri.isEmpty() || uri.get().host().isEmpty() || lines.size() >= 10) {
                return Optional.empty();
            }
            int expires = Math.min(LONGEST, header.getExpires() >= 0 ? header.getExpires() : general(register));
            int q = header.getQValue() < 0 ? 1000 : Math.round(header.getQValue() * 1000);
            lines.add(new ContactLine(uri.get().text(), expires, q, header.getParameter("+sip.instance")));
        }
        return Optional.of(lines);
    }

    /** The Expires header, else an hour. */
    static int general(Request register) {
        return register.getExpires() instanceof ExpiresHeader expires && expires.getExpires() >= 0
                ? expires.getExpires()
                : LONGEST;
    }

    static boolean everything(Request register) {
        return register.getHeader(ContactHeader.NAME) instanceof ContactHeader contact && contact.isWildCard();
    }

    boolean tooBrief() {
        return expires > 0 && expires < SHORTEST;
    }

    Duration length() {
        return Duration.ofSeconds(expires);
    }
}
