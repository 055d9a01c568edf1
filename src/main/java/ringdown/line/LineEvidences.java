package ringdown.line;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.call.LineEvidence;
import ringdown.call.LineTrait;

/** Where what lines have shown is kept, reading by reading. Writing never blocks; reading may, but for {@link #of}. */
public interface LineEvidences {
    /** What stands for the line at that port, oldest first. */
    List<LineEvidence> of(String port);

    /** How the far end's going showed, the last so many times, newest first: whatever is learnt from it, or has been undone. */
    List<LineEvidence> releases(String port, int most);

    /** Another reading; the sound it was made from, 8 kHz, where it is kept. */
    void add(String port, LineEvidence reading, short @Nullable [] sound);

    /** Nothing that was read of that trait so far counts any more. */
    void undo(String port, LineTrait trait);

    /** The sound of a reading, 8 kHz. */
    Optional<short[]> sound(String port, String id);

    /** Keeps nothing beyond this run. */
    LineEvidences NONE = new LineEvidences() {
        @Override
        public List<LineEvidence> of(String port) {
            return List.of();
        }

        @Override
        public List<LineEvidence> releases(String port, int most) {
            return List.of();
        }

        @Override
        public void add(String port, LineEvidence reading, short @Nullable [] sound) {}

        @Override
        public void undo(String port, LineTrait trait) {}

        @Override
        public Optional<short[]> sound(String port, String id) {
            return Optional.empty();
        }
    };
}
