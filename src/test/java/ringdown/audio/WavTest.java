package ringdown.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WavTest {
    private static final short[] SOUND = {0, 1, -1, 32767, -32768, 1234};

    @Test
    void whatIsWrittenIsReadBack() throws WavFault {
        assertThat(Wav.telephone(Wav.bytes(SOUND))).isEqualTo(SOUND);
        assertThat(Wav.any(Wav.bytes(SOUND))).isEqualTo(SOUND);
        assertThat(Wav.telephone(Wav.bytes(new short[0]))).isEmpty();
    }

    @Test
    void extraChunksAreSkipped() throws WavFault {
        byte[] data = chunk("data", Arrays.copyOfRange(Wav.bytes(SOUND), 44, 56));
        byte[] file = riff(
                chunk("LIST", new byte[7]),
                format(1, 1, 8000, 16),
                chunk("fact", new byte[4]),
                data,
                chunk("id3 ", new byte[9]));
        assertThat(Wav.telephone(file)).isEqualTo(SOUND);
    }

    @Test
    void aLengthThatACrashLeftBehindMeansToTheEnd() throws WavFault {
        for (int wrong : new int[] {0, -1, 0x7FFFFFFF, 100_000}) {
            byte[] file = Wav.bytes(SOUND);
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, wrong);
            assertThat(Wav.telephone(file)).isEqualTo(SOUND);
            assertThat(Wav.telephone(Arrays.copyOf(file, 55))).hasSize(5);
        }
    }

    @Test
    void eachFaultNamesItself() {
        byte[] data = chunk("data", new byte[48]);
        fault("hello, this is no sound at all".getBytes(StandardCharsets.UTF_8), "not a RIFF");
        fault(new byte[0], "not a RIFF");
        fault(Arrays.copyOf(Wav.bytes(SOUND), 30), "cut short");
        fault(Arrays.copyOf(Wav.bytes(SOUND), 38), "cut short");
        fault(riff(format(1, 2, 8000, 16), data), "2 channels");
        fault(riff(format(1, 1, 8000, 24), data), "24 bits");
        fault(riff(format(1, 1, 44100, 16), data), "44100 Hz");
        fault(riff(format(7, 1, 8000, 8), data), "MU_LAW");
        fault(riff(format(0x55, 1, 8000, 0), data), "COMPRESSED");
        fault(riff(data, format(1, 1, 8000, 16)), "no format chunk");
    }

    @Test
    void noBytesWhateverTheyAreDoMoreThanBeRefused() {
        var random = new Random(7);
        byte[] good = riff(format(1, 1, 8000, 16), chunk("data", new byte[64]));
        for (int i = 0; i < 4000; i++) {
            byte[] file = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int j = 0; j < 4 && file.length > 0; j++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Wav.any(file)).isNotNull();
                Wav.telephone(file);
            } catch (WavFault refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void everyOrdinaryFormatIsBroughtToTheHousesOwn() throws WavFault {
        for (int rate : new int[] {8000, 11025, 16000, 22050, 24000, 44100, 48000}) {
            for (int bits : new int[] {8, 16, 24, 32}) {
                for (int channels = 1; channels <= 2; channels++) {
                    short[] sound =
                            Wav.any(riff(format(1, channels, rate, bits), chunk("data", sine(rate, bits, channels))));
                    assertThat(sound.length).isBetween(7990, 8001);
                    assertThat(Level.dbm0(sound, 400, 7000)).isBetween(-3.1, -2.6);
                }
            }
        }
    }

    private static byte[] sine(int rate, int bits, int channels) {
        ByteBuffer out = ByteBuffer.allocate(rate * bits / 8 * channels).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rate * channels; i++) {
            double value = 0.5 * Math.sin(2 * Math.PI * 1000 * (i / channels) / rate);
            switch (bits) {
                case 8 -> out.put((byte) (128 + Math.round(127 * value)));
                case 16 -> out.putShort((short) Math.round(32767 * value));
                case 24 -> {
                    int v = (int) Math.round(8388607 * value);
                    out.put((byte) v).putShort((short) (v >> 8));
                }
                default -> out.putInt((int) Math.round(2147483647.0 * value));
            }
        }
        return out.array();
    }

    private static void fault(byte[] file, String says) {
        assertThatThrownBy(() -> Wav.telephone(file))
                .isInstanceOf(WavFault.class)
                .hasMessageContaining(says);
    }

    static byte[] format(int tag, int channels, int rate, int bits) {
        ByteBuffer body = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        body.putShort((short) tag).putShort((short) channels).putInt(rate).putInt(rate * channels * bits / 8);
        body.putShort((short) (channels * bits / 8)).putShort((short) bits);
        return chunk("fmt ", body.array());
    }

    static byte[] chunk(String tag, byte[] body) {
        ByteBuffer out = ByteBuffer.allocate(8 + body.length + body.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        return out.put(tag.getBytes(StandardCharsets.US_ASCII))
                .putInt(body.length)
                .put(body)
                .array();
    }

    static byte[] riff(byte[]... chunks) {
        int length = Arrays.stream(chunks).mapToInt(c -> c.length).sum();
        ByteBuffer out = ByteBuffer.allocate(12 + length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(length + 4)
                .put("WAVE".getBytes(StandardCharsets.US_ASCII));
        for (byte[] chunk : chunks) {
            out.put(chunk);
        }
        return out.array();
    }
}
