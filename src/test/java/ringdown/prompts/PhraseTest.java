package ringdown.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ringdown.number.Language;

class PhraseTest {
    private static final List<String> NEVER = List.of(
            "закриті",
            "закрыты",
            "після тону",
            "после тона",
            "ви номер",
            "вы номер",
            "важливий для нас",
            "важен для нас",
            "агент",
            "шановн",
            "уважаем",
            "we are closed",
            "important to us",
            "agent",
            "dear");
    private static final Pattern RUSSIAN_ONLY = Pattern.compile("[ыэъёЫЭЪЁ]");
    private static final Pattern UKRAINIAN_ONLY = Pattern.compile("[іїєґІЇЄҐ']");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern FIGURE = Pattern.compile("[0-9]");

    @ParameterizedTest
    @EnumSource(Language.class)
    void noPromptSaysWhatCallersMustNeverHear(Language language) {
        assertThat(Catalogue.of(language))
                .allSatisfy(piece -> assertThat(NEVER)
                        .noneMatch(
                                word -> piece.words().toLowerCase(Locale.ROOT).contains(word)));
    }

    @Test
    void eachLanguageIsWrittenInItsOwnLettersAndWithoutFigures() {
        assertThat(Catalogue.of(Language.UK)).noneMatch(piece -> found(LATIN, piece) || found(RUSSIAN_ONLY, piece));
        assertThat(Catalogue.of(Language.RU)).noneMatch(piece -> found(LATIN, piece) || found(UKRAINIAN_ONLY, piece));
        assertThat(Catalogue.of(Language.EN)).noneMatch(piece -> found(CYRILLIC, piece));
        for (var language : Language.values()) {
            assertThat(Catalogue.of(language)).noneMatch(piece -> found(FIGURE, piece));
        }
    }

    private static boolean found(Pattern pattern, Piece piece) {
        return pattern.matcher(piece.words()).find();
    }

    @Test
    void theWordsCarryNoMarksForTheVoice() {
        assertThat(Phrase.MESSAGE.words(Language.RU)).endsWith("Закончите — просто положите трубку.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AFTER_HOURS         | UK | Вітаємо! Зараз неробочий час.
            AFTER_HOURS         | RU | Здравствуйте! Сейчас нерабочее время.
            ALL_BUSY            | UK | Усі фахівці зараз розмовляють.
            ALL_BUSY            | RU | Все специалисты сейчас заняты.
            AWAY                | UK | Зараз ми не можемо відповісти. Передзвонимо, щойно повернемося.
            AWAY                | RU | Сейчас мы не можем ответить. Перезвоним, как только вернёмся.
            MESSAGE             | UK | Після сигналу назвіть, будь ласка, ім'я та суть питання. Закінчите — просто покладіть слухавку.
            NUMBER_UNKNOWN      | UK | Ваш номер не визначився. Продиктуйте його після сигналу або наберіть зараз і натисніть решітку.
            NUMBER_UNKNOWN      | RU | Ваш номер не определился. Продиктуйте его после сигнала или наберите сейчас и нажмите решётку.
            QUEUE_NEXT          | UK | Ваш дзвінок наступний.
            QUEUE_CALL_BACK_KEY | RU | Чтобы не ждать, нажмите один: перезвоним, очередь сохранится.
            CALLS_AGAIN         | UK | Бачимо, що ви вже телефонували. З'єднуємо з тим, хто за це відповідає.
            RATING_ANNOUNCED    | UK | Після розмови ви зможете її оцінити — не кладіть, будь ласка, слухавку.
            RATING_ASKED        | RU | Оцените, пожалуйста, разговор: пять — отлично, один — очень плохо.
            CALL_FROM_OFFICE    | UK | Дзвінок з офісу, клієнт
            PRESS_ONE_TO_TAKE   | RU | Чтобы принять, нажмите один.
            """)
    void theSentencesAreThoseAgreedOn(Phrase phrase, Language language, String words) {
        assertThat(phrase.words(language)).isEqualTo(words);
    }

    @Test
    void eachPieceHasOneNameAndEachNameOnePiece() {
        for (var language : Language.values()) {
            assertThat(Catalogue.of(language)).extracting(Piece::name).doesNotHaveDuplicates();
        }
    }
}
