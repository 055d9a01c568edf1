package ringdown.board.proslic;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Frame;
import ringdown.board.tdm.TdmLink;

/**
 * Finds out after each start of the highway's stream whether what is put into a slot arrives in it, with a pattern that one idle
 * port's chip returns; halves that have changed places are exchanged (facts 4.1, LINES rule 4). With all ports in talk it waits for
 * the first that is idle. Belongs to the board's thread.
 */
public final class HighwayCheck {
    /** Frames that a pattern may need to come back through a link's buffers of 15 ms each way. */
    private static final int PATIENCE = 5;

    private final TdmLink link;
    private final List<? extends PortDriver> ports;
    private final byte[] pattern = new byte[Frame.SAMPLES];
    private final byte[] heard = new byte[Frame.SAMPLES];
    private long seen = -1;
    private boolean pending;
    private boolean disturbed;
    private @Nullable PortDriver port;
    private int next;
    private int waited;
    private boolean acrossTried;

    /** Checks that link by those ports. */
    public HighwayCheck(TdmLink link, List<? extends PortDriver> ports) {
        this.link = link;
        this.ports = List.copyOf(ports);
        new Random(2048).nextBytes(pattern);
    }

    /** The stream has begun anew since the board was started, and is not yet known to be right. */
    public boolean disturbed() {
        return disturbed;
    }

    /** Nothing is left to find out. */
    public boolean settled() {
        return seen >= 0 && !pending;
    }

    /** After the lines have put their sound into the slots. */
    public void sending() {
        if (link.restarts() != seen) {
            disturbed = seen >= 0;
            seen = link.restarts();
            pending = true;
            ports.forEach(PortDriver::streamRestarted);
        }
        if (pending && port == null) {
            choose();
        }
        if (port != null) {
            link.send(asked(port), pattern);
        }
    }

    private void choose() {
        for (int i = 0; i < ports.size() && port == null; i++) {
            PortDriver candidate = ports.get((next + i) % ports.size());
            if (candidate.idle()) {
                port = candidate;
                next += i + 1;
            }
        }
        if (port != null) {
            port.loopback(true);
            waited = 0;
            acrossTried = false;
        }
    }

    /** If halves have changed places, what the port's chip takes and returns stands in the other half. */
    private int asked(PortDriver which) {
        return acrossTried ? which.slot() ^ link.half() : which.slot();
    }

    /** When the frame has come in. */
    public void received() {
        PortDriver tried = port;
        if (tried == null) {
            return;
        }
        link.receive(asked(tried), heard);
        if (Arrays.equals(heard, pattern)) {
            arrived(tried);
        } else if (++waited >= PATIENCE) {
            waited = 0;
            if (acrossTried) {
                finish(tried, false);
            }
            acrossTried = !acrossTried;
        }
    }

    private void arrived(PortDriver tried) {
        if (acrossTried) {
            Logger.warn("the halves of the board's frames have changed places; they are exchanged back");
            link.swapHalves();
        }
        finish(tried, true);
    }

    private void finish(PortDriver which, boolean sure) {
        which.loopback(false);
        port = null;
        if (sure) {
            pending = false;
            disturbed = false;
        }
    }
}
