package ringdown.rtp;

/** Hears the keys that a far end presses. Runs on the RTP selector's thread: pass it on, do not work here. */
@FunctionalInterface
public interface DigitListener {
    /** 0-9, *, #, A-D; once for each press, when it begins. */
    void pressed(char digit);
}
