package ringdown.sip;

import java.util.List;
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
}
