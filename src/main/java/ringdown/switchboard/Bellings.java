package ringdown.switchboard;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ringdown.office.PersonState;
import ringdown.routing.Resolved;

/** How a stage's people are written into the ledger. */
final class Bellings {
    /** No telephone of theirs can be rung. */
    static final String UNREGISTERED = "unregistered";

    private Bellings() {}

    /** An extension, or the number of a mobile. */
    static String who(Resolved.Bell bell) {
        return switch (bell) {
            case Resolved.Bell.OfPerson person -> person.person().digits();
            case Resolved.Bell.Outside outside -> outside.number().e164();
        };
    }

    /** Extensions, or numbers of mobiles, of a turn. */
    static Set<String> who(List<Resolved.Bell> bells) {
        return bells.stream().map(Bellings::who).collect(Collectors.toSet());
    }

    /** The cause's word in the API. */
    static String word(Resolved.Cause cause) {
        return switch (cause) {
            case BUSY -> "busy";
            case OUTSIDE_HOURS -> "outsideHours";
            case AFTER_CALL -> "afterCall";
            case DO_NOT_DISTURB -> "doNotDisturb";
            case BREAK -> "break";
            case NOT_ANSWERING -> "notAnswering";
            case AWAY -> "away";
            case ABSENT -> "absent";
            case LEFT -> "left";
            case UNREGISTERED -> UNREGISTERED;
            case NO_TELEPHONE -> "noTelephone";
        };
    }

    /** Why somebody is not rung whose state has changed since the stage began. */
    static String word(PersonState state) {
        return switch (state) {
            case AVAILABLE, BUSY -> "busy";
            case AFTER_CALL -> "afterCall";
            case DO_NOT_DISTURB -> "doNotDisturb";
            case BREAK -> "break";
            case NOT_ANSWERING -> "notAnswering";
            case AWAY -> "away";
            case ON_LEAVE -> "absent";
        };
    }
}
