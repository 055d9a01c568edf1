package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code ./ringdown bench fuzz} has found once stays mended. */
class FuzzFindsTest {
    static Stream<Path> finds() throws Exception {
        return Files.list(Path.of(FuzzFindsTest.class.getResource("finds").toURI()));
    }

    @ParameterizedTest
    @MethodSource("finds")
    void whatTheFuzzerFoundIsRefusedOrRead(Path find) throws Exception {
        byte[] octets = Files.readAllBytes(find);
        assertThatCode(() -> SipFuzz.fuzzerTestOneInput(octets)).doesNotThrowAnyException();
        assertThatCode(() -> SdpFuzz.fuzzerTestOneInput(octets)).doesNotThrowAnyException();
    }
}
