package ringdown.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An independent other end: libspandsp behind {@code src/test/peers/spandsp-peer.c}, compiled once per test run.
 * ./ringdown test installs gcc and libspandsp-dev; where they are missing the tests are left out.
 */
public final class SpandspPeer {
    private SpandspPeer() {}

    /** Lets the peer make a sound; {@code args} as in the head of the program, OUT where the file goes. */
    public static short[] make(String... args) {
        return withFile(new short[0], args).sound;
    }

    /** Lets the peer listen to a sound; {@code args} with OUT where the file goes. Gives what it prints. */
    public static String hear(short[] sound, String... args) {
        return withFile(sound, args).text;
    }

    /** Compiled when the first test asks. */
    private static final class Compiled {
        static final PeerProgram PEER = PeerProgram.of("spandsp-peer", "-lspandsp", "-lm");
    }

    private record Answer(String text, short[] sound) {}

    private static Answer withFile(short[] sound, String... args) {
        try {
            Path file = Files.createTempFile("ringdown-peer", ".wav");
            try {
                Files.write(file, Wav.bytes(sound));
                String[] words = args.clone();
                for (int i = 0; i < words.length; i++) {
                    words[i] = words[i].equals("OUT") ? file.toString() : words[i];
                }
                String text = Compiled.PEER.run(words);
                return new Answer(text, Wav.telephone(Files.readAllBytes(file)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
