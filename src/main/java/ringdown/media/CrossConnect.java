package ringdown.media;

import java.util.List;

/**
 * Joins voices. A voice takes part in one connection at a time: connecting it again ends the older connection first, without a gap.
 * Safe from any thread; the sound itself moves on the media clock's thread, or on the RTP selector's where packets are forwarded.
 */
public interface CrossConnect extends AutoCloseable {
    /** The far end hears {@code toFarEnd}; what it says goes to {@code fromFarEnd}. */
    Connection attach(Voice voice, AudioSource toFarEnd, AudioSink fromFarEnd);

    /**
     * Two voices hear each other. Two RTP voices with packets of one length are forwarded packet by packet on arrival, whatever their law.
     * Each tap hears one side as well (a recording: one tap a side), at the price of decoding. The path is chosen anew whenever a voice or
     * the taps change. Keys pass between two RTP voices by themselves on either path; to and from a line the owner of the legs passes them on.
     */
    Bridging bridge(Voice a, Voice b);

    /**
     * From now on {@code ear} hears what the far end of this voice says, whatever the voice is joined to, until the connection is closed;
     * a later one takes the place of an earlier one. Costs decoding where packets would be forwarded.
     */
    Connection overhear(Voice voice, AudioSink ear);

    /** Runs on every tick of the media clock, before any sound moves; closing ends it. For things that make time out of sound. */
    Connection everyTick(Runnable work);

    /** A bridge that can be listened in on. */
    interface Bridging extends Connection {
        /** From now on the sinks hear the two sides; an empty list ends the listening. Decoding starts and ends with it. */
        void taps(List<Tap> taps);

        /** Looks again at the two voices after VoiceChanged. */
        void voiceChanged();
    }

    /** Hears what a says and what b says. */
    record Tap(AudioSink a, AudioSink b) {}

    @Override
    void close();
}
