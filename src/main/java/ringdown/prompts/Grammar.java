package ringdown.prompts;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import ringdown.number.Language;

/**
 * How one language says days, hours and counts. Answers are pieces, each of which ships as sound; {@link Catalogue}
 * asks for all there are. Stateless.
 */
sealed interface Grammar permits Ukrainian, Russian, English {
    static Grammar of(Language language) {
        return switch (language) {
            case UK -> Ukrainian.INSTANCE;
            case RU -> Russian.INSTANCE;
            case EN -> English.INSTANCE;
        };
    }

    /** The beginning of a promise that names its beginning and its end. */
    Piece weWillCallBack();

    /** The beginning of a promise, made in working hours, that names its end only. */
    Piece callBackBy();

    /** The whole promise where the calendar of that year is not confirmed. */
    Piece onTheFirstWorkingDay();

    /** The whole promise where no moment can be named. */
    Piece asSoonAsWeCan();

    /** Today, tomorrow, yesterday: the difference in days, -1 to 1. */
    Piece near(int days);

    /** In a sentence about one day: у понеділок, on Monday. */
    Piece on(DayOfWeek day);

    /** After an hour, where two days are named: понеділка, on Monday. */
    Piece of(DayOfWeek day);

    /** Day of the month, then the month. */
    default List<Piece> date(int day, Month month) {
        return List.of(day(day), month(month));
    }

    Piece day(int day);

    Piece month(Month month);

    /** An hour to the minute with its preposition, without the part of the day where {@code full} is false. */
    default List<Piece> hour(Side side, LocalTime time, boolean full) {
        return Clock.pieces(this, side, time, full);
    }

    /** How the end of a promise stands that names no beginning. */
    Side deadlineSide();

    /** The preposition and the hour; some hours change when minutes follow. */
    String hour(Side side, int hour, boolean minutesFollow);

    /** Minutes after the hour, 1 to 59, in the case that the side asks for. */
    String minutes(Side side, int minute);

    /** What follows the hour when it is said in full: ранку, часов, in the morning; empty where nothing does. */
    String tail(Side side, LocalTime time);

    /** The part of the day that must be said with this hour. */
    Optional<DayPart> part(LocalTime time);

    /** Whether a beginning needs its own part of the day beside that of the end. */
    default boolean partBesideEnd(Optional<DayPart> beginning, Optional<DayPart> end) {
        return beginning.isPresent() && end.isPresent() && !beginning.equals(end);
    }

    /** Says whose hours these are, for a caller who lives by another clock. */
    Piece clockOf(ZoneId zone);

    /** The number of new messages: три нові повідомлення. */
    List<Piece> newMessages(int count);

    /** The whole sentence on a place in the queue, {@code place} from 2. */
    Piece queuePlace(int place);

    /** The whole sentence on the time still to wait, {@code minutes} one of {@link Catalogue#WAITS}. */
    Piece queueWait(int minutes);

    /** One figure of a telephone number. */
    Piece digit(int digit);

    /** The plus sign before an international number. */
    Piece plus();
}
