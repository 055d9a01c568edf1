package ringdown.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import ringdown.audio.Wav;
import ringdown.number.Language;

/**
 * Speaks free text with a program of the distribution: RHVoice if its voice for the language is installed, else
 * espeak-ng, else nothing. Each text runs as a process of its own under a time-out, so that a fault in it cannot harm
 * the box; the text goes through a file. Safe for any thread; the caller's thread waits.
 */
public final class Synthesizer {
    private static final Duration TIME_OUT = Duration.ofSeconds(20);

    private final String searchPath;
    private final Path scratch;
    private final Duration timeOut;

    private record Voice(Engine engine, Path program, String name) {}

    /**
     * Looks for programs when a text is to be spoken, not before.
     *
     * @param searchPath folders with programs, as in {@code PATH}
     * @param scratch where the texts and the raw sounds lie while a program runs
     */
    public Synthesizer(String searchPath, Path scratch) {
        this(searchPath, scratch, TIME_OUT);
    }

    Synthesizer(String searchPath, Path scratch, Duration timeOut) {
        this.searchPath = searchPath;
        this.scratch = scratch;
        this.timeOut = timeOut;
    }

    /** The voice that speaks a language, for people and as a part of cache keys: {@code RHVOICE natalia}. */
    public Optional<String> voice(Language language) {
        return find(language).map(voice -> voice.engine() + " " + voice.name());
    }

    private Optional<Voice> find(Language language) {
        for (var engine : Engine.values()) {
            var program = engine.program(searchPath);
            if (program.isPresent() && engine.has(engine.voice(language))) {
                return Optional.of(new Voice(engine, program.get(), engine.voice(language)));
            }
        }
        return Optional.empty();
    }

    /**
     * Speaks.
     *
     * @return samples at 8 kHz as the program gave them, neither trimmed nor levelled
     * @throws IOException no program, or it failed, or it took too long
     */
    short[] speak(String text, Language language) throws IOException {
        return speak(text, language, List.of());
    }

    /**
     * Speaks what nobody waits for, leaving the processor to calls: a box with fifty new people speaks for seconds, right when its
     * first calls come.
     *
     * @throws IOException as {@link #speak}
     */
    short[] speakInAdvance(String text, Language language) throws IOException {
        var nice = Engine.program("nice", searchPath);
        return speak(
                text,
                language,
                nice.map(path -> List.of(path.toString(), "-n", "19")).orElse(List.of()));
    }

    private short[] speak(String text, Language language, List<String> before) throws IOException {
        var voice = find(language).orElseThrow(() -> new SynthesisFailed("no synthesizer for " + language.code()));
        Files.createDirectories(scratch);
        var input = Files.createTempFile(scratch, "text", ".txt");
        var output = Files.createTempFile(scratch, "speech", ".wav");
        try {
            Files.writeString(input, voice.engine().script(text));
            run(before, voice, input, output);
            return Wav.any(Files.readAllBytes(output));
        } finally {
            Files.deleteIfExists(input);
            Files.deleteIfExists(output);
        }
    }

    private void run(List<String> before, Voice voice, Path input, Path output) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(voice.program().toString());
        command.addAll(voice.engine().arguments(voice.name(), input, output));
        var process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(timeOut.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SynthesisFailed(voice.program() + " took longer than " + timeOut.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new SynthesisFailed(voice.program() + " ended with " + process.exitValue());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new SynthesisFailed(voice.program() + " was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }
}
