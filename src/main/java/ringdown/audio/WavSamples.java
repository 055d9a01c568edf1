package ringdown.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Samples of any readable WAV as mono floats, full scale 32768. */
final class WavSamples {
    private WavSamples() {}

    static float[] mono(byte[] file, WavHeader header) {
        WavFormat format = header.format();
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int width = format.bits() / 8;
        float[] out = new float[(int) (header.dataLength() / format.bytesPerFrame())];
        int at = header.dataOffset();
        for (int i = 0; i < out.length; i++) {
            float sum = 0;
            for (int channel = 0; channel < format.channels(); channel++) {
                sum += sample(in, at, format);
                at += width;
            }
            out[i] = sum / format.channels();
        }
        return out;
    }

    private static float sample(ByteBuffer in, int at, WavFormat format) {
        return switch (format.coding()) {
            case PCM -> pcm(in, at, format.bits());
            case FLOAT -> 32768 * finite(format.bits() == 32 ? in.getFloat(at) : in.getDouble(at));
            case A_LAW -> Companding.A_LAW.decode(in.get(at));
            case MU_LAW -> Companding.MU_LAW.decode(in.get(at));
            case COMPRESSED -> throw new IllegalStateException("checked by requireReadable");
        };
    }

    private static float finite(double value) {
        return Double.isFinite(value) ? (float) value : 0;
    }

    private static float pcm(ByteBuffer in, int at, int bits) {
        return switch (bits) {
            case 8 -> ((in.get(at) & 0xFF) - 128) * 256f; // 8-bit WAV is unsigned
            case 16 -> in.getShort(at);
            case 24 -> (in.getShort(at + 1) * 256 + (in.get(at) & 0xFF)) / 256f;
            default -> in.getInt(at) / 65536f;
        };
    }
}
