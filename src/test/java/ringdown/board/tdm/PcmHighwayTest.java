package ringdown.board.tdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.Companding;

/** The highway on a sound card, counted in frames: what the box sends is written down as the wire carries it. */
class PcmHighwayTest {
    private static final byte QUIET = Companding.A_LAW.silence();

    /** A card whose frames go by when the box waits, and as many more as it is late. */
    private static final class Reel implements SoundCard {
        final byte[] out = new byte[800_000];
        long now;
        int late;
        boolean stopped;
        private long read;
        private long written;

        @Override
        public void start(byte[] frames, int count) {
            write(frames, 0, count);
        }

        @Override
        public int await(int wanted) {
            now = stopped ? now : Math.max(now, read + wanted) + late;
            late = 0;
            return (int) (now - read);
        }

        @Override
        public void skip(int count) {
            read += count;
        }

        /** What comes in is the number of its frame, in every slot. */
        @Override
        public void read(byte[] frames, int count) {
            for (int i = 0; i < count; i++, read++) {
                Arrays.fill(frames, i * OCTETS, (i + 1) * OCTETS, (byte) (read % 100));
            }
        }

        @Override
        public int ahead() {
            return (int) (written - now);
        }

        @Override
        public int move(int frames) {
            written += frames;
            return frames;
        }

        @Override
        public void write(byte[] frames, int from, int count) {
            assertThat(written).as("never behind the wire").isGreaterThanOrEqualTo(now);
            System.arraycopy(frames, from * OCTETS, out, (int) written * OCTETS, count * OCTETS);
            written += count;
            assertThat(ahead()).isLessThanOrEqualTo(BUFFER);
        }

        @Override
        public void close() {}

        /** The octet that the wire carried in a slot, slot 0 first on the wire. */
        byte wire(long frame, int slot) {
            return out[(int) frame * OCTETS + (slot < 4 ? 3 - slot : 11 - slot)];
        }
    }

    private final Reel card = new Reel();
    private final PcmHighway highway = new PcmHighway(Companding.A_LAW);
    private final byte[] octets = new byte[80];

    @BeforeEach
    void start() throws IOException {
        highway.offer(card);
        assertThat(highway.turn()).isTrue();
    }

    @AfterEach
    void stop() {
        highway.close();
    }

    /** Sends back in slot 5 what came in in slot 2, so many blocks. */
    private void wireThrough(int blocks) {
        for (int n = 0; n < blocks; n++) {
            highway.receive(2, octets);
            highway.send(5, octets);
            assertThat(highway.turn()).isTrue();
        }
    }

    @Test
    void aWireThroughTheBoxIsFifteenMillisecondsForEverySample() {
        wireThrough(100);
        for (long frame = 120; frame < card.now; frame++) {
            assertThat(card.wire(frame, 5)).isEqualTo((byte) ((frame - 120) % 100));
            assertThat(card.wire(frame, 2)).as("nobody else hears it").isEqualTo(QUIET);
        }
    }

    @Test
    void aThreadUpToFiveMillisecondsLateLosesNothing() {
        for (int n = 0; n < 50; n++) {
            card.late = n % 2 == 0 ? 40 : 0;
            wireThrough(1);
        }
        assertThat(highway.lostFrames()).isZero();
        for (long frame = 120; frame < card.now; frame++) {
            assertThat(card.wire(frame, 5)).isEqualTo((byte) ((frame - 120) % 100));
        }
    }

    @Test
    void aLaterOneCostsSilenceAndTheWayIsNoLongerAfterIt() {
        wireThrough(10);
        card.late = 100;
        wireThrough(1);
        long stalled = card.now;
        wireThrough(20);
        int silent = 0;
        for (long frame = 120; frame < card.now; frame++) {
            byte carried = card.wire(frame, 5);
            boolean quiet = carried == QUIET;
            silent += quiet ? 1 : 0;
            assertThat(quiet || carried == (byte) ((frame - 120) % 100)).isTrue();
        }
        assertThat(silent).as("what could not be there in time: 7.5 ms").isEqualTo(60);
        assertThat(card.wire(stalled + 120, 5)).isNotEqualTo(QUIET);
    }

    @Test
    void aStallOf200MillisecondsIsSilenceInTheLawsOwnOctets() {
        wireThrough(10);
        card.late = 1600;
        wireThrough(1);
        long resumed = card.now;
        wireThrough(20);
        for (long frame = 120 + 10 * 80 + 80; frame < resumed; frame++) {
            assertThat(card.wire(frame, 5)).isEqualTo(QUIET);
        }
        for (long frame = resumed + 120; frame < card.now; frame++) {
            assertThat(card.wire(frame, 5)).isEqualTo((byte) ((frame - 120) % 100));
        }
        assertThat(highway.restarts()).as("the stream never stopped").isEqualTo(1);
    }

    @Test
    void aStallOfASecondIsOutlived() {
        wireThrough(10);
        card.late = 8000;
        wireThrough(20);
        for (long frame = card.now - 800; frame < card.now; frame++) {
            assertThat(card.wire(frame, 5)).isEqualTo((byte) ((frame - 120) % 100));
        }
    }

    @Test
    void whatStoodInASlotIsKnownByFrameAlsoWhereItWasTooLate() {
        byte[] stood = new byte[80];
        for (int n = 0; n < 60; n++) {
            card.late = n % 7 == 3 ? 20 * n : 0;
            wireThrough(1);
            highway.receive(2, octets);
            highway.sent(5, stood);
            long first = card.read - 80;
            for (int i = 0; i < 80; i++) {
                assertThat(stood[i]).isEqualTo(card.wire(first + i, 5));
            }
        }
    }

    @Test
    void withoutACardOrWithAClockThatStandsStillNobodyWaits() {
        card.stopped = true;
        highway.turn();
        assertThat(highway.running()).isFalse();
        assertThat(highway.turn()).isFalse();
        highway.receive(2, octets);
        assertThat(octets).containsOnly(QUIET);
    }
}
