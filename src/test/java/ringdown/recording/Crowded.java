package ringdown.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store's recordings, on a disk as full as a test wants. */
final class Crowded implements Recordings {
    volatile long room = Long.MAX_VALUE;
    volatile int asked;
    private final Recordings there;

    Crowded(Recordings there) {
        this.there = there;
    }

    @Override
    public long room() {
        return room;
    }

    @Override
    public void makeRoom() {
        asked++;
    }

    @Override
    public Path place(String callId) {
        return there.place(callId);
    }

    @Override
    public void begun(String callId, String file) {
        there.begun(callId, file);
    }

    @Override
    public void talks(String callId, String who) {
        there.talks(callId, who);
    }

    @Override
    public Set<String> people(String callId) {
        return there.people(callId);
    }

    @Override
    public Optional<Path> sound(String callId) {
        return there.sound(callId);
    }

    @Override
    public boolean remove(String callId, String why) {
        return there.remove(callId, why);
    }

    @Override
    public List<String> endedBy(Instant moment, int most) {
        return there.endedBy(moment, most);
    }

    @Override
    public @Nullable Instant oldest() {
        return there.oldest();
    }
}
