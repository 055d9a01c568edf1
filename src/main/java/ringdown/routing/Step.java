package ringdown.routing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ringdown.number.Language;
import ringdown.office.Menu;
import ringdown.office.Recording;
import ringdown.office.Stage;

/** One thing that is done for a caller, in the order of the plan. */
public sealed interface Step {

    /** Answers the call and says something; the first one also announces a rating if the plan asks for it. */
    record Greet(Announcement announcement) implements Step {}

    /** Keys work from the greeting before it until its silence is over; each choice is a plan of its own. */
    record Keys(Menu menu) implements Step {}

    /** Rings, or waits in a queue; {@code responsible} is the team (or extension) whose head is meant by "head", null: none named. */
    record Reach(Stage stage, @Nullable String responsible) implements Step {}

    /** From here on this much time for all that rings or queues; what has not begun by then is left out. Null: no limit any more. */
    record AnswerWithin(@Nullable Duration time) implements Step {}

    /**
     * From here on talks are recorded, or not any more (SITUATIONS 18, 19). Unless the greeting that follows has said so to its end, the box
     * says it before anybody rings; what nobody has said is not recorded.
     *
     * @param script whose rule it is
     * @param says {@code NOBODY}: the year-proof refuses it, and the box says it all the same
     */
    record Recorded(String script, boolean on, Recording.Says says) implements Step {}

    /** Announces the promise with its moment, then tone and recording. The last step. */
    record TakeMessage() implements Step {}

    /** Announces the promise with its moment, then ends the call. The last step. */
    record PromiseOnly() implements Step {}

    /** Ends the call, refused by a rule of the office file. The last step. */
    record Refuse(String rule) implements Step {}

    /** What is said, resolved for this caller. */
    sealed interface Announcement {
        Language language();

        /** Words of the office file or of the contact. */
        record Words(String text, Language language) implements Announcement {}

        /** The standard personal greeting. */
        record ByName(String saidAs, @Nullable String managerSaidAs, Language language) implements Announcement {}

        /** The standard greeting of the box for after hours. */
        record Closed(Language language) implements Announcement {}

        /** The standard greeting of the box with the office's name, which is said in a language of its own. */
        record Standard(String officeName, Language language, Language nameLanguage) implements Announcement {}

        /** To somebody who waits for a call back already: to whom they are being put through. */
        record CallsAgain(Language language) implements Announcement {}

        /** One sentence for somebody who may not have understood what was said before. */
        record InYourLanguage(Language language) implements Announcement {}

        /** Which key to press if it cannot wait. */
        record UrgentKey(String key, Language language) implements Announcement {}
    }
}
