package ringdown.switchboard;

import ringdown.ledger.Acquaintance;
import ringdown.ledger.Agreement;
import ringdown.ledger.Classing;
import ringdown.number.Dialled;
import ringdown.number.Extension;
import ringdown.office.PersonState;

/** Carries out what a person keys on a telephone, dialled after a talk or pressed during it. Safe from any thread. */
final class StarCodes {
    private final Desk desk;

    StarCodes(Desk desk) {
        this.desk = desk;
    }

    /** False if there is nothing that the code could mean now. */
    boolean carryOut(Extension who, Dialled.Feature feature) {
        return switch (feature.code()) {
            case CLASS -> classed(who, feature.rest());
            case AWAY -> say(who, PersonState.AWAY);
            case BREAK -> say(who, PersonState.BREAK);
            case AFTER_CALL -> say(who, PersonState.AFTER_CALL);
            case DO_NOT_DISTURB -> say(who, PersonState.DO_NOT_DISTURB);
            case AVAILABLE -> say(who, PersonState.AVAILABLE);
            case PROMISE -> promise(who, feature.rest());
            case MESSAGES, OVERRIDE, PICK_UP, PARK, RETRIEVE, RECORDING, RAW_LINE, WITHHELD -> false;
        };
    }

    /** A star makes a contact of the caller, unless a class has that key. */
    private boolean classed(Extension who, String key) {
        return classing().byKey(who, key).isPresent() || (key.equals("*") && acquainted(who));
    }

    private boolean acquainted(Extension who) {
        return classing()
                .lastTalk(who)
                .flatMap(call -> new Acquaintance(
                                desk.office(), desk.ledger(), desk.contacts(), desk.learning(), desk.clock())
                        .acquaint(call, who.digits()))
                .isPresent();
    }

    private Classing classing() {
        return new Classing(desk.office(), desk.ledger(), desk.contacts(), desk.learning(), desk.clock());
    }

    /** A promise made in the talk that goes on, or in the last one (SITUATIONS 6). */
    private boolean promise(Extension who, String time) {
        return new Agreement(desk.office().get(), desk.ledger())
                .byKey(who, time, desk.clock().now())
                .isPresent();
    }

    private boolean say(Extension who, PersonState state) {
        desk.presence().say(who, state);
        return true;
    }
}
