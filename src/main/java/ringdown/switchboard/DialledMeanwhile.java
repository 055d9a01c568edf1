package ringdown.switchboard;

/** Somebody is dialling the caller who waits here: whatever is done for them is broken off at once, and the two calls are joined. No fault. */
final class DialledMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1;

    DialledMeanwhile() {
        super("the caller is being dialled", null, false, false);
    }
}
