package ringdown.board.tdm;

import java.io.IOException;

/**
 * Both directions of a sound card that carries a PCM highway: 8,000 frames of {@link #OCTETS} octets a second, started together, never
 * stopped by a late thread. Frames are counted from the start. Used on one thread at a time.
 */
public interface SoundCard extends AutoCloseable {
    /** Octets of a frame: two words of 32 bits, one slot an octet. */
    int OCTETS = 8;

    /** Frames that the card keeps of what has come in, and of what is to go out. */
    int BUFFER = 1920;

    /** Begins anew with these frames to go out first; both directions run when it returns. */
    void start(byte[] frames, int count) throws IOException;

    /**
     * Waits until so many frames have come in, for at most 50 ms.
     *
     * @return how many have come in and were not read, more than {@link #BUFFER} when some were overwritten; fewer than wanted when
     *     the clock of the frames stands still
     */
    int await(int wanted) throws IOException;

    /** Leaves out so many frames of what has come in. */
    void skip(int count) throws IOException;

    /** Reads frames that have come in. */
    void read(byte[] frames, int count) throws IOException;

    /** How many frames are written and not yet gone out; negative when the card is past the last one written. */
    int ahead() throws IOException;

    /** Takes back so many of the last frames written, or steps over so many; how many it was, since the card goes on meanwhile. */
    int move(int frames) throws IOException;

    /** Writes frames. */
    void write(byte[] frames, int from, int count) throws IOException;

    /** Stops. Closing twice is fine. */
    @Override
    void close();
}
