package ringdown.prompts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ringdown.audio.Companding;
import ringdown.number.Language;

/**
 * Renders every sound that ships, with RHVoice, into the source tree; run by {@code src/main/prompts/render}, never in
 * the box. Sounds whose line in {@code rendered.tsv} has not changed are left alone.
 */
public final class RenderShipped {
    private final Path folder;
    private final Synthesizer synthesizer;
    private final Set<String> rendered = new HashSet<>();

    private RenderShipped(Path folder) throws IOException {
        this.folder = folder;
        this.synthesizer =
                new Synthesizer(System.getenv("PATH"), Files.createTempDirectory("render"), Duration.ofSeconds(60));
        var index = folder.resolve("rendered.tsv");
        rendered.addAll(Files.exists(index) ? Files.readAllLines(index) : List.of());
    }

    /** Renders into the folder given as the only argument. */
    public static void main(String[] arguments) throws IOException {
        new RenderShipped(Path.of(arguments[0])).render();
    }

    private void render() throws IOException {
        write(folder.resolve("music.wav"), Melody.samples());
        for (var language : Language.values()) {
            Files.createDirectories(folder.resolve(language.code()));
            for (var piece : Catalogue.of(language)) {
                render(language, piece);
            }
            removeOthers(language);
        }
        Files.writeString(folder.resolve("rendered.tsv"), ShippedList.list());
    }

    private void render(Language language, Piece piece) throws IOException {
        var file = folder.resolve(language.code()).resolve(piece.name() + ".wav");
        if (Files.exists(file) && rendered.contains(ShippedList.line(language, piece))) {
            return;
        }
        write(file, spoken(language, piece));
    }

    /** A cut far from the length of the piece spoken alone missed its pause: then alone is better. */
    private short[] spoken(Language language, Piece piece) throws IOException {
        if (piece.place() == Place.WHOLE) {
            return Mastering.speech(synthesizer.speak(piece.script(), language));
        }
        var alone = Mastering.speech(synthesizer.speak(piece.script(), language));
        var cut = Mastering.speech(Carrier.speak(synthesizer, language, piece));
        double ratio = (double) cut.length / alone.length;
        if (ratio > 0.7 && ratio < 1.35) {
            return cut;
        }
        System.err.printf("%s %s: cut is %.2f of alone%n", language.code(), piece.name(), ratio);
        return alone;
    }

    private void removeOthers(Language language) throws IOException {
        var names = Catalogue.byName(language).keySet();
        try (var files = Files.newDirectoryStream(folder.resolve(language.code()))) {
            for (var file : files) {
                if (!names.contains(file.getFileName().toString().replaceFirst("\\.wav$", ""))) {
                    Files.delete(file);
                }
            }
        }
    }

    /** WAV with coding 6 (A-law): half the size, and any player opens it. */
    private static void write(Path file, short[] samples) throws IOException {
        var data = new byte[samples.length];
        Companding.A_LAW.encode(samples, 0, data, 0, data.length);
        int padding = data.length % 2;
        var wav = ByteBuffer.allocate(58 + data.length + padding).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(50 + data.length + padding).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(18).putShort((short) 6).putShort((short) 1);
        wav.putInt(8000).putInt(8000).putShort((short) 1).putShort((short) 8).putShort((short) 0);
        wav.put(ascii("fact")).putInt(4).putInt(data.length);
        wav.put(ascii("data")).putInt(data.length).put(data);
        Files.write(file, wav.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
