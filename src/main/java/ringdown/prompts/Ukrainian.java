package ringdown.prompts;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Ukrainian: hours are ordinals (з дев'ятої, до десятої, об одинадцятій), counted to 24. */
final class Ukrainian implements Grammar {
    static final Ukrainian INSTANCE = new Ukrainian();

    private static final List<String> ON =
            List.of("у понеділок", "у вівторок", "в середу", "у четвер", "у п'ятницю", "в суботу", "в неділю");
    private static final List<String> OF =
            List.of("понеділка", "вівторка", "середи", "четверга", "п'ятниці", "суботи", "неділі");
    private static final List<String> MONTHS = List.of(
            "січня",
            "лютого",
            "березня",
            "квітня",
            "травня",
            "червня",
            "липня",
            "серпня",
            "вересня",
            "жовтня",
            "листопада",
            "грудня");
    /** Ordinal stems of 1 to 20 without ending. */
    private static final List<String> ORDINALS = List.of(
            "перш",
            "друг",
            "трет",
            "четверт",
            "п'ят",
            "шост",
            "сьом",
            "восьм",
            "дев'ят",
            "десят",
            "одинадцят",
            "дванадцят",
            "тринадцят",
            "чотирнадцят",
            "п'ятнадцят",
            "шістнадцят",
            "сімнадцят",
            "вісімнадцят",
            "дев'ятнадцят",
            "двадцят");

    private static final List<String> CARDINALS = List.of(
            "нуль",
            "один",
            "два",
            "три",
            "чотири",
            "п'ять",
            "шість",
            "сім",
            "вісім",
            "дев'ять",
            "десять",
            "одинадцять",
            "дванадцять",
            "тринадцять",
            "чотирнадцять",
            "п'ятнадцять",
            "шістнадцять",
            "сімнадцять",
            "вісімнадцять",
            "дев'ятнадцять");
    private static final List<String> TENS =
            List.of("двадцять", "тридцять", "сорок", "п'ятдесят", "шістдесят", "сімдесят", "вісімдесят", "дев'яносто");
    private static final List<String> UP_TO = List.of(
            "однієї хвилини",
            "двох хвилин",
            "трьох хвилин",
            "чотирьох хвилин",
            "п'яти хвилин",
            "шести хвилин",
            "семи хвилин",
            "восьми хвилин",
            "дев'яти хвилин",
            "десяти хвилин");

    private Ukrainian() {}

    @Override
    public Piece weWillCallBack() {
        return new Piece("we-will-call-back", "Ми передзвонимо вам", Place.FIRST);
    }

    @Override
    public Piece callBackBy() {
        return new Piece("call-back-by", "Передзвонимо вам", Place.FIRST);
    }

    @Override
    public Piece onTheFirstWorkingDay() {
        return new Piece("first-working-day", "Ми передзвонимо вам у перший робочий день", Place.WHOLE);
    }

    @Override
    public Piece asSoonAsWeCan() {
        return new Piece("soon", "Ми передзвонимо вам, щойно зможемо", Place.WHOLE);
    }

    @Override
    public Piece near(int days) {
        return new Piece(Days.near(days), List.of("вчора", "сьогодні", "завтра").get(days + 1), Place.MIDDLE);
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
        return new Piece(Days.day(day), ordinal(day, "ого", "ього"), Place.MIDDLE);
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
        boolean at = side == Side.AT;
        if (hour == 0 && !minutesFollow) {
            return at ? "опівночі" : side == Side.FROM ? "з півночі" : "до півночі";
        }
        String ordinal =
                hour == 0 ? (at ? "нульовій" : "нульової") : ordinal(hour, at ? "ій" : "ої", at ? "ій" : "ьої");
        return switch (side) {
            case FROM -> ("сш".indexOf(ordinal.charAt(0)) < 0 ? "з " : "із ") + ordinal;
            case TO, BY -> "до " + ordinal;
            case AT -> (hour == 11 ? "об " : "о ") + ordinal;
        };
    }

    @Override
    public String minutes(Side side, int minute) {
        return minute < 10 ? "нуль " + CARDINALS.get(minute) : cardinal(minute);
    }

    @Override
    public String tail(Side side, LocalTime time) {
        return part(time).map(part -> part == DayPart.NIGHT ? "ночі" : "ранку").orElse("");
    }

    @Override
    public Optional<DayPart> part(LocalTime time) {
        return DayPart.of24(time);
    }

    @Override
    public Piece clockOf(ZoneId zone) {
        return switch (zone.getId()) {
            case "Europe/Kyiv", "Europe/Kiev" -> new Piece("clock.kyiv", "за київським часом", Place.LAST);
            case "Europe/Moscow" -> new Piece("clock.moscow", "за московським часом", Place.LAST);
            default -> new Piece("clock.local", "за місцевим часом офісу", Place.LAST);
        };
    }

    @Override
    public List<Piece> newMessages(int count) {
        String noun = Numeral.slavic(count).of("нове повідомлення", "нові повідомлення", "нових повідомлень");
        return Counts.of(count, number -> number == 1 ? "одне" : cardinal(number), noun, Numeral.slavic(count));
    }

    @Override
    public Piece queuePlace(int place) {
        String ordinal = ordinal(place, "ий", "ій");
        return new Piece("queue.place." + place, "Ваш дзвінок " + ordinal + " у черзі.", Place.WHOLE);
    }

    @Override
    public Piece queueWait(int minutes) {
        String time = minutes <= 10
                ? "до " + UP_TO.get(minutes - 1)
                : Catalogue.wait(
                        minutes,
                        "до п'ятнадцяти хвилин",
                        "до двадцяти хвилин",
                        "до тридцяти хвилин",
                        "понад пів години");
        return new Piece("queue.wait." + minutes, "Орієнтовне очікування — " + time + ".", Place.WHOLE);
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

    /** 1 to 31; only третій has the soft ending. */
    private static String ordinal(int number, String hard, String soft) {
        if (number == 30) {
            return "тридцят" + hard;
        }
        int last = number <= 20 ? number : number % 10;
        String stem = ORDINALS.get(last - 1) + (last == 3 ? soft : hard);
        return number <= 20 ? stem : TENS.get(number / 10 - 2) + " " + stem;
    }
}
