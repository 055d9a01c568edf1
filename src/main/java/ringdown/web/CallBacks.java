package ringdown.web;

import ringdown.number.Extension;

/** Keeps a promise now: rings somebody of the office, then the number. Wired to the switchboard at the roof. */
@FunctionalInterface
public interface CallBacks {
    /** Returns when it is clear whether it can ring; never waits for a person. */
    Answer callBack(String promiseId, Extension from);

    /** What became of the wish. */
    sealed interface Answer {
        /** The telephones ring; the call is in the ledger. */
        record Rings(String callId) implements Answer {}

        /** There is no such promise. */
        record NoSuchPromise() implements Answer {}

        /** There is no such person. */
        record NoSuchPerson() implements Answer {}

        /** Settled already, no number, person busy, no telephone that rings: {@code why} says which. */
        record NotNow(String why) implements Answer {}
    }
}
