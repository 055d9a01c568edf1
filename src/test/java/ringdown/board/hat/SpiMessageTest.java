package ringdown.board.hat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

/** The layout of struct spi_ioc_transfer and the numbers of its requests, as include/uapi/linux/spi/spidev.h has them. */
class SpiMessageTest {
    @Test
    void eachOctetIsATransferAndTheChipSelectRisesAfterEveryOne() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment transfers = new SpiMessage(arena, 7_000_000).fill(new byte[] {9, 0x60, 5, -1}, 1, 3);
            long firstOut = transfers.get(ValueLayout.JAVA_LONG, 0);
            for (int n = 0; n < 3; n++) {
                MemorySegment one = transfers.asSlice(32L * n, 32);
                assertThat(one.get(ValueLayout.JAVA_LONG, 0)).as("tx_buf").isEqualTo(firstOut + n);
                assertThat(one.get(ValueLayout.JAVA_INT, 16)).as("len").isEqualTo(1);
                assertThat(one.get(ValueLayout.JAVA_INT, 20)).as("speed_hz").isEqualTo(7_000_000);
                assertThat(one.get(ValueLayout.JAVA_BYTE, 26))
                        .as("bits_per_word")
                        .isEqualTo((byte) 8);
                assertThat(one.get(ValueLayout.JAVA_BYTE, 27))
                        .as("cs_change: raised between octets, and after the last by itself")
                        .isEqualTo((byte) (n < 2 ? 1 : 0));
            }
            MemorySegment sent = MemorySegment.ofAddress(firstOut).reinterpret(3);
            assertThat(sent.toArray(ValueLayout.JAVA_BYTE)).containsExactly(0x60, 5, -1);
        }
        assertThat(SpiMessage.request(1)).isEqualTo(0x40206B00L);
        assertThat(SpiMessage.request(3)).isEqualTo(0x40606B00L);
    }

    @Test
    void aDeviceThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> LibC.open("/dev/spidev99.9"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/dev/spidev99.9 cannot be opened");
    }

    @Test
    void withoutARaspberryPiThePinsAreSaidToBeMissing() {
        assertThatThrownBy(() -> new RaspberryPi().pins(BoardProfile.of("oak8x")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the board's pins cannot be opened: ");
    }
}
