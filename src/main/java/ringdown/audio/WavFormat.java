package ringdown.audio;

/**
 * The format chunk of a WAV file.
 *
 * @param coding how a sample is written
 * @param channels 1 or more
 * @param sampleRate samples per second
 * @param bits bits per sample of one channel
 */
public record WavFormat(Coding coding, int channels, int sampleRate, int bits) {
    /** Sample codings this house reads. */
    public enum Coding {
        PCM,
        FLOAT,
        A_LAW,
        MU_LAW,
        COMPRESSED
    }

    /** What the house records and the simulator takes. */
    public static final WavFormat TELEPHONE = new WavFormat(Coding.PCM, 1, Frame.SAMPLE_RATE, 16);

    static Coding coding(int tag) {
        return switch (tag) {
            case 1 -> Coding.PCM;
            case 3 -> Coding.FLOAT;
            case 6 -> Coding.A_LAW;
            case 7 -> Coding.MU_LAW;
            default -> Coding.COMPRESSED;
        };
    }

    int bytesPerFrame() {
        return channels * bits / 8;
    }

    void requireTelephone() throws WavFault {
        require(coding == Coding.PCM, "is not linear PCM but " + coding);
        require(channels == 1, "has " + channels + " channels");
        require(bits == 16, "has " + bits + " bits per sample");
        require(sampleRate == Frame.SAMPLE_RATE, "is sampled at " + sampleRate + " Hz");
    }

    private static void require(boolean fits, String what) throws WavFault {
        if (!fits) {
            throw new WavFault("the WAV " + what + "; mono, 16-bit, 8 kHz linear PCM is needed");
        }
    }

    void requireReadable() throws WavFault {
        boolean known = switch (coding) {
            case PCM -> bits == 8 || bits == 16 || bits == 24 || bits == 32;
            case FLOAT -> bits == 32 || bits == 64;
            case A_LAW, MU_LAW -> bits == 8;
            case COMPRESSED -> false;
        };
        if (!known) {
            throw new WavFault("the WAV is coded in a way that is not read here (" + coding + ", " + bits + " bits)");
        }
        if (channels < 1 || channels > 2 || sampleRate < 4000 || sampleRate > 192_000) {
            throw new WavFault("the WAV has " + channels + " channels at " + sampleRate + " Hz");
        }
    }
}
