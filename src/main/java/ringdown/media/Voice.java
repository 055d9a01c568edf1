package ringdown.media;

import org.jspecify.annotations.Nullable;
import ringdown.rtp.RtpPort;

/**
 * The sound of one leg, one object for the leg's life. Codec, address, direction and keys change inside it; whoever owns the leg is
 * told by VoiceChanged.
 */
public interface Voice {
    /** What the far end says. */
    AudioSource source();

    /** What the far end hears. */
    AudioSink sink();

    /** The RTP port behind it, so that two of one codec can be forwarded packet by packet; null for a line or a telephone on copper. */
    default @Nullable RtpPort rtp() {
        return null;
    }

    /** Its far end is told of keys apart from the sound (RFC 4733) and takes them so. */
    default boolean takesKeys() {
        return false;
    }

    /** Keys of its far end are not in what {@link #source()} gives: whoever owns the leg passes them on. */
    default boolean keysApart() {
        return false;
    }

    /** It is bridged with the other one from now on; null: it is joined with something that is no voice. Told on the thread that joins them. */
    default void faces(@Nullable Voice other) {}

    /** What speaks is a fax, an alarm device or a terminal, by the office's word: every sample counts from the first one on (LINES rule 14). */
    default boolean machine() {
        return false;
    }

    /** No silence ends a talk with it. */
    default boolean patient() {
        return false;
    }

    /**
     * How many of the last samples that {@link #source()} has given are an end tone (busy, a break) and no speech; 0 while the far end is
     * there. A recording is cut by it after its connection is closed.
     */
    default int endToneSamples() {
        return 0;
    }
}
