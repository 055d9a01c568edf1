package ringdown.sip;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How a URI is reached. Looks names up, so it may block: virtual threads only. */
final class Reach {
    private Reach() {}

    /** A telephone: as its packets came if that is another address than it says itself (NAT), or over its own connection. */
    static NextHop of(Uri uri, NextHop seen) {
        boolean same = uri.host().equals(seen.host())
                && seen.transport().equals("udp")
                && uri.transport().equals("udp");
        return same ? new NextHop(uri.host(), uri.portOrDefault(), "udp") : seen;
    }

    /** A proxy or trunk by its name or address; what cannot be found is the neighbour itself. */
    static NextHop resolved(Uri uri, NextHop otherwise) {
        try {
            String transport = uri.transport().equals("tcp") ? "tcp" : "udp";
            String address = InetAddress.getByName(uri.host()).getHostAddress();
            return new NextHop(address, uri.portOrDefault(), transport);
        } catch (UnknownHostException unknown) {
            return otherwise;
        }
    }
}
