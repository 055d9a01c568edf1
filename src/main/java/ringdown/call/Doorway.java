package ringdown.call;

/** Where edges hand in the legs that arrive; the switchboard stands behind it. */
public interface Doorway {
    /** An inbox for a leg that is about to be built. Never blocks. */
    Inbox inbox();

    /** The leg has arrived; its mail posts to an inbox got from {@link #inbox()}. Returns at once: the call runs on its own thread. */
    void offer(Leg leg, Arrival arrival, Inbox inbox);

    /** The edge has decided something in a call and names the evidence it rests on; goes into the call's record. Never blocks. */
    default void noted(String callId, String what) {}
}
