package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.audio.WavHeader;
import ringdown.recording.TalkSound;

/** Recordings of talks and their calls find each other again, and go together. */
class RecordingsTest {
    private static final int SECOND = 16_000;

    @TempDir
    Path dir;

    private static Path sound(Box box, String call, int octets) throws Exception {
        return Files.write(box.store.recordings().place(call), new byte[WavHeader.LENGTH + octets]);
    }

    @Test
    void afterACrashARecordingIsAttachedToItsCallThoughTheDiskHadNotTakenItsName() throws Exception {
        String call;
        try (Box box = Box.ready(dir, Box.MONDAY)) {
            call = box.rings(Box.LILY);
            sound(box, call, 3 * SECOND + 1);
        }
        try (Box box = Box.ready(dir, Box.MONDAY.plusSeconds(60))) {
            assertThat(box.ledger.call(call).orElseThrow().recording()).isEqualTo(call + ".wav");
            try (TalkSound sound =
                    TalkSound.open(box.store.recordings().sound(call).orElseThrow())) {
                assertThat(sound.seconds()).isEqualTo(3);
            }
            byte[] file = Files.readAllBytes(box.store.recordings().place(call));
            assertThat(WavHeader.parse(file, file.length).dataLength()).isEqualTo(3 * SECOND);
        }
    }

    @Test
    void aRecordingWithoutASecondOfSoundIsNone() throws Exception {
        String call;
        try (Box box = Box.ready(dir, Box.MONDAY)) {
            call = box.rings(Box.LILY);
            box.store.recordings().begun(call, call + ".wav");
            sound(box, call, 0);
            box.written();
        }
        try (Box box = Box.ready(dir, Box.MONDAY.plusSeconds(60))) {
            box.written();
            assertThat(box.store.recordings().place(call)).doesNotExist();
            assertThat(box.store.recordings().oldest()).isNull();
        }
    }

    @Test
    void whatIsRemovedIsGoneWithItsSoundAndTheCallSaysWhy() throws Exception {
        try (Box box = Box.ready(dir, Box.MONDAY)) {
            String call = box.rings(Box.LILY);
            box.store.recordings().begun(call, call + ".wav");
            box.store.recordings().talks(call, "201");
            Path file = sound(box, call, SECOND);
            assertThat(box.store.recordings().remove(call, "x"))
                    .as("it goes on")
                    .isFalse();
            box.talked(call, 1);
            assertThat(box.store.recordings().people(call)).containsExactly("201");
            assertThat(box.store.recordings().endedBy(box.clock.now(), 10)).containsExactly(call);
            assertThat(box.store.recordings().remove(call, "the client asked for it"))
                    .isTrue();
            assertThat(file).doesNotExist();
            assertThat(box.ledger.call(call).orElseThrow().recording()).isNull();
            assertThat(box.ledger.call(call).orElseThrow().events().toString()).contains("the client asked for it");
            assertThat(box.store.recordings().remove(call, "again")).isFalse();
            assertThat(box.store.recordings().oldest()).isNull();
        }
    }
}
