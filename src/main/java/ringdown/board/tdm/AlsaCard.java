package ringdown.board.tdm;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A sound card through ALSA. */
public final class AlsaCard implements SoundCard {
    private static final int PATIENCE = 50;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment frames = arena.allocate((long) BUFFER * OCTETS, 8);
    private final AlsaStream out;
    private final AlsaStream in;
    private final boolean linked;
    private boolean closed;

    /** Opens both directions; the IOException says in plain words what is missing. */
    public AlsaCard(String playback, String capture) throws IOException {
        AlsaStream opened = null;
        try {
            LibAsound alsa = LibAsound.load(arena);
            opened = new AlsaStream(alsa, arena, playback, AlsaStream.PLAYBACK);
            in = new AlsaStream(alsa, arena, capture, AlsaStream.CAPTURE);
        } catch (IOException absent) {
            // A card that is missing is asked for again every few seconds: nothing of the attempt may stay.
            if (opened != null) {
                opened.close();
            }
            arena.close();
            throw absent;
        }
        out = opened;
        linked = in.link(out);
    }

    /** The card of a board: its overlay makes playback device 0, capture device 1 of it. */
    public static AlsaCard of(String name) throws IOException {
        return new AlsaCard("hw:" + name + ",0", "hw:" + name + ",1");
    }

    @Override
    public void start(byte[] silence, int count) throws IOException {
        out.command("snd_pcm_prepare");
        if (!linked) {
            in.command("snd_pcm_prepare");
        }
        write(silence, 0, count);
        out.command("snd_pcm_start"); // and what is linked with it
        if (!linked) {
            in.command("snd_pcm_start"); // some frames later: the check by loopback finds out how many
        }
    }

    @Override
    public int await(int wanted) throws IOException {
        int there = in.available();
        while (there < wanted && in.await(PATIENCE)) {
            there = in.available();
        }
        return there;
    }

    @Override
    public void skip(int count) throws IOException {
        in.move("snd_pcm_forward", count);
    }

    @Override
    public void read(byte[] into, int count) throws IOException {
        in.transfer("snd_pcm_readi", frames, count);
        MemorySegment.copy(frames, ValueLayout.JAVA_BYTE, 0, into, 0, count * OCTETS);
    }

    @Override
    public int ahead() throws IOException {
        return out.buffer() - out.available();
    }

    @Override
    public int move(int count) throws IOException {
        return count < 0 ? -out.move("snd_pcm_rewind", -count) : out.move("snd_pcm_forward", count);
    }

    @Override
    public void write(byte[] from, int first, int count) throws IOException {
        if (count > 0) {
            MemorySegment.copy(from, first * OCTETS, frames, ValueLayout.JAVA_BYTE, 0, count * OCTETS);
            out.transfer("snd_pcm_writei", frames, count);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            in.close();
            out.close();
            arena.close();
        }
    }
}
