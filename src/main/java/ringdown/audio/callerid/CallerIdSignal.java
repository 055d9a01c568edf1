package ringdown.audio.callerid;

/**
 * What an exchange does to tell who is calling; the ringing around it is the exchange's work.
 *
 * @param samples sound to put on the line, pauses inside it included
 * @param place where among the rings
 * @param reversalFirst the polarity is turned {@code quietBefore} before the sound and stays so until the call ends
 * @param pulseMillis length of the ring that announces it, before {@code quietBefore}; 0 for none
 * @param quietBefore milliseconds of silence between the ring burst, reversal or idle line, and the sound
 * @param quietAfter milliseconds of silence between the sound and the next ring burst, at least
 */
public record CallerIdSignal(
        short[] samples, Place place, boolean reversalFirst, int pulseMillis, int quietBefore, int quietAfter) {
    /** Where among the rings. */
    public enum Place {
        BEFORE_FIRST_RING,
        AFTER_FIRST_RING,
        /** After the line was answered, upon the box's request tone. */
        AFTER_ANSWER
    }

    /** Without a ring that announces it. */
    public CallerIdSignal(short[] samples, Place place, boolean reversalFirst, int quietBefore, int quietAfter) {
        this(samples, place, reversalFirst, 0, quietBefore, quietAfter);
    }
}
