package ringdown.switchboard;

/** A fax machine calls: whatever is being done for the caller is broken off. No fault, so no stack. */
final class FaxCalls extends RuntimeException {
    private static final long serialVersionUID = 1;

    FaxCalls() {
        super("a fax machine calls", null, false, false);
    }
}
