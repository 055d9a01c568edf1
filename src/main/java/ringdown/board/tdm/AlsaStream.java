package ringdown.board.tdm;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** One direction of a card, set up for a PCM highway: S32_LE, two channels, 8 kHz, periods of 5 ms, never stopped by ALSA itself. */
final class AlsaStream {
    static final int PLAYBACK = 0;
    static final int CAPTURE = 1;

    private static final int NONBLOCK = 1;
    private static final int INTERLEAVED = 3;
    private static final int S32_LE = 10;
    private static final int CHANNELS = 2;
    private static final int RATE = 8000;

    private final LibAsound alsa;
    private final Arena arena;
    private final MemorySegment pcm;
    private final int buffer;

    AlsaStream(LibAsound alsa, Arena arena, String device, int direction) throws IOException {
        this.alsa = alsa;
        this.arena = arena;
        MemorySegment handle = arena.allocate(ValueLayout.ADDRESS);
        try {
            alsa.call("snd_pcm_open", handle, arena.allocateFrom(device), direction, NONBLOCK);
        } catch (IOException absent) {
            throw new IOException(device + ": " + absent.getMessage(), absent);
        }
        pcm = handle.get(ValueLayout.ADDRESS, 0);
        try {
            buffer = hardware();
            software();
        } catch (IOException refused) {
            close();
            throw new IOException(device + ": " + refused.getMessage(), refused);
        }
    }

    private MemorySegment parameters(String kind) throws IOException {
        MemorySegment pointer = arena.allocate(ValueLayout.ADDRESS);
        alsa.call("snd_pcm_" + kind + "_params_malloc", pointer);
        return pointer.get(ValueLayout.ADDRESS, 0); // freed with the process: some hundred octets a start
    }

    private int hardware() throws IOException {
        MemorySegment hw = parameters("hw");
        alsa.call("snd_pcm_hw_params_any", pcm, hw);
        alsa.call("snd_pcm_hw_params_set_access", pcm, hw, INTERLEAVED);
        alsa.call("snd_pcm_hw_params_set_format", pcm, hw, S32_LE);
        alsa.call("snd_pcm_hw_params_set_channels", pcm, hw, CHANNELS);
        alsa.call("snd_pcm_hw_params_set_rate", pcm, hw, RATE, 0);
        MemorySegment frames = arena.allocateFrom(ValueLayout.JAVA_LONG, TdmLink.PERIOD);
        alsa.call("snd_pcm_hw_params_set_period_size_near", pcm, hw, frames, MemorySegment.NULL);
        frames.set(ValueLayout.JAVA_LONG, 0, SoundCard.BUFFER);
        alsa.call("snd_pcm_hw_params_set_buffer_size_near", pcm, hw, frames);
        alsa.call("snd_pcm_hw_params", pcm, hw);
        alsa.call("snd_pcm_hw_params_get_buffer_size", hw, frames);
        int got = (int) frames.get(ValueLayout.JAVA_LONG, 0);
        if (got < SoundCard.BUFFER) {
            throw new IOException("its buffer has room for " + got + " frames only");
        }
        return got;
    }

    /** stop_threshold at the boundary: neither an overrun nor an underrun stops the stream, so FSYNC never stops (LINES rule 4). */
    private void software() throws IOException {
        MemorySegment sw = parameters("sw");
        alsa.call("snd_pcm_sw_params_current", pcm, sw);
        MemorySegment number = arena.allocate(ValueLayout.JAVA_LONG);
        alsa.call("snd_pcm_sw_params_get_boundary", sw, number);
        long boundary = number.get(ValueLayout.JAVA_LONG, 0);
        alsa.call("snd_pcm_sw_params_set_start_threshold", pcm, sw, boundary);
        alsa.call("snd_pcm_sw_params_set_stop_threshold", pcm, sw, boundary);
        alsa.call("snd_pcm_sw_params_set_silence_threshold", pcm, sw, 0L);
        alsa.call("snd_pcm_sw_params_set_silence_size", pcm, sw, boundary);
        alsa.call("snd_pcm_sw_params_set_avail_min", pcm, sw, 2L * TdmLink.PERIOD);
        alsa.call("snd_pcm_sw_params", pcm, sw);
    }

    /** Starts and stops together with the other from now on; false when the card cannot do that. */
    boolean link(AlsaStream other) {
        try {
            alsa.call("snd_pcm_link", pcm, other.pcm);
            return true;
        } catch (IOException impossible) {
            return false;
        }
    }

    void command(String name) throws IOException {
        alsa.call(name, pcm);
    }

    /** Frames that can be read, or written. */
    int available() throws IOException {
        return (int) frames("snd_pcm_avail");
    }

    /** How many frames the buffer keeps. */
    int buffer() {
        return buffer;
    }

    /** Whether frames came before the time was over. */
    boolean await(int millis) throws IOException {
        return alsa.call("snd_pcm_wait", pcm, millis) > 0;
    }

    private long frames(String name) throws IOException {
        try {
            return LibAsound.checked(
                    name, (long) alsa.frames(name, ValueLayout.ADDRESS).invokeExact(pcm));
        } catch (IOException | RuntimeException | Error told) {
            throw told;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Moves the place of the next frame to be read or written. */
    int move(String name, int count) throws IOException {
        try {
            var function = alsa.frames(name, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
            return (int) (long) LibAsound.checked(name, (long) function.invokeExact(pcm, (long) count));
        } catch (IOException | RuntimeException | Error told) {
            throw told;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Reads or writes frames; fewer than wanted is a fault, because it was asked how many there are. */
    void transfer(String name, MemorySegment frames, int count) throws IOException {
        try {
            var function = alsa.frames(name, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
            long done = LibAsound.checked(name, (long) function.invokeExact(pcm, frames, (long) count));
            if (done < count) {
                throw new IOException(name + ": " + done + " frames instead of " + count);
            }
        } catch (IOException | RuntimeException | Error told) {
            throw told;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    void close() {
        try {
            alsa.call("snd_pcm_close", pcm);
        } catch (IOException gone) {
            // nothing is left that could be closed
        }
    }
}
