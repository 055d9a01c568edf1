package ringdown.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.audio.WavHeader;

/**
 * The recording of a talk as every player knows it: WAV, 16 bit, 8 kHz, the caller left and the office right. On disk it is half as
 * long. What a running recording has so far can be heard, and so can one whose writer died. One thread; closing closes the file.
 */
public final class TalkSound implements AutoCloseable {
    private static final int CHUNK = 4096;

    private final FileChannel file;
    private final long octets;

    private TalkSound(FileChannel file, long octets) {
        this.file = file;
        this.octets = octets;
    }

    /** Opens it; what is said later is not in it. */
    public static TalkSound open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            return new TalkSound(file, Math.max(0, file.size() - WavHeader.LENGTH) / 2 * 2);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Octets of the whole WAV. */
    public long length() {
        return WavHeader.LENGTH + octets * 2;
    }

    /** How long it is. */
    public double seconds() {
        return octets / 2.0 / Frame.SAMPLE_RATE;
    }

    /** The WAV from that octet on; closing it closes this too. */
    public InputStream from(long position) {
        return new Decoded(position);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class Decoded extends InputStream {
        private long at;
        private ByteBuffer ready = ByteBuffer.allocate(0);

        Decoded(long position) {
            at = position;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (!ready.hasRemaining()) {
                ready = next();
            }
            int got = Math.min(count, ready.remaining());
            ready.get(into, offset, got);
            at += got;
            return got == 0 && count > 0 ? -1 : got;
        }

        private ByteBuffer next() throws IOException {
            if (at < WavHeader.LENGTH) {
                ByteBuffer header = ByteBuffer.wrap(WavHeader.stereo(octets * 2));
                return header.position((int) at);
            }
            long sample = (at - WavHeader.LENGTH) / 2;
            ByteBuffer coded = ByteBuffer.allocate((int) Math.min(CHUNK, octets - sample));
            int got = 0;
            while (coded.hasRemaining() && got >= 0) {
                got = file.read(coded, WavHeader.LENGTH + sample + coded.position()); // may give less than asked for
            }
            return decoded(coded.flip()).position((int) ((at - WavHeader.LENGTH) % 2));
        }

        private ByteBuffer decoded(ByteBuffer coded) {
            ByteBuffer linear = ByteBuffer.allocate(coded.remaining() * 2).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            while (coded.hasRemaining()) {
                linear.putShort(Companding.A_LAW.decode(coded.get()));
            }
            return linear.flip();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
