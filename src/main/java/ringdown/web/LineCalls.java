package ringdown.web;

import ringdown.number.PhoneNumber;

/** Calls a number over one line for whoever installs it. Wired to the switchboard at the roof. */
@FunctionalInterface
public interface LineCalls {
    /** Returns when it is clear whether the line may be dialled on; never waits for a person. */
    CallBacks.Answer call(String port, PhoneNumber number);
}
