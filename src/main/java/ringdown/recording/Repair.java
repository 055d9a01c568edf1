package ringdown.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import ringdown.audio.Frame;
import ringdown.audio.WavHeader;

/** Mends a file whose writer died: the header says the length of what is there, half a sample at the end goes. Stateless. */
public final class Repair {
    private Repair() {}

    /** The same for the recording of a talk, two sides of A-law. */
    public static double talk(Path path) throws IOException {
        return mend(path, SoundFile.Form.TALK);
    }

    /**
     * Makes it a whole WAV file up to the last sample on disk. Doing it twice is fine.
     *
     * @return its length in seconds; 0 for a file that did not get its header
     * @throws IOException if it cannot be read or written
     */
    public static double wav(Path path) throws IOException {
        return mend(path, SoundFile.Form.MESSAGE);
    }

    private static double mend(Path path, SoundFile.Form form) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            long bytes = Math.max(0, file.size() - WavHeader.LENGTH) / form.frame() * form.frame();
            ByteBuffer header = ByteBuffer.wrap(form.header(bytes));
            long at = 0;
            while (header.hasRemaining()) {
                at += file.write(header, at);
            }
            file.truncate(WavHeader.LENGTH + bytes);
            file.force(true);
            return bytes / (double) form.frame() / Frame.SAMPLE_RATE;
        }
    }
}
