package ringdown.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompandingTest {
    /** G.711 Table 1a, column 6: first decision value of each A-law segment, in units of 1/4096, and its steps. */
    private static final int[][] A_SEGMENTS = {
        {0, 2}, {32, 2}, {64, 4}, {128, 8}, {256, 16}, {512, 32}, {1024, 64}, {2048, 128}
    };
    /** G.711 Table 2a: first decision value of each mu-law segment, in units of 1/8159, and its steps. */
    private static final int[][] MU_SEGMENTS = {
        {-1, 2}, {31, 4}, {95, 8}, {223, 16}, {479, 32}, {991, 64}, {2015, 128}, {4063, 256}
    };

    @Test
    void aLawChangesItsCharacterSignalExactlyAtTheDecisionValuesOfTheRecommendation() {
        for (int n = 0; n < 128; n++) {
            int[] segment = A_SEGMENTS[n / 16];
            int low = (segment[0] + n % 16 * segment[1]) * 8;
            int high = low + segment[1] * 8;
            int octet = (0x80 | n) ^ 0x55;
            assertThat(Companding.A_LAW.encode((short) low) & 0xFF).isEqualTo(octet);
            assertThat(Companding.A_LAW.encode((short) (high - 1)) & 0xFF).isEqualTo(octet);
            assertThat(Companding.A_LAW.encode((short) -(low + 1)) & 0xFF).isEqualTo(n ^ 0x55);
            assertThat(Companding.A_LAW.encode((short) -high) & 0xFF).isEqualTo(n ^ 0x55);
            assertThat(Companding.A_LAW.decode((byte) octet)).isEqualTo((short) ((low + high) / 2));
            assertThat(Companding.A_LAW.decode((byte) (n ^ 0x55))).isEqualTo((short) (-(low + high) / 2));
        }
    }

    @Test
    void muLawChangesItsCharacterSignalExactlyAtTheDecisionValuesOfTheRecommendation() {
        for (int n = 0; n < 128; n++) {
            int[] segment = MU_SEGMENTS[n / 16];
            int low = segment[0] + n % 16 * segment[1];
            int high = Math.min(8191, low + segment[1]);
            int octet = 0xFF - n;
            int first = Math.max(0, low) * 4;
            assertThat(Companding.MU_LAW.encode((short) first) & 0xFF).isEqualTo(octet);
            assertThat(Companding.MU_LAW.encode((short) (high * 4 - 1)) & 0xFF).isEqualTo(octet);
            int middle = n == 0 ? 0 : (low + segment[1] / 2) * 4;
            assertThat(Companding.MU_LAW.decode((byte) octet)).isEqualTo((short) middle);
            assertThat(Companding.MU_LAW.decode((byte) (octet & 0x7F))).isEqualTo((short) -middle);
        }
    }

    @Test
    void everyOctetSurvivesDecodingAndEncoding() {
        for (int octet = 0; octet < 256; octet++) {
            short a = Companding.A_LAW.decode((byte) octet);
            assertThat(Companding.A_LAW.encode(a)).isEqualTo((byte) octet);
            short mu = Companding.MU_LAW.decode((byte) octet);
            if (octet != 0x7F) { // negative zero is positive zero to a linear sample
                assertThat(Companding.MU_LAW.encode(mu)).isEqualTo((byte) octet);
            }
        }
    }

    @Test
    void transcodingIsDecodingAndEncoding() {
        byte[] octets = new byte[256];
        byte[] crossed = new byte[256];
        for (int i = 0; i < 256; i++) {
            octets[i] = (byte) i;
        }
        Companding.A_LAW.transcode(octets, 0, crossed, 0, 256);
        for (int i = 0; i < 256; i++) {
            assertThat(crossed[i]).isEqualTo(Companding.MU_LAW.encode(Companding.A_LAW.decode((byte) i)));
        }
        assertThat(Companding.A_LAW.silence()).isEqualTo((byte) 0xD5);
        assertThat(Companding.MU_LAW.silence()).isEqualTo((byte) 0xFF);
    }
}
