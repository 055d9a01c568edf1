package ringdown.prompts;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Russian: hours are cardinals (с девяти, до шестнадцати часов, в час), counted to 24. */
final class Russian implements Grammar {
    static final Russian INSTANCE = new Russian();

    private static final List<String> ON =
            List.of("в понедельник", "во вторник", "в ср+еду", "в четверг", "в пятницу", "в субботу", "в воскресенье");
    private static final List<String> OF =
            List.of("понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья");
    private static final List<String> MONTHS = List.of(
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря");
    /** Ordinal stems of 1 to 20 without ending. */
    private static final List<String> ORDINALS = List.of(
            "перв",
            "втор",
            "трет",
            "четвёрт",
            "пят",
            "шест",
            "седьм",
            "восьм",
            "девят",
            "десят",
            "одиннадцат",
            "двенадцат",
            "тринадцат",
            "четырнадцат",
            "пятнадцат",
            "шестнадцат",
            "семнадцат",
            "восемнадцат",
            "девятнадцат",
            "двадцат");

    private static final List<String> CARDINALS = List.of(
            "ноль",
            "один",
            "два",
            "три",
            "четыре",
            "пять",
            "шесть",
            "семь",
            "восемь",
            "девять",
            "десять",
            "одиннадцать",
            "двенадцать",
            "тринадцать",
            "четырнадцать",
            "пятнадцать",
            "шестнадцать",
            "семнадцать",
            "восемнадцать",
            "девятнадцать");
    private static final List<String> GENITIVES = List.of(
            "нуля",
            "одного",
            "двух",
            "трёх",
            "четырёх",
            "пяти",
            "шести",
            "семи",
            "восьми",
            "девяти",
            "десяти",
            "одиннадцати",
            "двенадцати",
            "тринадцати",
            "четырнадцати",
            "пятнадцати",
            "шестнадцати",
            "семнадцати",
            "восемнадцати",
            "девятнадцати");
    private static final List<String> TENS = List.of(
            "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто");
    private static final List<String> TENS_OF = List.of("двадцати", "тридцати", "сорока", "пятидесяти");

    private Russian() {}

    @Override
    public Piece weWillCallBack() {
        return new Piece("we-will-call-back", "Мы перезвоним вам", Place.FIRST);
    }

    @Override
    public Piece callBackBy() {
        return new Piece("call-back-by", "Перезвоним вам", Place.FIRST);
    }

    @Override
    public Piece onTheFirstWorkingDay() {
        return new Piece("first-working-day", "Мы перезвоним вам в первый рабочий день", Place.WHOLE);
    }

    @Override
    public Piece asSoonAsWeCan() {
        return new Piece("soon", "Мы перезвоним вам, как только сможем", Place.WHOLE);
    }

    @Override
    public Piece near(int days) {
        return new Piece(Days.near(days), List.of("вчера", "сегодня", "завтра").get(days + 1), Place.MIDDLE);
    }

    @Override
    public Piece on(DayOfWeek day) {
        return new Piece(Days.on(day), ON.get(day.ordinal()), Place.MIDDLE);
    }

    @Override
    public Piece of(DayOfWeek day) {
        return new Piece(Days.of(day), OF.get(day.ordinal()), Place.MIDDLE);
    }

    @Override
    public Piece day(int day) {
        return new Piece(Days.day(day), ordinal(day, "ого", "ьего"), Place.MIDDLE);
    }

    @Override
    public Piece month(Month month) {
        return new Piece(Days.month(month), MONTHS.get(month.ordinal()), Place.MIDDLE);
    }

    @Override
    public Side deadlineSide() {
        return Side.TO;
    }

    @Override
    public String hour(Side side, int hour, boolean minutesFollow) {
        if (side == Side.AT) {
            return atHour(hour, minutesFollow);
        }
        String preposition = side == Side.FROM ? "с " : "до ";
        if (hour == 0) {
            return preposition + (minutesFollow ? "нуля часов" : "полуночи");
        }
        if (hour == 1) {
            return preposition + "ч+аса";
        }
        // двадцати одного тридцати would be heard as one number
        return preposition + genitive(hour) + (hour == 21 && minutesFollow ? " ч+аса" : "");
    }

    private static String atHour(int hour, boolean minutesFollow) {
        return switch (hour) {
            case 0 -> minutesFollow ? "в ноль часов" : "в полночь";
            case 1 -> "в час";
            case 20, 21, 22, 23 ->
                "в " + cardinal(hour) + (minutesFollow && hour > 20 ? hour == 21 ? " час" : " час+а" : "");
            default -> "в " + cardinal(hour);
        };
    }

    @Override
    public String minutes(Side side, int minute) {
        boolean at = side == Side.AT;
        if (minute < 10) {
            return "ноль " + (at ? CARDINALS : GENITIVES).get(minute);
        }
        return at ? cardinal(minute) : genitive(minute);
    }

    @Override
    public String tail(Side side, LocalTime time) {
        var part = part(time);
        if (part.isPresent()) {
            return part.get() == DayPart.NIGHT ? "ночи" : "утр+а";
        }
        if (time.getMinute() > 0 || time.getHour() == 0) {
            return "";
        }
        var numeral = Numeral.slavic(time.getHour());
        return side == Side.AT ? numeral.of("час", "час+а", "часов") : numeral.of("ч+аса", "часов", "часов");
    }

    @Override
    public Optional<DayPart> part(LocalTime time) {
        return DayPart.of24(time);
    }

    @Override
    public Piece clockOf(ZoneId zone) {
        return switch (zone.getId()) {
            case "Europe/Kyiv", "Europe/Kiev" -> new Piece("clock.kyiv", "по киевскому времени", Place.LAST);
            case "Europe/Moscow" -> new Piece("clock.moscow", "по московскому времени", Place.LAST);
            default -> new Piece("clock.local", "по местному времени офиса", Place.LAST);
        };
    }

    @Override
    public List<Piece> newMessages(int count) {
        String noun = Numeral.slavic(count).of("новое сообщение", "новых сообщения", "новых сообщений");
        return Counts.of(count, number -> number == 1 ? "одно" : cardinal(number), noun, Numeral.slavic(count));
    }

    @Override
    public Piece queuePlace(int place) {
        String ordinal =
                place == 2 || (place >= 6 && place <= 8) ? ordinal(place, "ой", "") : ordinal(place, "ый", "ий");
        return new Piece("queue.place." + place, "Ваш звонок " + ordinal + " в очереди.", Place.WHOLE);
    }

    @Override
    public Piece queueWait(int minutes) {
        String noun = minutes == 1 ? " минуты" : " минут";
        String time = minutes <= 10
                ? "до " + (minutes == 1 ? "одной" : genitive(minutes)) + noun
                : Catalogue.wait(
                        minutes, "до пятнадцати минут", "до двадцати минут", "до тридцати минут", "больше получаса");
        return new Piece("queue.wait." + minutes, "Примерное ожидание — " + time + ".", Place.WHOLE);
    }

    @Override
    public Piece digit(int digit) {
        return new Piece("digit." + digit, CARDINALS.get(digit), Place.MIDDLE);
    }

    @Override
    public Piece plus() {
        return new Piece("digit.plus", "плюс", Place.MIDDLE);
    }

    /** 0 to 99. */
    private static String cardinal(int number) {
        if (number < 20) {
            return CARDINALS.get(number);
        }
        String tens = TENS.get(number / 10 - 2);
        return number % 10 == 0 ? tens : tens + " " + CARDINALS.get(number % 10);
    }

    /** 0 to 59. */
    private static String genitive(int number) {
        if (number < 20) {
            return GENITIVES.get(number);
        }
        String tens = TENS_OF.get(number / 10 - 2);
        return number % 10 == 0 ? tens : tens + " " + GENITIVES.get(number % 10);
    }

    /** 1 to 31; only третий has the soft ending. */
    private static String ordinal(int number, String hard, String soft) {
        if (number == 30) {
            return "тридцат" + hard;
        }
        int last = number <= 20 ? number : number % 10;
        String stem = ORDINALS.get(last - 1) + (last == 3 ? soft : hard);
        return number <= 20 ? stem : TENS.get(number / 10 - 2) + " " + stem;
    }
}
