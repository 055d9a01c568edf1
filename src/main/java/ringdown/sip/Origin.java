package ringdown.sip;

import java.net.InetAddress;
import java.util.Optional;
import ringdown.office.Network;

/**
 * Whom packets of an address are put down to: an IPv4 address by itself, all of a /64 in IPv6, since one machine has that many
 * addresses (RFC 4291 §2.5.1). Pure.
 */
final class Origin {
    private static final int SITE = 64;

    private Origin() {}

    /** The address, or the first one of its /64; what is no address stays as it is. */
    static String of(String host) {
        if (host.indexOf(':') < 0) {
            return host;
        }
        Optional<InetAddress> address = Network.address(host);
        return address.filter(a -> a.getAddress().length == 16)
                .map(a -> Network.around(a, SITE).base().getHostAddress())
                .or(() -> address.map(InetAddress::getHostAddress))
                .orElse(host);
    }
}
