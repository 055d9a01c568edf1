package ringdown.mailer;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import ringdown.ledger.Balance;
import ringdown.number.Language;

/** The ledger of a day in words: what must add up, how long nobody could be heard, and what was lost, printed even when it is 0. Pure. */
public final class Statement {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    private Statement() {}

    /** The e-mail's subject. */
    public static String subject(LocalDate day, String office, Language language) {
        String title = switch (language) {
            case UK -> "Звірка дзвінків";
            case RU -> "Сверка звонков";
            case EN -> "Ledger of calls";
        };
        return title + " " + DAY.format(day) + ", " + office;
    }

    /** The whole statement, one line a figure. */
    public static String text(Balance balance, Language language) {
        List<String> lines = lines(language);
        return figures(balance, lines)
                + lines.get(3).formatted(time(balance.deafSeconds()), time(balance.allBusySeconds()))
                + "\n";
    }

    /** The calls since the statement before, up to the day of this one. */
    static String between(Balance balance, LocalDateTime from, LocalDate day, Language language) {
        String title = switch (language) {
            case UK -> "Після попередньої звірки, %s – %s 00:00:";
            case RU -> "После предыдущей сверки, %s – %s 00:00:";
            case EN -> "Since the ledger before, %s – %s 00:00:";
        };
        return "\n" + title.formatted(MOMENT.format(from), DAY.format(day)) + "\n" + figures(balance, lines(language));
    }

    private static String figures(Balance balance, List<String> lines) {
        Balance.Promises promises = balance.promises();
        int closed =
                promises.closed().values().stream().mapToInt(Integer::intValue).sum();
        return String.join(
                "\n",
                lines.getFirst()
                        .formatted(
                                balance.in(), balance.talked(), balance.promised(), balance.refused(), balance.open()),
                lines.get(1)
                        .formatted(
                                promises.made(),
                                promises.callsCovered(),
                                promises.kept(),
                                promises.waiting(),
                                promises.overdue(),
                                closed),
                lines.get(2).formatted(balance.lost()),
                "");
    }

    private static List<String> lines(Language language) {
        return switch (language) {
            case UK ->
                List.of(
                        "Вхідних %d = розмови %d + обіцяно %d + відхилено за правилом %d + тривають %d",
                        "Обіцянок %d (дзвінків у них %d) = виконано %d + чекають %d + прострочено %d + закрито без розмови %d",
                        "Загублено: %d",
                        "Без зв'язку: %s, усі лінії зайняті: %s");
            case RU ->
                List.of(
                        "Входящих %d = разговоры %d + обещано %d + отклонено по правилу %d + идут %d",
                        "Обещаний %d (звонков в них %d) = выполнено %d + ждут %d + просрочено %d + закрыто без разговора %d",
                        "Потеряно: %d",
                        "Без связи: %s, все линии заняты: %s");
            case EN ->
                List.of(
                        "In %d = talked %d + promised %d + refused by rule %d + open %d",
                        "Promises %d (calls they cover %d) = kept %d + waiting %d + overdue %d + closed without a talk %d",
                        "Lost: %d",
                        "Deaf: %s, all lines busy: %s");
        };
    }

    private static String time(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
