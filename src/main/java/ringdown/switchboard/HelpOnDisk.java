package ringdown.switchboard;

import java.time.Instant;
import java.util.List;

/** Keeps who has called for help over a restart: the dispatcher calls back all the same. Implemented by the store. */
public interface HelpOnDisk {
    /**
     * Somebody has called for help.
     *
     * @param extension whose telephone it is
     * @param telephone "fxs:2", or the extension of a SIP phone's user
     * @param number that was dialled
     */
    record Called(String extension, String telephone, String number, Instant at) {}

    /** All since that moment, oldest first. */
    List<Called> since(Instant from);

    /** One more; queued, not waited for: nobody who calls for help waits for the disk. */
    void called(Called help);
}
