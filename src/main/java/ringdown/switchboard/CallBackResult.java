package ringdown.switchboard;

/** What became of the wish to keep a promise now. */
public sealed interface CallBackResult {
    /** The person's telephone rings; the call is in the ledger. */
    record Rings(String callId) implements CallBackResult {}

    /** There is no such promise. */
    record NoSuchPromise() implements CallBackResult {}

    /** It is settled already, or has no number. {@code why} says which. */
    record NothingToDial(String why) implements CallBackResult {}

    /** There is no such person. */
    record NoSuchPerson() implements CallBackResult {}

    /** The person is in another call, or has no telephone that rings. {@code why} says which. */
    record CannotRing(String why) implements CallBackResult {}
}
