package ringdown.board.tdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real libasound; its file plugin stands for the card, so that every octet can be seen. It has no clock: time is the bench's. */
class AlsaCardTest {
    @TempDir
    static Path folder;

    private static Path out;
    private static final byte[] COMES_IN = new byte[800 * SoundCard.OCTETS];

    @BeforeAll
    static void configure() throws Throwable {
        assumeTrue(there(), "libasound is not installed");
        new Random(1).nextBytes(COMES_IN);
        out = folder.resolve("out.raw");
        Path in = Files.write(folder.resolve("in.raw"), COMES_IN);
        Path configuration = Files.writeString(folder.resolve("asound.conf"), """
                pcm.wire_out { type file slave.pcm { type null } file "%s" format raw }
                pcm.wire_in { type file slave.pcm { type null } file "/dev/null" infile "%s" format raw }
                """.formatted(out, in));
        Linker linker = Linker.nativeLinker();
        var set = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom("ALSA_CONFIG_PATH");
            MemorySegment value = arena.allocateFrom(configuration.toString());
            assertThat((int) set.invokeExact(name, value, 1)).isZero();
        }
    }

    private static boolean there() {
        try (Arena arena = Arena.ofConfined()) {
            LibAsound.load(arena);
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    @Test
    void framesGoOutAndComeInOctetByOctet() throws IOException {
        byte[] first = new byte[1720 * SoundCard.OCTETS];
        byte[] then = new byte[80 * SoundCard.OCTETS];
        new Random(2).nextBytes(first);
        new Random(3).nextBytes(then);
        byte[] heard = new byte[80 * SoundCard.OCTETS];
        try (AlsaCard card = new AlsaCard("wire_out", "wire_in")) {
            card.start(first, 1720);
            for (int block = 0; block < 5; block++) {
                assertThat(card.await(80)).isGreaterThanOrEqualTo(80);
                card.read(heard, 80);
                assertThat(heard)
                        .isEqualTo(Arrays.copyOfRange(COMES_IN, block * heard.length, (block + 1) * heard.length));
            }
            card.write(first, 16, 10);
            card.write(then, 0, 80);
            assertThat(card.ahead()).isBetween(0, SoundCard.BUFFER);
        }
        byte[] wire = Files.readAllBytes(out);
        assertThat(wire).hasSize(1810 * SoundCard.OCTETS).startsWith(first).endsWith(then);
    }

    @Test
    void aCardThatIsNotThereIsSaidInPlainWords() {
        assertThatThrownBy(() -> AlsaCard.of("RingdownOAK"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hw:RingdownOAK,0: ")
                .hasMessageContaining("there is no such card");
    }
}
