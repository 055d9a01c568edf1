package ringdown.call;

/**
 * The caller has gone while a call did something for them: the one expected exception, caught once at the top of a call. Carries no
 * stack trace, since it is an ending and no fault.
 */
public final class CallerLeft extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CallEvent.Gone gone;

    /** With the event that told of it. */
    public CallerLeft(CallEvent.Gone gone) {
        super("caller left: " + gone.cause(), null, false, false);
        this.gone = gone;
    }

    /** The event that told of it. */
    public CallEvent.Gone gone() {
        return gone;
    }
}
