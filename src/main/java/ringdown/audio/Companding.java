package ringdown.audio;

/**
 * The two companding laws of ITU-T G.711 (11/1988), bit exact, in the octet form that ISDN, SIP and codec chips use
 * (A-law with the even bits inverted, mu-law with all bits inverted). Stateless.
 */
public enum Companding {
    A_LAW {
        @Override
        public byte encode(short sample) {
            // One's complement of negative values keeps both halves symmetric about the decision value 0 (Table 1a).
            int magnitude = (sample < 0 ? ~sample : sample) >> 4;
            int segment = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
            int code = segment < 2 ? magnitude : (segment << 4) | (magnitude >> (segment - 1)) & 0x0F;
            return (byte) ((sample < 0 ? code : code | 0x80) ^ 0x55);
        }

        @Override
        short expand(int octet) {
            int code = octet ^ 0x55;
            int segment = code >> 4 & 7;
            int step = (code & 0x0F) << 4;
            int value = segment == 0 ? step + 8 : step + 0x108 << segment - 1;
            return (short) ((code & 0x80) != 0 ? value : -value);
        }
    },

    MU_LAW {
        private static final int BIAS = 33;
        private static final int TOP = 0x1FFF;

        @Override
        public byte encode(short sample) {
            int biased = Math.min(TOP, ((sample < 0 ? ~sample : sample) >> 2) + BIAS);
            int segment = 26 - Integer.numberOfLeadingZeros(biased);
            int code = (segment << 4) | (biased >> (segment + 1)) & 0x0F;
            return (byte) ~(sample < 0 ? code | 0x80 : code);
        }

        @Override
        short expand(int octet) {
            int code = ~octet & 0xFF;
            int value = ((((code & 0x0F) << 1) + BIAS << (code >> 4 & 7)) - BIAS) << 2;
            return (short) ((code & 0x80) == 0 ? value : -value);
        }
    };

    private final short[] expanded = new short[256];
    private final byte[] crossed = new byte[256];

    static {
        for (Companding law : values()) {
            Companding other = law == A_LAW ? MU_LAW : A_LAW;
            for (int octet = 0; octet < 256; octet++) {
                law.expanded[octet] = law.expand(octet);
                law.crossed[octet] = other.encode(law.expanded[octet]);
            }
        }
    }

    /** One sample to its octet. */
    public abstract byte encode(short sample);

    abstract short expand(int octet);

    /** One octet to its quantized value. */
    public short decode(byte octet) {
        return expanded[octet & 0xFF];
    }

    /** One octet of this law to the octet of the other one, through its quantized value. */
    public byte transcode(byte octet) {
        return crossed[octet & 0xFF];
    }

    /** The octet of silence. */
    public byte silence() {
        return encode((short) 0);
    }

    /** {@code length} samples to octets. */
    public void encode(short[] in, int inOffset, byte[] out, int outOffset, int length) {
        for (int i = 0; i < length; i++) {
            out[outOffset + i] = encode(in[inOffset + i]);
        }
    }

    /** {@code length} octets to samples. */
    public void decode(byte[] in, int inOffset, short[] out, int outOffset, int length) {
        for (int i = 0; i < length; i++) {
            out[outOffset + i] = expanded[in[inOffset + i] & 0xFF];
        }
    }

    /** {@code length} octets of this law to the other law; in and out may be the same array. */
    public void transcode(byte[] in, int inOffset, byte[] out, int outOffset, int length) {
        for (int i = 0; i < length; i++) {
            out[outOffset + i] = crossed[in[inOffset + i] & 0xFF];
        }
    }
}
