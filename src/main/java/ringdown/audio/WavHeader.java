package ringdown.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the sound lies in a RIFF/WAVE file. Extra chunks are skipped. A data length of 0, -1, or beyond the end, as a
 * crash or a pipe leaves it, means "to the end of the file".
 *
 * @param format how it is coded
 * @param dataOffset first byte of the samples
 * @param dataLength bytes of samples, whole frames only
 */
public record WavHeader(WavFormat format, int dataOffset, long dataLength) {
    /** Length of the header that {@link #bytes} makes. */
    public static final int LENGTH = 44;

    private static final int EXTENSIBLE = 0xFFFE;
    private static final int A_LAW_TAG = 6;

    /**
     * Reads a header.
     *
     * @param file the file, or as much of its beginning as holds all chunks before the samples
     * @param fileLength length of the whole file
     * @throws WavFault what is wrong with it
     */
    public static WavHeader parse(byte[] file, long fileLength) throws WavFault {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < 12 || !tag(in, 0).equals("RIFF") || !tag(in, 8).equals("WAVE")) {
            throw new WavFault("not a RIFF/WAVE file");
        }
        WavFormat format = null;
        long at = 12;
        while (at + 8 <= file.length) {
            int start = (int) at;
            long length = in.getInt(start + 4) & 0xFFFF_FFFFL;
            if (tag(in, start).equals("data")) {
                return data(in, format, start + 8, length, fileLength);
            }
            if (tag(in, start).equals("fmt ")) {
                format = format(in, start + 8, length);
            }
            at += 8 + length + (length & 1);
        }
        throw new WavFault("the WAV is cut short: it has no " + (format == null ? "format" : "data") + " chunk");
    }

    private static WavHeader data(ByteBuffer in, @Nullable WavFormat format, int start, long length, long fileLength)
            throws WavFault {
        if (format == null) {
            throw new WavFault("the WAV has no format chunk before its data");
        }
        long left = fileLength - start;
        boolean unfinished = length == 0 && !chunkAt(in, start, left);
        long bytes = unfinished || length > left ? left : length;
        int frame = Math.max(1, format.bytesPerFrame());
        return new WavHeader(format, start, bytes - bytes % frame);
    }

    /** An empty data chunk followed by a well-formed chunk is really empty. */
    private static boolean chunkAt(ByteBuffer in, int start, long left) {
        return left >= 8
                && start + 8 <= in.limit()
                && tag(in, start).chars().allMatch(c -> c >= ' ' && c < 127)
                && (in.getInt(start + 4) & 0xFFFF_FFFFL) <= left - 8;
    }

    private static WavFormat format(ByteBuffer in, int start, long length) throws WavFault {
        if (length < 16 || start + 16 > in.limit()) {
            throw new WavFault("the WAV is cut short in its format chunk");
        }
        int coding = in.getShort(start) & 0xFFFF;
        if (coding == EXTENSIBLE && length >= 26 && start + 26 <= in.limit()) {
            coding = in.getShort(start + 24) & 0xFFFF;
        }
        int channels = in.getShort(start + 2) & 0xFFFF;
        int bits = in.getShort(start + 14) & 0xFFFF;
        return new WavFormat(WavFormat.coding(coding), channels, in.getInt(start + 4), bits);
    }

    private static String tag(ByteBuffer in, int at) {
        return new String(in.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    /** A header for {@code dataBytes} bytes of mono 16-bit 8 kHz samples; a recorder writes it anew when it grows. */
    public static byte[] bytes(long dataBytes) {
        return bytes(dataBytes, 1, 1, 2);
    }

    /** The same for two channels, left and right in turn. */
    public static byte[] stereo(long dataBytes) {
        return bytes(dataBytes, 1, 2, 2);
    }

    /** A header of the same length for two channels of A-law, one octet of each in turn (RFC 2361: format tag 6). */
    public static byte[] stereoALaw(long dataBytes) {
        return bytes(dataBytes, A_LAW_TAG, 2, 1);
    }

    private static byte[] bytes(long dataBytes, int tag, int channels, int octets) {
        int length = (int) Math.min(dataBytes, 0xFFFF_FFFFL - LENGTH);
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(length + LENGTH - 8)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) tag)
                .putShort((short) channels)
                .putInt(Frame.SAMPLE_RATE)
                .putInt(Frame.SAMPLE_RATE * channels * octets)
                .putShort((short) (channels * octets))
                .putShort((short) (8 * octets))
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .array();
    }
}
