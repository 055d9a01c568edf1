package ringdown.switchboard;

import java.util.List;
import java.util.function.Supplier;
import ringdown.call.Arrival;
import ringdown.call.Handset;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.ledger.Outcome;
import ringdown.number.Dialled;
import ringdown.number.Language;
import ringdown.office.Person;
import ringdown.presence.Overrides;
import ringdown.prompts.Phrase;
import ringdown.voicemail.MailboxVisit;

/** A telephone dialled one of the codes of the box. */
final class FeatureCall {
    private final CallRun run;
    private final Arrival.FromPhone arrival;
    private final Dialled.Feature feature;
    private final Supplier<Inbox> further;

    FeatureCall(CallRun run, Arrival.FromPhone arrival, Dialled.Feature feature, Supplier<Inbox> further) {
        this.further = further;
        this.run = run;
        this.arrival = arrival;
        this.feature = feature;
    }

    HangupCause serve() {
        return switch (feature.code()) {
            case MESSAGES -> messages();
            case CLASS, PROMISE, AVAILABLE, RECORDING -> say(Phrase.DONE);
            case AWAY, BREAK, AFTER_CALL, DO_NOT_DISTURB -> say(Phrase.SWITCHED_ON);
            case OVERRIDE -> override(feature.rest().charAt(0) - '0');
            case RAW_LINE -> new RawLine(run, arrival, "fxo:" + feature.rest()).serve();
            case PICK_UP -> new PickingUp(run, arrival.extension()).ringing(feature.rest());
            case PARK -> new ParkOffer(run, arrival.extension()).serve();
            case RETRIEVE -> new PickingUp(run, arrival.extension()).fromPlace(Integer.parseInt(feature.rest()));
            case WITHHELD -> HangupCause.NO_SUCH_NUMBER; // a number that is none of those outside
        };
    }

    private HangupCause messages() {
        run.desk
                .ledger()
                .open(new CallOpened(
                        run.id(),
                        run.startedAt,
                        Direction.INTERNAL,
                        arrival.extension().digits(),
                        feature.code().digits(),
                        arrival.extension().digits(),
                        null,
                        false,
                        null));
        Tally tally = new Tally(run);
        MailboxVisit.End end;
        try {
            run.caller.answer();
            end = run.desk.mailboxVisit().visit(handset(), arrival.extension().digits(), language());
        } finally {
            run.desk.ledger().close(run.id(), tally.ending(Outcome.TALKED, true, null));
        }
        String number = end.callBack();
        return number == null ? HangupCause.NORMAL : callBack(number);
    }

    /** Key 3: a call out like any other, of its own in the ledger, so that it counts for the promise. */
    private HangupCause callBack(String number) {
        Inbox next = further.get();
        run.caller.mail().give(run.caller, next);
        next.take(run.desk.clock().nanos()); // LegJoined, which give() posts first
        CallRun call = new CallRun(run.desk, next, run.caller);
        if (run.desk
                .ledger()
                .owed(null, number)
                .filter(Switchboard::unconfirmed)
                .isPresent()) {
            return unconfirmed(call, number);
        }
        String e164 = number.startsWith("+") ? number : null;
        HangupCause cause = HangupCause.FAULT;
        try {
            cause = new OutgoingCall(call, arrival.extension(), number, e164, WaysOut.Purpose.PERSON).serve();
            return cause;
        } finally {
            call.hangUp(run.caller, cause);
        }
    }

    /** One key must not call a number that costs what its owner likes: the head confirms it first (SITUATIONS 5). */
    private HangupCause unconfirmed(CallRun call, String number) {
        CallOut.open(run.desk, run.office, call.id(), arrival.extension().digits(), number);
        call.event("not dialled: the head must confirm this number first");
        call.handset(run.caller)
                .play(run.desk.prompts().sound(Phrase.CALL_FAILED, language()).samples());
        run.desk.ledger().close(call.id(), new Tally(call).ending(Outcome.FAILED, true, null));
        call.hangUp(run.caller, HangupCause.NORMAL);
        return HangupCause.NORMAL;
    }

    private HangupCause say(Phrase confirmation) {
        boolean done = new StarCodes(run.desk).carryOut(arrival.extension(), feature);
        run.caller.answer();
        Phrase answer = done ? confirmation : Phrase.WRONG_KEY;
        handset().play(run.desk.prompts().sound(answer, language()).samples());
        return HangupCause.NORMAL;
    }

    /** Sets the override of that place, or ends it; 0 ends all. */
    private HangupCause override(int place) {
        List<Overrides.Standing> all = run.desk.overrides().all();
        if (place > all.size()) {
            return HangupCause.NO_SUCH_NUMBER;
        }
        boolean begins = place > 0 && all.get(place - 1).since() == null;
        Phrase said = begins
                ? begun(all.get(place - 1).override().name())
                : ended(place == 0 ? all : List.of(all.get(place - 1)));
        run.caller.answer();
        handset().play(run.desk.prompts().sound(said, language()).samples());
        return HangupCause.NORMAL;
    }

    private Phrase begun(String name) {
        return switch (run.desk.overrides().begin(name, arrival.extension().digits())) {
            case SET -> Phrase.SWITCHED_ON;
            case OVER -> Phrase.HOUR_OVER;
            case UNKNOWN -> Phrase.WRONG_KEY; // the file has changed in this moment
        };
    }

    private Phrase ended(List<Overrides.Standing> these) {
        these.forEach(one -> run.desk.overrides().end(one.override().name()));
        return Phrase.SWITCHED_OFF;
    }

    private Handset handset() {
        return run.handset(run.caller);
    }

    private Language language() {
        return run.office
                .person(arrival.extension())
                .map(Person::language)
                .orElse(run.office.info().language());
    }
}
