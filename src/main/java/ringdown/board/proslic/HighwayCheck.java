package ringdown.board.proslic;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Frame;
import ringdown.board.tdm.TdmLink;

/**
 * Finds out after each start of the highway's stream whether what is put into a slot arrives in it and in the frame that is numbered
 * so, with a pattern that one idle port's chip returns: halves that have changed places, in one direction or both, are exchanged, and
 * the offset is told to the link (facts 4.1, LINES rule 4). With all ports in talk it waits for the first that is idle. Belongs to
 * the thread of the sound.
 */
public final class HighwayCheck {
    /** Blocks that a pattern may need to come back through a link's buffers, its chip being told meanwhile by another thread. */
    private static final int PATIENCE = 3;

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
            waited = 0;
            acrossTried = false;
            ports.forEach(PortDriver::streamRestarted);
        }
        if (pending && port == null) {
            choose();
        }
        if (port != null) {
            link.send(across(port, acrossTried), pattern);
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

    private int across(PortDriver which, boolean other) {
        return other ? which.slot() ^ link.half() : which.slot();
    }

    /** When the block has come in. */
    public void received() {
        PortDriver tried = port;
        if (tried == null || arrived(tried, false) || arrived(tried, true)) {
            return;
        }
        if (++waited >= PATIENCE) {
            waited = 0;
            if (acrossTried) {
                finish(tried, false);
            }
            acrossTried = !acrossTried;
        }
    }

    private boolean arrived(PortDriver tried, boolean otherHalf) {
        link.receive(across(tried, otherHalf), heard);
        int late = lateBy();
        if (late < 0) {
            return false;
        }
        if (acrossTried || otherHalf) {
            Logger.warn("halves of the board's frames have changed places; they are exchanged back");
            link.swapHalves(acrossTried, otherHalf);
        }
        int skew = Math.floorMod(late - TdmLink.LEAD, Frame.SAMPLES);
        link.skew(skew < Frame.SAMPLES / 2 ? skew : skew - Frame.SAMPLES);
        finish(tried, true);
        return true;
    }

    /** By how many frames the repeated pattern is shifted in the last half of the block; negative when it is not there. */
    private int lateBy() {
        for (int late = 0; late < Frame.SAMPLES; late++) {
            int at = Frame.SAMPLES / 2;
            while (at < Frame.SAMPLES && heard[at] == pattern[(at + Frame.SAMPLES - late) % Frame.SAMPLES]) {
                at++;
            }
            if (at == Frame.SAMPLES) {
                return late;
            }
        }
        return -1;
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
