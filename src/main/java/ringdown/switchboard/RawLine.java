package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.ledger.Outcome;
import ringdown.number.Language;
import ringdown.office.Account;
import ringdown.office.Person;
import ringdown.prompts.Phrase;

/**
 * Gives a line itself, with its dial tone, to whoever looks after the office's lines, so that services of the provider can be set (LINES
 * rule 16). Never to callers from outside. A number of help that is dialled on it is one all the same. Runs on the call's thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself
final class RawLine {
    private static final Duration DIAL_TONE = Duration.ofSeconds(10);

    /** A line that has just gone on hook is ready again within this. */
    private static final Duration GUARD = Duration.ofSeconds(4);

    private final CallRun run;
    private final Arrival.FromPhone arrival;
    private final String port;
    private final StringBuilder dialled = new StringBuilder();

    RawLine(CallRun run, Arrival.FromPhone arrival, String port) {
        this.run = run;
        this.arrival = arrival;
        this.port = port;
    }

    HangupCause serve() {
        Optional<OutsideLine> line = run.desk.equipment().outsideLines().stream()
                .filter(one -> one.via().equals(port))
                .findFirst();
        if (line.isEmpty()) {
            return HangupCause.NO_SUCH_NUMBER;
        }
        if (!may()) {
            run.caller.answer();
            run.handset(run.caller)
                    .play(run.desk
                            .prompts()
                            .sound(Phrase.NOT_ALLOWED, language())
                            .samples());
            return HangupCause.REFUSED;
        }
        run.settle(GUARD, line.get()::free);
        return line.get().free() ? over(line.get()) : HangupCause.CONGESTION;
    }

    /** Persons of accounts that look after the box or the office. */
    private boolean may() {
        return run.office.accounts().stream()
                .filter(account -> account.role() == Account.Role.INSTALLER || account.role() == Account.Role.DIRECTOR)
                .anyMatch(account -> arrival.extension().equals(account.person()));
    }

    private HangupCause over(OutsideLine line) {
        CallOut.open(run.desk, run.office, run.id(), port, arrival.dialled());
        Tally tally = new Tally(run);
        Outcome outcome = Outcome.FAILED;
        Optional<Leg> far = Optional.empty();
        WaysOut.Taken taken = run.desk.ways().take(line, run.office);
        try {
            far = seized(taken);
            if (far.isEmpty() || !sounds(far.get())) {
                return HangupCause.CONGESTION;
            }
            run.event(arrival.extension() + " has taken the line itself");
            outcome = Outcome.TALKED;
            run.listen(event -> watched(event, line));
            run.caller.answer();
            run.talk(far.get(), false, new Sounds(run.desk.prompts(), run.office.info()))
                    .run();
            return HangupCause.NORMAL;
        } finally {
            far.ifPresent(leg -> run.hangUp(leg, HangupCause.NORMAL));
            if (taken instanceof WaysOut.Taken.Way way) {
                run.desk.ways().back(way);
            }
            run.desk.ledger().close(run.id(), tally.ending(outcome, true, null));
        }
    }

    /** Callers need a line to come in over, whatever is to be set on it (SITUATIONS rule 7). */
    private Optional<Leg> seized(WaysOut.Taken taken) {
        return switch (taken) {
            case WaysOut.Taken.Way way -> way.line().raw(run.inbox);
            case WaysOut.Taken.None none -> {
                run.event("not dialled: " + none.why().words());
                yield Optional.empty();
            }
        };
    }

    /** True with dial tone. */
    private boolean sounds(Leg far) {
        long until = run.deadline(DIAL_TONE);
        for (CallEvent event = run.inbox.take(until); event != null; event = run.inbox.take(until)) {
            switch (event) {
                case CallEvent.Gone gone when gone.leg() == run.caller -> throw new CallerLeft(gone);
                case CallEvent.Gone gone
                when gone.leg() == far -> {
                    return false;
                }
                case CallEvent.Answered answered
                when answered.leg() == far -> {
                    return true;
                }
                default -> run.otherwise(event);
            }
        }
        return false;
    }

    /** A number of help is looked for in all that is dialled: in doubt somebody needs it. */
    private boolean watched(CallEvent event, OutsideLine line) {
        if (!(event instanceof CallEvent.DigitPressed key) || key.leg() != run.caller) {
            return false;
        }
        dialled.append(key.digit());
        if (run.office.numberingPlan().emergencyNumbers().contains(dialled.toString())) {
            line.forHelp();
            run.event("a call for help: " + dialled);
            HelpOnDisk.Called help = new HelpOnDisk.Called(
                    arrival.extension().digits(), arrival.telephone(), dialled.toString(), run.now());
            run.desk.helps().called(help);
            HelpNotice.toFrontDesk(run.desk, help, run.id());
        }
        return true;
    }

    private Language language() {
        return run.office
                .person(arrival.extension())
                .map(Person::language)
                .orElse(run.office.info().language());
    }
}
