package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.callerid.CallerIdHeard;

/**
 * What a port tells and does by itself that does signalling of its own: a voice modem hears caller ID, keys and tones and dials, and
 * shows no voltage. Used on the board's thread only, like its card; each sign is given once. Nothing blocks.
 */
public interface FxoSigns {
    /** Who calls, as the port has read it on hook; null: nothing new. */
    @Nullable
    CallerIdHeard caller();

    /** A key that the port has heard from the far end, 0-9 * # A-D; 0: none. */
    char key();

    /** The port believes to hear busy or dial tone, which it may take from a voice too: a doubt, no proof (LINES rule 11). */
    boolean endTone();

    /** Dials digits on the open line, by tones or pulses; {@link #dialling} is true until they are out. */
    void dial(String digits, boolean pulse);

    /** Digits are on their way. */
    boolean dialling();

    /** The loop is closed and sound passes, in one direction at least; false while the port is still busy with that. */
    boolean sounding();

    /** It can hear and speak at the same time; false: a caller can be told something or listened to, but not joined with a person. */
    boolean duplex();
}
