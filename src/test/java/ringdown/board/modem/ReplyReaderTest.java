package ringdown.board.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines, events and sound of a modem (V.253 §9, §10), and what is none of them. */
class ReplyReaderTest {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder signs = new StringBuilder();
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
    private int ends;

    private final ReplyReader reader = new ReplyReader(new ReplyReader.Listener() {
        @Override
        public void word(String line) {
            words.add(line);
        }

        @Override
        public void sign(char code) {
            signs.append(code);
        }

        @Override
        public void sound(byte octet) {
            sound.write(octet);
        }

        @Override
        public void soundOver() {
            ends++;
        }
    });

    private void comes(String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        reader.read(octets, octets.length);
    }

    @Test
    void aStreamHoldsShieldedOctetsEventsAndItsEnd() {
        reader.expectSound();
        comes("\r\nCONNECT\r\n");
        comes("ab\u0010\u0010c\u0010\u001Ad\u0010be\u0010\u0003\r\nOK\r\n");
        assertThat(sound.toByteArray()).containsExactly('a', 'b', 0x10, 'c', 0x10, 0x10, 'd', 'e');
        assertThat(signs.toString()).isEqualTo("b");
        assertThat(ends).isOne();
        assertThat(words).containsExactly("CONNECT", "OK");
    }

    @Test
    void aKeyThatIsHeldIsOneKeyAndTwoPressesAreTwo() {
        comes("\u0010/\u00105\u00105\u00105\u0010~\u0010/\u00105\u0010~\u0010#");
        assertThat(signs.toString()).isEqualTo("55#");
    }

    @Test
    void eventsOfManyLettersAreSkipped() {
        comes("\u0010Xabc b\u0010.\u0010s");
        assertThat(signs.toString()).isEqualTo("s");
    }

    @Test
    void anEndThatIsOnlyTextIsFoundOnceWeHaveEndedTheStream() {
        reader.expectSound();
        comes("\r\nCONNECT\r\nxyz");
        reader.endSound();
        comes("uvw\r\nOK\r\n\r\nRING\r\n");
        assertThat(sound.toString(StandardCharsets.US_ASCII)).isEqualTo("xyz");
        assertThat(words).containsExactly("CONNECT", "OK", "RING");
    }

    @Test
    void noiseHurtsNobodyAndTheNextLineIsReadAgain() {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        reader.read(noise, noise.length);
        reader.commands();
        comes("\u0010.\n\n\r\nOK\r\n");
        assertThat(words.getLast()).endsWith("OK");
    }
}
