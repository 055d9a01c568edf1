package ringdown.switchboard;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallQuery;
import ringdown.office.Person;

/**
 * Wrong codes keyed from somebody's own mobile within a day, since the last right one: at nine the number is asked for none until the day is
 * over, and is a caller like any other. They are the ledger's events, so a restart forgets none, and no other number is concerned. Used by
 * the call's own thread only.
 */
final class WrongCodes {
    private static final int MOST = 9;
    private static final Duration WITHIN = Duration.ofDays(1);
    private static final int CALLS = 100;

    private final CallRun run;
    private final Person person;
    private int count;

    WrongCodes(CallRun run, Person person) {
        this.run = run;
        this.person = person;
        this.count = before();
    }

    static String right(Person person) {
        return "own mobile of " + person.extension() + ": right code";
    }

    private static String wrong(Person person) {
        return "own mobile of " + person.extension() + ": wrong code";
    }

    boolean locked() {
        return count >= MOST;
    }

    void another() {
        count++;
        run.event(wrong(person));
        if (locked()) {
            run.event("own mobile of " + person.extension() + ": locked for a day");
            run.desk.presence().locked(person.extension(), WITHIN);
        }
    }

    private int before() {
        String number = Objects.requireNonNull(person.mobile()).e164();
        List<CallEntry> calls = run.desk
                .ledger()
                .calls(new CallQuery(run.now().minus(WITHIN), null, null, number, null, null, null, CALLS, null))
                .items();
        int wrong = 0;
        for (CallEntry call : calls) {
            if (!number.equals(call.callerNumber())) {
                continue; // one that only ends like it
            }
            for (CallEntry.Event event : call.events().reversed()) {
                if (event.what().equals(right(person))) {
                    return wrong;
                }
                wrong += event.what().equals(wrong(person)) ? 1 : 0;
            }
        }
        return wrong;
    }
}
