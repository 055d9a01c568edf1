package ringdown.sip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;

/** How a URI is reached. Looks names up, so it may block: virtual threads only. */
final class Reach {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]+:[0-9a-fA-F:.]*");

    private Reach() {}

    /**
     * Where the telephone that sent this request wants to be reached: at its Contact, which may be another machine than the sender, if
     * nothing in between translates addresses. A translator is known by a Via that does not name where the packet came from (RFC 3581 §4);
     * then, and over a connection, packets go back the way they came.
     */
    static NextHop from(Request request, Uri contact) {
        NextHop source = Wire.source(request);
        return source.transport().equals("udp") && untranslated(request, source) && reachable(contact, source)
                ? new NextHop(contact.host(), contact.portOrDefault(), "udp")
                : source;
    }

    private static boolean untranslated(Request request, NextHop source) {
        ViaHeader via = (ViaHeader) request.getHeader(ViaHeader.NAME);
        int port = via.getPort() < 0 ? 5060 : via.getPort();
        return Text.all(request, "Via").size() == 1 && via.getHost().equals(source.host()) && port == source.port();
    }

    /** A literal address of one machine, and none that only the sender's own network or machine knows. */
    private static boolean reachable(Uri contact, NextHop source) {
        if (!contact.transport().equals("udp")
                || !ADDRESS.matcher(contact.host()).matches()) {
            return false;
        }
        try {
            InetAddress there = InetAddress.getByName(contact.host());
            InetAddress here = InetAddress.getByName(source.host());
            boolean own = there.isSiteLocalAddress() || there.isLinkLocalAddress();
            return !there.isAnyLocalAddress()
                    && !there.isMulticastAddress()
                    && (!there.isLoopbackAddress() || here.isLoopbackAddress())
                    && (!own || here.isSiteLocalAddress() || here.isLinkLocalAddress());
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

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
