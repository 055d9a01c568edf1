package ringdown.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ringdown.Installed;
import ringdown.Patience;
import ringdown.audio.SpeechLevel;
import ringdown.number.Language;

class TextTest {
    private static final String GREETING = "Вітаємо! Ви зателефонували до стоматології «Ромашка».";

    @TempDir
    private Path folder;

    private Box box;

    @BeforeEach
    void plugIn() throws IOException {
        box = Box.in(folder);
    }

    @ParameterizedTest
    @CsvSource({"UK, Вітаємо у нас!", "RU, Здравствуйте, это мы!", "EN, Good morning to you!"})
    void espeakSpeaksEachLanguageAtTheLevelOfTheHouse(Language language, String text) throws Exception {
        var prompts = box.with("espeak-ng").prompts();
        prepared(prompts, language, text);
        var sound = prompts.text(text, language);
        assertThat(sound.words()).isEqualTo(text);
        assertThat(sound.seconds()).isBetween(0.5, 5.0);
        var meter = new SpeechLevel();
        meter.process(sound.samples(), 0, sound.samples().length);
        assertThat(meter.dbm0()).isBetween(-21.0, -17.0);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aBoxWithoutASynthesizerLeavesTextsOutAndSaysSo(Language language) {
        var prompts = box.prompts();
        assertThat(prompts.voice(language)).isEmpty();
        assertThat(prompts.text(GREETING, language).isEmpty()).isTrue();
        assertThat(prompts.text(GREETING, language).words()).isEmpty();
    }

    @Test
    void aTextIsRenderedOnceAndTheNextStartFindsItOnDisk() throws Exception {
        box.withScript("espeak-ng", "echo x >> " + runs() + "; exec " + Box.installed("espeak-ng") + " \"$@\"");
        prepared(box.prompts(), Language.UK, GREETING);
        var second = box.prompts().text(GREETING, Language.UK);
        assertThat(second.seconds()).isGreaterThan(1);
        assertThat(Files.readAllLines(runs())).hasSize(1);
    }

    @Test
    void aTextThatNobodyWaitsForLeavesTheProcessorToCalls() throws Exception {
        box.with("espeak-ng").withScript("nice", "echo \"$1 $2\" >> " + runs() + "; shift 2; exec \"$@\"");
        var prompts = box.prompts();
        prepared(prompts, Language.UK, GREETING);
        assertThat(prompts.text("Зачекайте!", Language.UK).isEmpty()).isFalse();
        assertThat(Files.readAllLines(runs())).containsExactly("-n 19");
    }

    @Test
    void aTextCutShortOnDiskIsRenderedAgain() throws Exception {
        box.with("espeak-ng");
        prepared(box.prompts(), Language.UK, GREETING);
        var whole = box.prompts().text(GREETING, Language.UK).samples().clone();
        var file = onlyFileIn(box.data().resolve("prompts/cache"));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 5000));
        var prompts = box.prompts();
        prepared(prompts, Language.UK, GREETING);
        assertThat(prompts.text(GREETING, Language.UK).samples()).isEqualTo(whole);
        assertThat(onlyFileIn(box.data().resolve("prompts/cache"))).isEqualTo(file);
    }

    @Test
    void aFullCacheLosesTheOldestTextsThatNobodyWants() throws IOException {
        var cache = Files.createDirectories(folder.resolve("cache"));
        for (int i = 1; i <= 4; i++) {
            var file = Files.write(cache.resolve(i + ".wav"), new byte[1000]);
            Files.setLastModifiedTime(file, FileTime.fromMillis(i * 1000L));
        }
        new CacheLimit(cache, 2000).keep(Set.of(cache.resolve("1.wav")));
        assertThat(cache).isDirectoryContaining("glob:**/1.wav").isDirectoryContaining("glob:**/4.wav");
        assertThat(cache).isDirectoryNotContaining("glob:**/2.wav").isDirectoryNotContaining("glob:**/3.wav");
    }

    @Test
    void theFirstCallerHearsTheGreetingThoughTheBoxIsStillRenderingOthers() throws Exception {
        box.withScript(
                "espeak-ng",
                "for word; do grep -qs Ромашка -- \"$word\" && greets=yes; done; "
                        + "while [ -z \"$greets\" ] && [ ! -e " + folder + "/go ]; do sleep 0.1; done; "
                        + "exec " + Box.installed("espeak-ng") + " \"$@\"");
        var prompts = box.prompts();
        var others = prompts.prepare(Map.of(Language.UK, List.of("Один", "Два", "Три", GREETING)));
        assertThat(prompts.text(GREETING, Language.UK).seconds())
                .as("the others are held up")
                .isGreaterThan(1);
        Files.createFile(folder.resolve("go"));
        others.get(120, TimeUnit.SECONDS); // they write into the folder that goes with this test
    }

    @Test
    @Timeout(60)
    void aCallGoesOnWithoutATextThatIsNotReadyInTime() throws Exception {
        box.withScript("espeak-ng", "while [ ! -e " + folder + "/go ]; do sleep 0.1; done");
        Path scratch = box.data().resolve("scratch");
        var prompts = new Prompts(box.data(), new Synthesizer(box.programs() + "", scratch, Duration.ofHours(1)));
        assertThat(prompts.text(GREETING, Language.UK).isEmpty()).isTrue();
        assertThat(scratch).as("the program is still at it").isNotEmptyDirectory();
        Files.createFile(folder.resolve("go"));
        Patience.until("it has ended", () -> scratch.toFile().list().length == 0);
    }

    @Test
    void aProgramThatFailsLeavesTheTextOut() throws Exception {
        var prompts = box.withScript("espeak-ng", "exit 3").prompts();
        prepared(prompts, Language.EN, "Hello");
        assertThat(prompts.text("Hello", Language.EN).isEmpty()).isTrue();
    }

    @Test
    void aProgramThatHangsIsEnded() throws Exception {
        box.withScript("espeak-ng", "exec sleep 60");
        var synthesizer = new Synthesizer(box.programs() + "", box.data().resolve("scratch"), Duration.ofMillis(200));
        assertThatThrownBy(() -> synthesizer.speak("Hello", Language.EN)).hasMessageContaining("took longer");
        assertThat(box.data().resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void noTextIsTakenForAnOption() throws Exception {
        box.withScript(
                "espeak-ng", "printf '%s\\n' \"$@\" > " + runs() + "; exec " + Box.installed("espeak-ng") + " \"$@\"");
        String text = "--help; $(touch /tmp/x) `id`\n-w /etc/passwd";
        prepared(box.prompts(), Language.EN, text);
        assertThat(Files.readString(runs())).doesNotContain("help", "touch", "passwd");
        assertThat(box.prompts().text(text, Language.EN).isEmpty()).isFalse();
    }

    @Test
    void aTextIsOneLineOfBoundedLength() {
        var text = new FreeText("Один\n\tдва\u0000 " + "слово ".repeat(400), Language.UK);
        assertThat(text.script())
                .startsWith("Один два слово")
                .hasSizeLessThanOrEqualTo(FreeText.LONGEST)
                .endsWith("слово");
        assertThat(new FreeText("Олен+о, віта+ємо", Language.UK).words()).isEqualTo("Олено, вітаємо");
        assertThat(new FreeText(" … !", Language.UK).isEmpty()).isTrue();
    }

    @Test
    void rhvoiceSpeaksWhereItIsInstalledAndTakesStressMarks() throws Exception {
        var synthesizer = box.with("RHVoice-test").synthesizer();
        Installed.file(
                "the voice anna of RHVoice", "/usr/share/RHVoice/voices/anna", "/usr/local/share/RHVoice/voices/anna");
        assertThat(synthesizer.voice(Language.RU)).hasValue("RHVOICE anna");
        assertThat(synthesizer.speak("з+амок", Language.RU)).isNotEqualTo(synthesizer.speak("зам+ок", Language.RU));
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private static void prepared(Prompts prompts, Language language, String text) throws Exception {
        prompts.prepare(Map.of(language, List.of(text))).get(120, TimeUnit.SECONDS);
    }

    private static Path onlyFileIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }
}
