package ringdown.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way out of the office and into it: an analog line or a trunk. Safe from any thread. */
public interface OutsideLine {
    /** "fxo:1" or the trunk's name. */
    String via();

    /** What it is doing. */
    State state();

    /** True if it can be dialled on now (a trunk: has channels left), whether or not the office wants that. */
    boolean free();

    /**
     * The office hung up first on the last caller, who may still hold the line: until dial tone has been heard on it, it is offered
     * last (LINES rule 6).
     */
    default boolean clearing() {
        return false;
    }

    /** It has battery, but since this moment, at the latest, nobody may have got through: a seizure found no dial tone (LINES rule 9). */
    default @Nullable Instant mute() {
        return null;
    }

    /** Only our own test is on it: no figure counts that. */
    default boolean trial() {
        return false;
    }

    /** What was seen of {@link #mute}, for the ledger. */
    default String muteSeen() {
        return "no dial tone: since then at the latest";
    }

    /** What keeps its port from doing anything, for the ledger; null: nothing, so that a dead line has no battery. */
    default @Nullable String faultSeen() {
        return null;
    }

    /** What its wires say; empty where there are none. */
    default Optional<CopperReadings> readings() {
        return Optional.empty();
    }

    /** What its calls have taught of it; empty where there is nothing to learn. */
    default List<LineLesson> lessons() {
        return List.of();
    }

    /** How the far end's going showed the last ten times, newest first; undoing what was learnt of it takes none away. */
    default List<LineEvidence> releases() {
        return List.of();
    }

    /** What has been learnt of that trait is wrong: nothing of what it was learnt from counts any more. */
    default void forget(LineTrait trait) {}

    /** What was heard when a reading was made, 8 kHz; may wait for the disk. */
    default Optional<short[]> evidence(String id) {
        return Optional.empty();
    }

    /** Telephones that hang on it while the box is not well. */
    default List<Lifeline> lifelines() {
        return List.of();
    }

    /** Begins a test of its wires (LINES rule 18); false: it cannot be tested, or not now. */
    default boolean test() {
        return false;
    }

    /** The last test as far as it has come. */
    default Optional<LineTest> lastTest() {
        return Optional.empty();
    }

    /** How loud its wires are now; empty on hook, and where there are none. */
    default Optional<LineMeter> meter() {
        return Optional.empty();
    }

    /** Records the next call as it comes and goes; what was recorded before is gone. False: it has no wires. */
    default boolean takeNext() {
        return false;
    }

    /** What was last to be recorded so, as far as it has come. */
    default Optional<RawTake> take() {
        return Optional.empty();
    }

    /** Its sound; empty until the call is over. */
    default Optional<RawTake.Sound> taken() {
        return Optional.empty();
    }

    /** It is not wanted any more. */
    default void dropTake() {}

    /**
     * Sound passes both ways at once. Where it does not (a modem that either plays or records) callers hear announcements and menus and
     * leave messages; nobody is joined with them, and nobody calls out over it.
     */
    default boolean duplex() {
        return true;
    }

    /** What a call on it is for; a trunk has room for many and needs not be asked. */
    default Use use() {
        return Use.NONE;
    }

    /**
     * Ends the call on it, so that an emergency call can go out (LINES rule 1); an emergency call goes on. The line then takes
     * {@link #dial} of an emergency number at once, and dials when the exchange is ready.
     */
    default void preempt() {}

    /** What a line is used for. */
    enum Use {
        /** No call that could be ended. */
        NONE,
        /** The office called. */
        OUT,
        /** A caller rings. The line is cleared by answering them for a moment. */
        RINGING,
        /** A caller talks, listens or waits. */
        IN,
        /** An emergency call of the office. */
        EMERGENCY
    }

    /**
     * Dials. Always returns a leg; Gone with the cause at once if the line cannot be taken.
     *
     * @param number E.164 or the digits dialled for a short code; the line writes it as its provider wants it
     * @param shown the office's number to be shown, where the line can; null for the line's own
     */
    Leg dial(String number, @Nullable String shown, Inbox inbox);

    /** The line itself, with its dial tone, for services of the provider; Answered when it sounds. Empty where there is no such thing. */
    default Optional<Leg> raw(Inbox inbox) {
        return Optional.empty();
    }

    /** The call on it has turned out to be one for help: nobody ends it. */
    default void forHelp() {}

    /** It can withhold the office's number from whoever is called. */
    default boolean hides() {
        return false;
    }

    /** As {@link #dial}, and the office's number is withheld; only where the line {@link #hides}. */
    default Leg dialHidden(String number, Inbox inbox) {
        throw new UnsupportedOperationException(via() + " cannot withhold its number");
    }

    /** The end of a call on it is sure to be noticed; a line of copper has to have shown how it tells (LINES.md 8, 11). */
    default boolean releaseProven() {
        return true;
    }

    /** Calls have ended on it, and nothing of the exchange has told so: their callers had been gone for long (LINES.md 8). */
    default boolean hidesItsEnd() {
        return false;
    }

    /** States as the page and GET /api/health show them. */
    enum State {
        /** On hook, alive. */
        IDLE("idle"),
        /** A caller rings. */
        RINGING("ringing"),
        /** A call is on it. */
        TALKING("talking"),
        /** We dial. */
        DIALLING("dialling"),
        /** The far end has gone, we are about to go on hook. */
        RELEASED("released"),
        /** No battery, trunk not registered. */
        DEAD("dead"),
        /** Voltage low without us: a parallel telephone talks. */
        IN_USE("inUse");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }
    }
}
