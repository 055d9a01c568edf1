package ringdown.rtp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;
import ringdown.clock.OfficeClock;

/**
 * Ranges of ports that other programs on the machine leave alone: above those that the system hands out by itself (Linux: 32768 to
 * 60999), since below them {@code ringdown.proof.Ports} looks for ports that are opened only a while later.
 */
public final class FreePorts {
    private static final int LOWEST = 61_000;
    private static final int HIGHEST = 65_535;

    private FreePorts() {}

    public static RtpPorts open(OfficeClock clock) throws IOException {
        return open(clock, 400);
    }

    public static RtpPorts open(OfficeClock clock, int size) throws IOException {
        int lowest = size > (HIGHEST - LOWEST) / 2 ? 10_000 : LOWEST; // a bench of many streams
        int from = ThreadLocalRandom.current().nextInt(lowest, HIGHEST - size) & ~1;
        return new RtpPorts(InetAddress.getLoopbackAddress(), from, from + size - 1, clock);
    }
}
