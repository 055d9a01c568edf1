package ringdown.rtp;

import java.io.IOException;

/** All ports of the range are in use, by this box or by other programs: the call cannot have sound and must be refused. */
public final class PortsExhausted extends IOException {
    PortsExhausted(String message) {
        super(message);
    }
}
