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

    /**
     * How many of the last samples that {@link #source()} has given are an end tone (busy, a break) and no speech; 0 while the far end is
     * there. A recording is cut by it after its connection is closed.
     */
    default int endToneSamples() {
        return 0;
    }
}
