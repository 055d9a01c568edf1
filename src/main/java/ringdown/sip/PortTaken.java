package ringdown.sip;

import java.io.IOException;

/** The SIP port is used by another program. */
public final class PortTaken extends IOException {
    /** Names the port. */
    public PortTaken(String host, int port, String transport, Throwable cause) {
        super("SIP port " + host + ":" + port + " (" + transport + ") is in use", cause);
    }
}
