package ringdown.switchboard;

import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.office.Person;

/** What a telephone of the office shows of whoever is at the other end. Stateless. */
final class Display {
    private Display() {}

    /** {@code who}: an extension, a number outside, or the line of somebody who has shown none. */
    static CallerId of(CallRun run, String who) {
        if (who.matches("[0-9]{1,8}")) {
            String name =
                    run.office.person(new Extension(who)).map(Person::name).orElse(null);
            return CallerId.of(who, name);
        }
        return who.startsWith("+")
                ? Caller.of(CallerId.of(who, null), run.desk, run.office).display()
                : CallerId.UNKNOWN;
    }

    /** Each of two who talk is shown the other. */
    static void each(CallRun run, Talker one, Talker other) {
        one.leg().shows(of(run, other.who()));
        other.leg().shows(of(run, one.who()));
    }
}
