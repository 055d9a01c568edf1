package ringdown.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringdown.audio.Level;
import ringdown.audio.Wav;
import ringdown.audio.WavFault;
import ringdown.number.Language;

class PromptsTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final Instant SATURDAY = Instant.parse("2026-11-21T13:30:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");

    @TempDir
    private Path folder;

    private Box box;
    private Prompts prompts;

    @BeforeEach
    void plugIn() throws IOException {
        box = Box.in(folder);
        prompts = box.prompts();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aBoxWithoutASynthesizerSpeaksAWholePromise(Language language) {
        var promise = SpokenPromise.of(
                language, PromiseWindow.known(SATURDAY, MONDAY, MONDAY.plus(Duration.ofHours(1)), KYIV));
        var sound = prompts.promise(promise);
        assertThat(sound.words()).isEqualTo(promise.words());
        assertThat(sound.seconds()).isBetween(4.0, 9.0);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWholeAfterHoursAnnouncementLeavesTheToneWithinTwentySeconds(Language language) {
        var promise = SpokenPromise.of(
                language, PromiseWindow.known(SATURDAY, MONDAY, MONDAY.plus(Duration.ofHours(1)), KYIV));
        double seconds = prompts.sound(Phrase.AFTER_HOURS, language).seconds()
                + prompts.promise(promise).seconds()
                + prompts.sound(Phrase.MESSAGE, language).seconds();
        assertThat(seconds).isLessThan(19);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPhraseCanBePlayed(Language language) {
        for (var phrase : Phrase.values()) {
            assertThat(prompts.sound(phrase, language).isEmpty())
                    .as(phrase.name())
                    .isFalse();
        }
    }

    @Test
    void aVisitToTheMailboxIsSpoken() {
        assertThat(prompts.newMessages(0, Language.UK).words()).isEqualTo("Нових повідомлень немає.");
        assertThat(prompts.newMessages(22, Language.UK).words()).isEqualTo("У вас двадцять два нові повідомлення.");
        assertThat(prompts.newMessages(120, Language.RU).words()).isEqualTo("У вас девяносто девять новых сообщений.");
        assertThat(prompts.received(SATURDAY, MONDAY, KYIV, Language.UK).words())
                .isEqualTo("Отримано в суботу, двадцять першого листопада, о п'ятнадцятій тридцять.");
        assertThat(prompts.received(SATURDAY, SATURDAY, KYIV, Language.RU).words())
                .isEqualTo("Получено сегодня в пятнадцать тридцать.");
        assertThat(prompts.received(SATURDAY, SATURDAY.plusSeconds(86_400), KYIV, Language.EN)
                        .words())
                .isEqualTo("Received yesterday at three thirty in the afternoon.");
        var number = prompts.digits("+380 (44) 123-00-01", Language.UK);
        assertThat(number.words()).isEqualTo("+380441230001");
        assertThat(number.seconds()).isBetween(4.0, 12.0);
    }

    @Test
    void theQueueIsSpoken() {
        assertThat(prompts.queuePlace(1, Language.UK).words()).isEqualTo("Ваш дзвінок наступний.");
        assertThat(prompts.queuePlace(2, Language.RU).words()).isEqualTo("Ваш звонок второй в очереди.");
        assertThat(prompts.queuePlace(25, Language.RU).words()).isEqualTo("Ваш звонок в очереди.");
        assertThat(prompts.queueWait(Duration.ofSeconds(70), Language.UK).words())
                .isEqualTo("Орієнтовне очікування — до двох хвилин.");
        assertThat(prompts.queueWait(Duration.ofHours(5), Language.EN).words())
                .isEqualTo("The expected wait is more than half an hour.");
        assertThat(prompts.queueWait(Duration.ZERO, Language.EN).isEmpty()).isFalse();
    }

    @Test
    void aSoundOfTheOfficeWinsAtOnceAndAfterAStartAndCanBeTakenBack() throws IOException {
        short[] builtIn = prompts.sound(Phrase.AFTER_HOURS, Language.UK).samples();
        prompts.replace("after-hours", Language.UK, stereo44k(3));
        assertThat(prompts.sound(Phrase.AFTER_HOURS, Language.UK).seconds()).isBetween(2.9, 3.2);
        assertThat(box.prompts().sound(Phrase.AFTER_HOURS, Language.UK).seconds())
                .isBetween(2.9, 3.2);
        assertThat(prompts.sound(Phrase.AFTER_HOURS, Language.RU).seconds()).isLessThan(2.9);
        assertThat(prompts.list())
                .filteredOn(PromptSound::replaced)
                .singleElement()
                .matches(line -> line.name().equals("after-hours") && line.language() == Language.UK);
        prompts.restore("after-hours", Language.UK);
        assertThat(prompts.sound(Phrase.AFTER_HOURS, Language.UK).samples()).isEqualTo(builtIn);
    }

    @Test
    void aPieceOfThePromiseCanBeReplacedToo() throws IOException {
        var promise = SpokenPromise.of(Language.EN, PromiseWindow.known(SATURDAY, MONDAY, null, KYIV));
        double before = prompts.promise(promise).seconds();
        prompts.replace("on.monday", Language.EN, stereo44k(5));
        assertThat(prompts.promise(promise).seconds()).isGreaterThan(before + 3);
    }

    @Test
    void whatIsNoWavIsRefusedAndTheSoundBeforeStays() throws IOException {
        short[] builtIn = prompts.sound(Phrase.MESSAGE, Language.RU).samples();
        assertThatThrownBy(() -> prompts.replace("message", Language.RU, "ID3 song".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(WavFault.class);
        assertThatThrownBy(() -> prompts.replace("message", Language.RU, Wav.bytes(new short[10])))
                .isInstanceOf(SoundRefused.class)
                .hasMessageContaining("0.0 s");
        assertThatThrownBy(() -> prompts.replace("../../office", Language.RU, stereo44k(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(prompts.sound(Phrase.MESSAGE, Language.RU).samples()).isEqualTo(builtIn);
    }

    @Test
    void aFileLaidThereByHandCountsAndABrokenOneDoesNot() throws IOException {
        short[] builtIn = prompts.sound(Phrase.GOODBYE, Language.UK).samples();
        var file =
                Files.createDirectories(box.data().resolve("prompts/custom/uk")).resolve("goodbye.wav");
        Files.write(file, Arrays.copyOf(stereo44k(2), 30));
        assertThat(prompts.sound(Phrase.GOODBYE, Language.UK).samples()).isEqualTo(builtIn);
        Files.write(file, stereo44k(2));
        assertThat(prompts.sound(Phrase.GOODBYE, Language.UK).seconds()).isBetween(1.9, 2.2);
    }

    @Test
    void aRecordingCanStandForATextWithoutAnySynthesizer() throws IOException {
        prompts.replaceText("Вітаємо!", Language.UK, stereo44k(1));
        assertThat(prompts.text("Вітаємо!", Language.UK).seconds()).isBetween(0.9, 1.2);
    }

    @Test
    void otherMusicIsBroughtToItsLevel() throws IOException {
        assertThat(prompts.music().heard().seconds()).isBetween(20.0, 40.0);
        prompts.replaceMusic(stereo44k(2));
        assertThat(prompts.music().heard().seconds()).isBetween(1.9, 2.1);
        assertThat(Level.dbm0(prompts.music().heard().samples())).isBetween(-26.5, -25.5);
        prompts.restoreMusic();
        assertThat(prompts.music().heard().seconds()).isGreaterThan(20);
    }

    /** A loud tone of 500 Hz, two channels, 16-bit, 44.1 kHz. */
    private static byte[] stereo44k(int seconds) {
        int frames = 44_100 * seconds;
        var wav = ByteBuffer.allocate(44 + frames * 4).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + frames * 4);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        wav.putShort((short) 2)
                .putInt(44_100)
                .putInt(44_100 * 4)
                .putShort((short) 4)
                .putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(frames * 4);
        for (int i = 0; i < frames; i++) {
            short sample = (short) (20_000 * Math.sin(2 * Math.PI * 500 * i / 44_100));
            wav.putShort(sample).putShort(sample);
        }
        return wav.array();
    }
}
