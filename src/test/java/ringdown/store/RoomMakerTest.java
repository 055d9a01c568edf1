package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.voicemail.Messages;

/** Room is counted where it is really given back: a forwarded message is one sound under two names. */
class RoomMakerTest {
    private static final int THREE_MEGABYTES = 3 * 1024 * 1024;

    @TempDir
    Path dir;

    /** As often as a disk that stays full asks for it; the reserve may go first. */
    private static void makeRoom(Box box) {
        for (int i = 0; i < 4; i++) {
            box.store.makeRoom();
        }
    }

    /** A message of three megabytes. */
    private static String message(Box box, boolean heard) throws IOException {
        String call = box.rings(Box.LILY);
        Messages.Begun begun = box.store.messages().begin(call, "201", Box.LILY);
        Files.write(begun.file(), new byte[THREE_MEGABYTES]);
        box.ledger.close(
                call,
                new Ending(Outcome.MESSAGE, box.clock.now(), null, 5, 0, 0, 0, true, false, begun.id(), 90.0, null));
        box.store.messages().mark(begun.id(), heard);
        return begun.id();
    }

    private static boolean there(Box box, String id) {
        box.written();
        return box.store.messages().audio(id).isPresent();
    }

    @Test
    void aSoundThatStaysUnderAnotherNameIsNotCountedAsRoomAndIsNotDeletedForNothing() throws Exception {
        try (Box box = Box.ready(dir, Box.MONDAY)) {
            String first = message(box, true);
            String forwarded = box.store
                    .messages()
                    .forward(first, "202", "201", null, new short[0])
                    .orElseThrow()
                    .id();
            String second = message(box, true);
            String third = message(box, true);
            String unheard = message(box, false);
            makeRoom(box);
            assertThat(there(box, second)).isFalse();
            assertThat(there(box, third)).isFalse();
            assertThat(there(box, first)).isTrue();
            assertThat(there(box, forwarded)).isTrue();
            box.store.messages().mark(forwarded, true);
            makeRoom(box);
            assertThat(there(box, first)).isFalse();
            assertThat(there(box, forwarded)).isFalse();
            assertThat(there(box, unheard)).isTrue();
        }
    }
}
