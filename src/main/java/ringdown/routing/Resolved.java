package ringdown.routing;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.Phone;
import ringdown.office.RingTarget;

/**
 * Who is rung in a stage, now, and why others are not.
 *
 * @param turns one after another; empty: the stage takes 0 s
 * @param notRung everybody of the target who cannot answer
 * @param team of the target, for a later "head"; null: the target was no team
 * @param rotation the target whose people are rung in turn, to be remembered with each who is; null: not in turn
 * @param skipped why nobody is meant at all ("no manager", "nobody was spoken to"), null if somebody is
 * @param instead who is rung in place of the stage's target, which names nobody who can be rung; null: the target itself
 */
public record Resolved(
        List<Turn> turns,
        List<NotRung> notRung,
        @Nullable String team,
        @Nullable String rotation,
        @Nullable String skipped,
        @Nullable RingTarget instead) {
    public Resolved {
        turns = List.copyOf(turns);
        notRung = List.copyOf(notRung);
    }

    /** The target itself. */
    public Resolved(
            List<Turn> turns,
            List<NotRung> notRung,
            @Nullable String team,
            @Nullable String rotation,
            @Nullable String skipped) {
        this(turns, notRung, team, rotation, skipped, null);
    }

    /** Rung at the same time. */
    public record Turn(List<Bell> bells, Duration time) {
        public Turn {
            bells = List.copyOf(bells);
        }
    }

    /** One that rings. */
    public sealed interface Bell {
        /** All these telephones of the person. */
        record OfPerson(Extension person, List<Phone> phones) implements Bell {
            public OfPerson {
                phones = List.copyOf(phones);
            }
        }

        /** A number of the public network; {@code byKey}: only a key proves that a person answered. */
        record Outside(PhoneNumber number, boolean byKey) implements Bell {

            public Outside(PhoneNumber number) {
                this(number, true);
            }
        }
    }

    /** Somebody who is meant but not rung. */
    public record NotRung(Extension person, Cause cause) {}

    /** Why. */
    public enum Cause {
        BUSY,
        /** The team has hours of its own, and these are others. */
        OUTSIDE_HOURS,
        AFTER_CALL,
        DO_NOT_DISTURB,
        BREAK,
        AWAY,
        NOT_ANSWERING,
        ABSENT,
        LEFT,
        UNREGISTERED,
        NO_TELEPHONE
    }

    public boolean nobody() {
        return turns.isEmpty();
    }
}
