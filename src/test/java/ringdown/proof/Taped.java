package ringdown.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The recording of a talk as a player hears it: WAV, 16 bit, 8 kHz, two channels; read here by hand. */
record Taped(short[] left, short[] right) {
    static Taped of(byte[] file) {
        ByteBuffer wav = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        boolean stereo =
                wav.getShort(20) == 1 && wav.getShort(22) == 2 && wav.getInt(24) == 8000 && wav.getShort(34) == 16;
        if (!stereo || wav.getInt(40) != file.length - 44) {
            throw new AssertionError("no such WAV: " + Arrays.toString(Arrays.copyOf(file, 44)));
        }
        short[] left = new short[(file.length - 44) / 4];
        short[] right = new short[left.length];
        wav.position(44);
        for (int i = 0; i < left.length; i++) {
            left[i] = wav.getShort();
            right[i] = wav.getShort();
        }
        return new Taped(left, right);
    }

    double seconds() {
        return left.length / 8000.0;
    }

    /** What was said left is there, and not on the right. */
    boolean hasLeft(short[] said) {
        return Hearing.alike(left, said, 2) > 0.95 && Hearing.same(right, said, 2) < 0.6;
    }

    boolean hasRight(short[] said) {
        return Hearing.alike(right, said, 2) > 0.95 && Hearing.same(left, said, 2) < 0.6;
    }
}
