package ringdown.switchboard;

import ringdown.number.Extension;

/** Writes into the office that somebody is not there today, or is there again; wired at the roof. Durable when it returns. */
@FunctionalInterface
public interface Absences {
    void today(Extension who, boolean absent);
}
