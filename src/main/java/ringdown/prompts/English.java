package ringdown.prompts;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** English: twelve hours and the part of the day; noon and midnight by name. */
final class English implements Grammar {
    static final English INSTANCE = new English();

    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");
    private static final List<String> CARDINALS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private English() {}

    @Override
    public Piece weWillCallBack() {
        return new Piece("we-will-call-back", "We will call you back", Place.FIRST);
    }

    @Override
    public Piece callBackBy() {
        return weWillCallBack();
    }

    @Override
    public Piece onTheFirstWorkingDay() {
        return new Piece("first-working-day", "We will call you back on the first working day", Place.WHOLE);
    }

    @Override
    public Piece asSoonAsWeCan() {
        return new Piece("soon", "We will call you back as soon as we can", Place.WHOLE);
    }

    @Override
    public Piece near(int days) {
        return new Piece(
                Days.near(days), List.of("yesterday", "today", "tomorrow").get(days + 1), Place.MIDDLE);
    }

    @Override
    public Piece on(DayOfWeek day) {
        return new Piece(Days.on(day), "on " + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), Place.MIDDLE);
    }

    @Override
    public Piece of(DayOfWeek day) {
        return on(day);
    }

    @Override
    public Piece day(int day) {
        return new Piece(Days.day(day), "the " + ordinal(day), Place.MIDDLE);
    }

    @Override
    public Piece month(Month month) {
        return new Piece(Days.month(month), "of " + month.getDisplayName(TextStyle.FULL, Locale.ENGLISH), Place.MIDDLE);
    }

    @Override
    public Side deadlineSide() {
        return Side.BY;
    }

    @Override
    public String hour(Side side, int hour, boolean minutesFollow) {
        String name =
                hour % 12 != 0 || minutesFollow ? CARDINALS.get((hour + 11) % 12 + 1) : hour == 0 ? "midnight" : "noon";
        return side.soundName() + " " + name;
    }

    @Override
    public String minutes(Side side, int minute) {
        return minute < 10 ? "oh " + CARDINALS.get(minute) : cardinal(minute);
    }

    @Override
    public String tail(Side side, LocalTime time) {
        return part(time)
                .map(part -> part == DayPart.NIGHT ? "at night" : "in the " + part.soundName())
                .orElse("");
    }

    @Override
    public Optional<DayPart> part(LocalTime time) {
        return DayPart.of(time);
    }

    /** From nine to midnight could be either nine. */
    @Override
    public boolean partBesideEnd(Optional<DayPart> beginning, Optional<DayPart> end) {
        return beginning.isPresent() && !beginning.equals(end);
    }

    @Override
    public Piece clockOf(ZoneId zone) {
        return switch (zone.getId()) {
            case "Europe/Kyiv", "Europe/Kiev" -> new Piece("clock.kyiv", "Kyiv time", Place.LAST);
            case "Europe/Moscow" -> new Piece("clock.moscow", "Moscow time", Place.LAST);
            default -> new Piece("clock.local", "by the office's local time", Place.LAST);
        };
    }

    @Override
    public List<Piece> newMessages(int count) {
        String noun = count == 1 ? "new message" : "new messages";
        return Counts.of(count, English::cardinal, noun, Numeral.english(count));
    }

    @Override
    public Piece queuePlace(int place) {
        return new Piece("queue.place." + place, "Your call is " + ordinal(place) + " in the queue.", Place.WHOLE);
    }

    @Override
    public Piece queueWait(int minutes) {
        String time = minutes <= 10
                ? "up to " + cardinal(minutes) + (minutes == 1 ? " minute" : " minutes")
                : Catalogue.wait(
                        minutes,
                        "up to fifteen minutes",
                        "up to twenty minutes",
                        "up to thirty minutes",
                        "more than half an hour");
        return new Piece("queue.wait." + minutes, "The expected wait is " + time + ".", Place.WHOLE);
    }

    @Override
    public Piece digit(int digit) {
        return new Piece("digit." + digit, CARDINALS.get(digit), Place.MIDDLE);
    }

    @Override
    public Piece plus() {
        return new Piece("digit.plus", "plus", Place.MIDDLE);
    }

    private static String cardinal(int number) {
        if (number < 20) {
            return CARDINALS.get(number);
        }
        String tens = TENS.get(number / 10 - 2);
        return number % 10 == 0 ? tens : tens + "-" + CARDINALS.get(number % 10);
    }

    private static String ordinal(int number) {
        if (number == 30) {
            return "thirtieth";
        }
        return number <= 20
                ? ORDINALS.get(number - 1)
                : TENS.get(number / 10 - 2) + "-" + ORDINALS.get(number % 10 - 1);
    }
}
