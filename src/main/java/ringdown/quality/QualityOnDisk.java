package ringdown.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Page;
import ringdown.office.OfficeArchive;

/** The ledger as figures need it, and what people decided of it. Implemented by the store. Safe from any thread. */
public interface QualityOnDisk {
    /** Calls in started in [from, to), oldest first. */
    List<CallFact> callsIn(Instant from, Instant to);

    /**
     * Talks of which nobody has said what kind of caller it was, started in [from, to), out of all talks in.
     *
     * @param most so many ids at most, those of the newest calls, oldest first
     */
    Part unclassed(Instant from, Instant to, int most);

    /**
     * When a call in came last.
     *
     * @param number the office's number that was called; null: whatever was called
     * @param via the line or trunk; null: whichever
     */
    Optional<Instant> lastCall(@Nullable String number, @Nullable String via);

    /**
     * A call that is to be reviewed.
     *
     * @param verdict null while open
     */
    record Reviewed(
            Review.Kind kind, String callId, @Nullable Verdict verdict) {}

    /**
     * Calls to be reviewed, newest first. They follow from the calls themselves, so that no crash loses one.
     *
     * @param open true: those without a verdict, false: those with one, null: both
     */
    Page<Reviewed> reviews(@Nullable Boolean open, int limit, @Nullable String after);

    /** One of them; empty if that call is none to be reviewed so. */
    Optional<Reviewed> review(String id);

    /** How many are open. */
    int openReviews();

    /** Closes a review; false if it is closed already. Durable when it returns. */
    boolean decide(Verdict verdict);

    /** Notes what is not noted yet; queued, not waited for. */
    void note(List<Deviation> found);

    /** Noted in [from, to), newest first. */
    List<Deviation> deviations(Instant from, Instant to);

    /** Contacts whose last talk was before that, and whoever could not be reached when they were owed a call; newest first. */
    List<OutCall.Candidate> lostTouch(Instant before);

    /** Callers of settled talks since then that are without a mark or have the best one; newest first. */
    List<OutCall.Candidate> talkedSince(Instant since);

    /** Calls from lists made since then, oldest first. */
    List<OutCall.Made> callsMade(Instant since);

    /** Writes one down. Durable when it returns. */
    void made(OutCall.Made made);

    /** Writes one down whose end is not known yet, as it would stand if nobody ever told; queued, not waited for. */
    void begun(OutCall.Made soFar);

    /** Every proposal that somebody has decided about, newest first. */
    List<RuleTrial> trials();

    /** Keeps it, in place of what was kept of it before. Durable when it returns. */
    void decide(RuleTrial trial);

    /**
     * Keeps it together with the office file that it puts in force or takes back, as {@link OfficeArchive#replace} would: both or neither,
     * whatever happens to the box.
     *
     * @return the new version of the file, or empty, and nothing is kept, if another stands than {@code onlyIf}
     */
    Optional<OfficeArchive.Kept> decide(RuleTrial trial, String file, String by, Instant at, @Nullable String onlyIf);
}
