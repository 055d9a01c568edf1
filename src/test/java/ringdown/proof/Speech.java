package ringdown.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ringdown.Installed;
import ringdown.audio.Wav;

/** What people say in the proofs, spoken by espeak-ng, an independent program; 8 kHz. */
final class Speech {
    /** About 25 s that do not repeat. */
    static final String LONG_A =
            "The first telephone speaks now, and it has much to tell. Seven brown foxes ran across a frozen river, while the"
                    + " miller counted sacks of barley. Nobody had told him that the bridge was closed since Wednesday. He"
                    + " walked on, whistling quietly, past the old church and the market, until evening fell upon the valley and"
                    + " lamps were lit in every second window. Then he remembered the letter that his sister had sent from"
                    + " overseas, and he began to laugh.";

    static final String LONG_B =
            "Here answers the second party with quite another story. Good morning, my question is about an appointment for"
                    + " Thursday afternoon. Could you please move it by two hours, because my train arrives late from the"
                    + " mountains. I would also like to know whether parking behind the building is still possible, and who will"
                    + " look after the dog meanwhile. Thank you kindly, I shall wait for your call and keep the telephone near"
                    + " me all day long.";

    private static final Map<String, short[]> SPOKEN = new ConcurrentHashMap<>();

    private Speech() {}

    static short[] of(String text) {
        return SPOKEN.computeIfAbsent(text, Speech::speak).clone();
    }

    /** The beginning of it. */
    static short[] of(String text, double seconds) {
        return Arrays.copyOf(of(text), (int) (seconds * 8000));
    }

    private static short[] speak(String text) {
        try {
            Path raw = Files.createTempFile("ringdown-speech", ".wav");
            Path telephone = Files.createTempFile("ringdown-speech", ".wav");
            try {
                run("espeak-ng", "-v", "en", "-w", raw.toString(), text);
                run(
                        "sox",
                        "-q",
                        raw.toString(),
                        "-b",
                        "16",
                        "-r",
                        "8000",
                        "-c",
                        "1",
                        telephone.toString(),
                        "sinc",
                        "300-3400",
                        "compand",
                        "0.01,0.2",
                        "-60,-60,-30,-15,0,-10",
                        "gain",
                        "-n",
                        "-8");
                return Wav.any(Files.readAllBytes(telephone));
            } finally {
                Files.deleteIfExists(raw);
                Files.deleteIfExists(telephone);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void run(String... command) throws IOException {
        Installed.program(command[0]);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command[0] + " failed: " + said);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
