package ringdown.sip;

import java.util.Locale;
import javax.sip.address.Hop;

/**
 * Where a message goes next.
 *
 * @param host an IP address
 * @param transport {@code udp} or {@code tcp}
 */
record NextHop(String host, int port, String transport) implements Hop {
    NextHop {
        transport = transport.toLowerCase(Locale.ROOT);
    }

    @Override
    public String getHost() {
        return host;
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public String getTransport() {
        return transport;
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + transport;
    }
}
