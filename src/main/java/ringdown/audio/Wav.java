package ringdown.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** WAV files as bytes: read whole, written whole. Stateless. */
public final class Wav {
    private Wav() {}

    /**
     * Reads a file that must be mono, 16-bit, 8 kHz linear PCM.
     *
     * @return its samples
     * @throws WavFault what is wrong: no RIFF file, compressed, stereo, 24-bit, 44.1 kHz, cut short
     */
    public static short[] telephone(byte[] file) throws WavFault {
        WavHeader header = WavHeader.parse(file, file.length);
        header.format().requireTelephone();
        short[] samples = new short[(int) (header.dataLength() / 2)];
        ByteBuffer.wrap(file, header.dataOffset(), samples.length * 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    /**
     * Reads any ordinary file (8, 16, 24, 32-bit PCM, float, A-law, mu-law; mono or stereo; 4 to 192 kHz) and brings it
     * to the house's format: mixed down, resampled, 16-bit.
     *
     * @return samples at 8 kHz
     * @throws WavFault what is wrong with it
     */
    public static short[] any(byte[] file) throws WavFault {
        WavHeader header = WavHeader.parse(file, file.length);
        header.format().requireReadable();
        float[] mono = WavSamples.mono(file, header);
        return Resampler.to8k(mono, header.format().sampleRate());
    }

    /** A whole file from samples at 8 kHz. */
    public static byte[] bytes(short[] samples) {
        ByteBuffer file =
                ByteBuffer.allocate(WavHeader.LENGTH + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put(WavHeader.bytes(samples.length * 2L));
        file.asShortBuffer().put(samples);
        return file.array();
    }

    /** The same of two channels of one length, left and right. */
    public static byte[] bytes(short[] left, short[] right) {
        ByteBuffer file =
                ByteBuffer.allocate(WavHeader.LENGTH + left.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put(WavHeader.stereo(left.length * 4L));
        for (int i = 0; i < left.length; i++) {
            file.putShort(left[i]).putShort(right[i]);
        }
        return file.array();
    }
}
