package ringdown.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The recordings of talks that are kept, one file a call. Implemented by the store; safe from any thread. */
public interface Recordings {
    /** Where the sound of that call goes; nothing is made. */
    Path place(String callId);

    /** It has begun: the call names it from now on. Does not wait for the disk. */
    void begun(String callId, String file);

    /** That person, or number outside, talks in it. Does not wait for the disk. */
    void talks(String callId, String who);

    /** Everybody who has talked in it. */
    Set<String> people(String callId);

    /** Its sound, as {@link TalkSound} reads it; empty if there is none. */
    Optional<Path> sound(String callId);

    /**
     * Sound and entry are gone, and the call's events say why. Durable when it returns.
     *
     * @return false if there is none, or the call still goes on
     */
    boolean remove(String callId, String why);

    /** Calls that had ended by then and whose recordings are kept, oldest first. */
    List<String> endedBy(Instant moment, int most);

    /** When the oldest of all calls with a recording ended, or began if it goes on; null: there is none. */
    @Nullable
    Instant oldest();

    /** Bytes that are free where they are kept. */
    long room();

    /** The oldest ones go, for others that begin. */
    void makeRoom();
}
