package ringdown.number;

/** How far a telephone that sends digit by digit has come. */
public enum Collected {
    /** Wait for more digits. */
    INCOMPLETE,
    /** It means something already, but a longer number begins with it: wait for the inter-digit time-out. */
    MAYBE_COMPLETE,
    /** Nothing longer begins with it: go at once. */
    COMPLETE,
    /** No further digit can help. */
    INVALID
}
