package ringdown.web;

import java.time.Instant;
import java.util.List;

/** The addresses that SIP answers no more for a while. Safe from any thread. */
public interface BanBook {
    /**
     * One of them.
     *
     * @param reason in words for the office
     */
    record Banned(String address, Instant since, Instant until, String reason) {}

    /** Newest first. */
    List<Banned> standing();

    /** From now on it is answered again; false if it was not banned. */
    boolean lift(String address);
}
