package ringdown.web;

import ringdown.number.Extension;
import ringdown.quality.OutCall;

/** Makes a call from a list: rings somebody of the office, then the number. Wired to the switchboard at the roof. */
@FunctionalInterface
public interface CallsOutDoor {
    /** Returns when it is clear whether it can ring; never waits for a person. How it went is written down at its end. */
    CallBacks.Answer call(OutCall wanted, Extension from);
}
