package ringdown.voicemail;

import java.util.Set;

/** Whose message lamp has ever been lit, over restarts. Implemented by the store; safe from any thread. */
public interface LampsOnDisk {
    /** Their extensions. */
    Set<String> everLit();

    /** One more. */
    void lit(String extension);
}
