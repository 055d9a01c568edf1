package ringdown.switchboard;

import java.util.List;
import ringdown.routing.Resolved;

/** How a stage's people are written into the ledger. */
final class Bellings {
    private Bellings() {}

    /** Extensions, or numbers of mobiles, of a turn. */
    static List<String> who(Resolved.Turn turn) {
        return turn.bells().stream()
                .map(bell -> switch (bell) {
                    case Resolved.Bell.OfPerson person -> person.person().digits();
                    case Resolved.Bell.Outside outside -> outside.number().e164();
                })
                .distinct()
                .toList();
    }

    /** The cause's word in the API. */
    static String word(Resolved.Cause cause) {
        return switch (cause) {
            case BUSY -> "busy";
            case AFTER_CALL -> "afterCall";
            case DO_NOT_DISTURB -> "doNotDisturb";
            case BREAK -> "break";
            case NOT_ANSWERING -> "notAnswering";
            case AWAY -> "away";
            case ABSENT -> "absent";
            case LEFT -> "left";
            case UNREGISTERED -> "unregistered";
            case NO_TELEPHONE -> "noTelephone";
        };
    }
}
