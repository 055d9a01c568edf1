package ringdown.voicemail;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Page;

/**
 * The messages that are kept. A message being recorded is not among them until its call has ended with it. Implemented by the store;
 * safe from any thread.
 */
public interface Messages {
    /** Writes down that a message begins, before the tone; durable when it returns (300 ms at most, like the ledger). */
    Begun begin(String callId, String mailbox, @Nullable String callerNumber);

    /** It was none: too short. Its entry and its file are gone. */
    void drop(String id);

    /**
     * Newest first.
     *
     * @param mailbox null: all
     * @param after the {@code next} of the page before; null: the first page
     */
    Page<Message> list(@Nullable String mailbox, int limit, @Nullable String after);

    /** One message. */
    Optional<Message> get(String id);

    /** Its sound: mono, 16 bit, 8 kHz WAV; empty if it is gone. */
    Optional<Path> audio(String id);

    /** Somebody has listened to it. False if there is none. */
    boolean markHeard(String id);

    /** Somebody says whether it counts as listened to. False if there is none. */
    boolean mark(String id, boolean heard);

    /** Says whether it is urgent; also while its call still goes on. */
    void markUrgent(String id, boolean urgent);

    /**
     * The same in another box, nobody has heard it there; here it counts as heard. Durable when it returns.
     *
     * @param before spoken before it by whoever forwards it, 8 kHz; may be empty
     * @return the new message; empty if there is none of that id, or its sound is gone
     */
    Optional<Message> forward(String id, String mailbox, String by, @Nullable String note, short[] before);

    /** What calls left, by the ids of the calls; without those that left nothing, or whose message is deleted. */
    Map<String, Message> ofCalls(Collection<String> callIds);

    /** Deletes entry and sound. False if there was none. */
    boolean delete(String id);

    /** All left by then that somebody has heard, whose calls are over and for which nothing is owed any more; oldest first. */
    List<Message> spent(Instant by);

    /** When the oldest of all those was left. */
    Optional<Instant> oldestSpent();

    /**
     * Its time is over: entry and sound are gone, and the call's events say so. Durable when it returns.
     *
     * @param why for the events
     * @return false if there is none, or it counts again as unheard, is owed something or being listened to
     */
    boolean expire(String id, String why);

    /** Somebody is listening to it: it does not expire meanwhile. */
    Listening listening(String id);

    /** Ends when it is closed. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** How many in the mailbox nobody has listened to. */
    int unheard(String mailbox);

    /** A message that begins, and the file its sound goes to, which is still to be made. */
    record Begun(String id, Path file) {}
}
