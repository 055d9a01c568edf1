package ringdown.prompts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ringdown.number.Language;

/** A speech program of the distribution and the voice it uses for each language. */
enum Engine {
    /** Statistical synthesis, natural enough for a telephone. */
    RHVOICE("RHVoice-test", "natalia", "anna", "slt") {
        @Override
        List<String> arguments(String voice, Path text, Path wav) {
            return List.of("-p", voice, "-i", text.toString(), "-o", wav.toString());
        }

        /* An acute accent after the vowel is taken without any configuration, unlike the plus sign before it. */
        @Override
        String script(String text) {
            return STRESS.matcher(text).replaceAll("$1\u0301");
        }

        /* Without the voice the program takes another one, which speaks another language. */
        @Override
        boolean has(String voice) {
            return Stream.of("/usr/share/RHVoice/voices", "/usr/local/share/RHVoice/voices")
                    .anyMatch(folder -> Files.isDirectory(Path.of(folder, voice)));
        }
    },

    /** Formant synthesis: robotic, small, in every distribution. */
    ESPEAK("espeak-ng", "uk", "ru", "en") {
        @Override
        List<String> arguments(String voice, Path text, Path wav) {
            return List.of("-b", "1", "-v", voice, "-f", text.toString(), "-w", wav.toString());
        }

        @Override
        String script(String text) {
            return text.replace("+", "").replace("[[", "[");
        }

        @Override
        boolean has(String voice) {
            return true;
        }
    };

    private static final Pattern STRESS = Pattern.compile("\\+([аеєиіїоуюяыэёАЕЄИІЇОУЮЯЫЭЁ])");

    private final String program;
    private final String uk;
    private final String ru;
    private final String en;

    Engine(String program, String uk, String ru, String en) {
        this.program = program;
        this.uk = uk;
        this.ru = ru;
        this.en = en;
    }

    /** What follows the program's name; the text itself is in a file, never in an argument. */
    abstract List<String> arguments(String voice, Path text, Path wav);

    /** A text with stress marks as this program wants it; two square brackets would begin phonemes in espeak-ng. */
    abstract String script(String text);

    abstract boolean has(String voice);

    String voice(Language language) {
        return switch (language) {
            case UK -> uk;
            case RU -> ru;
            case EN -> en;
        };
    }

    /** The program in the first folder of a search path (as {@code PATH}) that holds it. */
    Optional<Path> program(String searchPath) {
        return program(program, searchPath);
    }

    static Optional<Path> program(String program, String searchPath) {
        return Stream.of(searchPath.split(":", -1))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
