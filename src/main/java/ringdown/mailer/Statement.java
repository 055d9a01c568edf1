package ringdown.mailer;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import ringdown.ledger.Balance;
import ringdown.number.Language;

/** The ledger of a day in words: what must add up, how long nobody could be heard, and what was lost, printed even when it is 0. Pure. */
public final class Statement {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

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
        Balance.Promises promises = balance.promises();
        int closed =
                promises.closed().values().stream().mapToInt(Integer::intValue).sum();
        List<String> lines = switch (language) {
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
        return String.join(
                        "\n",
                        lines.getFirst()
                                .formatted(
                                        balance.in(),
                                        balance.talked(),
                                        balance.promised(),
                                        balance.refused(),
                                        balance.open()),
                        lines.get(1)
                                .formatted(
                                        promises.made(),
                                        promises.callsCovered(),
                                        promises.kept(),
                                        promises.waiting(),
                                        promises.overdue(),
                                        closed),
                        lines.get(2).formatted(balance.lost()),
                        lines.get(3).formatted(time(balance.deafSeconds()), time(balance.allBusySeconds())))
                + "\n";
    }

    private static String time(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
