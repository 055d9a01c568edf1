package ringdown.rtp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;
import ringdown.clock.OfficeClock;

/** Ranges of ports that other programs on the machine leave alone, most likely. */
public final class FreePorts {
    private FreePorts() {}

    public static RtpPorts open(OfficeClock clock) throws IOException {
        return open(clock, 400);
    }

    public static RtpPorts open(OfficeClock clock, int size) throws IOException {
        int from = ThreadLocalRandom.current().nextInt(10_000, 30_000) & ~1;
        return new RtpPorts(InetAddress.getLoopbackAddress(), from, from + size - 1, clock);
    }
}
