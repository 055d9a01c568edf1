package ringdown.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;

/**
 * Speaks into the stream of one port: frames of the media clock, keys, and silence where both are missing. Selector's thread only.
 */
final class Sender {
    /**
     * So much later than due the far end gets silence instead, for its time-outs and for the routers on the way. Longer than what
     * the media clock makes good, so that a stall of the machine does not cut silence into speech.
     */
    private static final long FRAMES_MISSING = 110_000_000L;

    /** Pauses of a forwarded far end are its own affair, up to here. */
    private static final long PACKETS_MISSING = 1_000_000_000L;

    private static final long PAUSE_NANOS = 200_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final OutgoingStream stream;
    private final FrameRing frames;
    private final Rewriting rewriting;
    private final DigitSender digits = new DigitSender();
    private final short[] sound = new short[Frame.samples(60)];
    private final byte[] octets = new byte[Frame.samples(60)];

    private @Nullable RtpAgreement agreement;
    private @Nullable Object forwarding;
    private boolean filling;

    Sender(OutgoingStream stream, FrameRing frames, Rewriting rewriting) {
        this.stream = stream;
        this.frames = frames;
        this.rewriting = rewriting;
    }

    void agree(RtpAgreement changed) {
        agreement = changed;
    }

    /** From now on packets of another port are forwarded instead of frames, on this one's behalf; null: frames. */
    void forwards(@Nullable Object by) {
        forwarding = by;
        frames.clear();
        rewriting.breakOff();
    }

    /** Frames again, unless somebody else has begun to forward meanwhile. */
    void forwardsNoMore(Object by) {
        if (forwarding == by) {
            forwards(null);
        }
    }

    /** A packet has been forwarded: what comes next is late only by a forwarded far end's measure, whatever was said before. */
    void forwarded() {
        filling = false;
    }

    void press(char digit) {
        digits.add(digit);
    }

    boolean pressing() {
        return digits.pressing();
    }

    /** Sends what the media clock has left, in whole packets. */
    void drain(long nanos) {
        RtpAgreement now = agreement;
        int perPacket = now == null ? 1 : now.packetMillis() / Frame.MILLIS;
        while (frames.waiting() >= perPacket) {
            for (int i = 0; i < perPacket; i++) {
                frames.take(sound, i * Frame.SAMPLES);
            }
            if (now != null && forwarding == null && stream.maySpeak(now) && !digits.pressing()) {
                speak(now, nanos);
                filling = false;
            }
        }
    }

    /** Every 10 ms: goes on with a key, fills what is missing with silence. */
    void tick(long nanos) {
        RtpAgreement now = agreement;
        if (now == null || !stream.maySpeak(now)) {
            return;
        }
        if (now.eventsSent() == RtpAgreement.NO_EVENTS) {
            digits.forget();
        }
        if (digits.due(nanos)) {
            digit(now, nanos);
        } else if (!digits.pressing()) {
            fill(now, nanos);
        }
    }

    private void fill(RtpAgreement now, long nanos) {
        long packet = now.packetMillis() * NANOS_PER_MILLI;
        long late = nanos - stream.lastNanos() - packet;
        long patience = filling ? 0 : forwarding != null ? PACKETS_MISSING : FRAMES_MISSING;
        if (stream.begun() && late < patience) {
            return;
        }
        Arrays.fill(sound, (short) 0);
        rewriting.breakOff();
        filling = true;
        if (!stream.begun() || late > PAUSE_NANOS) {
            speak(now, nanos);
            return;
        }
        for (long due = nanos - late; due <= nanos; due += packet) {
            speak(now, due);
        }
    }

    private void speak(RtpAgreement now, long nanos) {
        boolean marker = stream.resume(nanos);
        int length = Frame.samples(now.packetMillis());
        now.codec().law().encode(sound, 0, octets, 0, length);
        int number = stream.sequence();
        ByteBuffer out = stream.packet(marker, now.codec().payloadType(), number, stream.timestamp());
        stream.send(out.put(octets, 0, length), number, stream.timestamp() + length, nanos);
    }

    private void digit(RtpAgreement now, long nanos) {
        if (!digits.pressing()) {
            stream.resume(nanos);
            digits.start(stream.timestamp(), nanos);
        }
        int number = stream.sequence();
        ByteBuffer out = stream.packet(digits.first(), now.eventsSent(), number, digits.timestamp());
        digits.write(out);
        stream.send(out, number, digits.timestamp() + digits.samplesGone(), nanos);
        digits.next();
        rewriting.breakOff();
        filling = true; // what follows is due at once: frames, or silence
    }
}
