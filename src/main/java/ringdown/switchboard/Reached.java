package ringdown.switchboard;

/** What a stage came to; the caller's going is {@link ringdown.call.CallerLeft}. */
sealed interface Reached {
    /** Somebody took the call. */
    record By(Bells.Bell bell) implements Reached {}

    /** Nobody did: the next step. */
    record Nobody() implements Reached {}

    /** The caller would rather be called back and keeps the place. */
    record CallBackInstead(String placeId) implements Reached {}
}
