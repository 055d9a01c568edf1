package ringdown.audio;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import ringdown.Patience;

/**
 * A fax machine or a modem of libspandsp at the end of a line, in step with it: 80 samples in, 80 out. {@code src/test/peers/spandsp-line.c}.
 * Belongs to the thread that moves the line.
 */
public final class SpandspMachine implements AutoCloseable {
    private static final PeerProgram PROGRAM = PeerProgram.of("spandsp-line", "-lspandsp", "-ltiff", "-lm");

    private final Process process;
    private final OutputStream out;
    private final DataInputStream in;
    private final Path told;
    private final ByteBuffer block = ByteBuffer.allocate(2 * Frame.SAMPLES).order(ByteOrder.LITTLE_ENDIAN);

    private SpandspMachine(String... args) {
        try {
            told = Files.createTempFile("spandsp-line", ".txt");
            process = new ProcessBuilder(PROGRAM.command(args))
                    .redirectError(told.toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        out = process.getOutputStream();
        in = new DataInputStream(process.getInputStream());
    }

    /** Calls, and sends so many pages with so many rows of text each, at a rate that differs so much from the line's. */
    public static SpandspMachine sends(Path file, int pages, int rows, Kind kind, double ppm) {
        return new SpandspMachine(
                "fax-call", file.toString(), "" + pages, "" + rows, kind.corrects(), kind.v17(), "ppm=" + ppm);
    }

    /** What a fax machine can. */
    public enum Kind {
        /** V.17 at 14400 bit/s, as most; its short trainings between pages rest on the first one. */
        V17,
        /** The same with error correction. */
        V17_CORRECTS,
        /** V.29 at 9600 bit/s, which trains in full before each page. */
        V29;

        private String corrects() {
            return "ecm=" + (this == V17_CORRECTS ? 1 : 0);
        }

        private String v17() {
            return "v17=" + (this == V29 ? 0 : 1);
        }
    }

    /** Is called, and takes pages. */
    public static SpandspMachine takes(Path file, Kind kind, double ppm) {
        return new SpandspMachine("fax-answer", file.toString(), kind.corrects(), kind.v17(), "ppm=" + ppm);
    }

    /** V.22bis that calls. */
    public static SpandspMachine modemCalls(double ppm) {
        return new SpandspMachine("modem-call", "ppm=" + ppm);
    }

    /** V.22bis that is called: 2100 Hz first. */
    public static SpandspMachine modemAnswers(double ppm) {
        return new SpandspMachine("modem-answer", "ppm=" + ppm);
    }

    /** The same with ANSam, whose phase turns (V.8): what modems say that cancel echo themselves. */
    public static SpandspMachine modemAnswersTurning() {
        return new SpandspMachine("modem-answer", "turns=1");
    }

    /** How many pages of both are alike, as "pages 2 alike 2 wrong rows 0". */
    public static String alike(Path sent, Path taken) {
        return PROGRAM.run("same", sent.toString(), taken.toString()).strip();
    }

    /** Line models and composite source signal of G.168, a line each: name, gain, numbers. */
    public static String g168() {
        return PROGRAM.run("g168");
    }

    /** Hears the frame, and says what is in it afterwards. */
    public void exchange(short[] frame) {
        try {
            block.clear();
            for (short sample : frame) {
                block.putShort(sample);
            }
            out.write(block.array());
            out.flush();
            in.readFully(block.array());
        } catch (IOException dead) {
            throw new UncheckedIOException("the machine is dead: " + told(), dead);
        }
        for (int i = 0; i < frame.length; i++) {
            frame[i] = block.getShort(2 * i);
        }
    }

    /** What it has told so far. */
    public String told() {
        try {
            return Files.readString(told, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Unplugs it; what it told last is in {@link #told} then. */
    public SpandspMachine unplugged() {
        try {
            out.close();
            if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the machine does not end: " + told());
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        return this;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        told.toFile().delete();
    }
}
