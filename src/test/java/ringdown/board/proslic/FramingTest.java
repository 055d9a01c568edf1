package ringdown.board.proslic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramingTest {
    private final List<String> sent = new ArrayList<>();
    private int answer = 0x5A;
    private final SpiBytes spi = octets -> {
        sent.add(HexFormat.of().formatHex(octets));
        octets[octets.length - 1] = (byte) answer;
    };

    @Test
    void anSi3050IsNamedByItsPositionWithTheBitsReversed() {
        List<String> names = List.of("60", "68", "64", "6c", "62");
        for (int position = 0; position < names.size(); position++) {
            assertThat(new Si3050Chain(spi, position).read(5)).isEqualTo(0x5A);
            assertThat(sent.getLast()).isEqualTo(names.get(position) + "05ff");
        }
        new Si3050Chain(spi, 3).write(33, 0x128);
        assertThat(sent.getLast()).as("eight bits, a write").isEqualTo("2c2128");
        assertThatThrownBy(() -> new Si3050Chain(spi, 16)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void si3210sBecomeAChainByOneFrameOfTwoOctetsAndAreThenSelectedByBits() {
        Si3210Chain.enter(spi);
        assertThat(sent.getLast()).isEqualTo("0080");
        answer = 0xC3;
        assertThat(new Si3210Chain(spi, 0).read(64)).isEqualTo(0xC3);
        assertThat(sent.getLast()).isEqualTo("01c0ff");
        new Si3210Chain(spi, 7).write(64, 4);
        assertThat(sent.getLast()).isEqualTo("804004");
        assertThatThrownBy(() -> new Si3210Chain(spi, 8)).isInstanceOf(IllegalArgumentException.class);
    }
}
