package ringdown.rtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Companding;

/**
 * Passes packets of another port of the same selector on into this port's stream, without decoding. Octets are translated if the far end
 * happens to speak the other law than agreed. Selector's thread only.
 */
final class Relaying {
    private final OutgoingStream stream;
    private final Rewriting rewriting;
    private final Sender sender;
    private @Nullable RtpAgreement agreement;

    Relaying(OutgoingStream stream, Rewriting rewriting, Sender sender) {
        this.stream = stream;
        this.rewriting = rewriting;
        this.sender = sender;
    }

    void agree(RtpAgreement changed) {
        agreement = changed;
    }

    /** Passes on; {@code codec} is null for a telephone event. */
    void pass(RtpPacket packet, @Nullable Codec codec, long nanos) {
        RtpAgreement now = agreement;
        if (now == null || !stream.maySpeak(now) || sender.pressing()) {
            rewriting.breakOff();
            return;
        }
        int type = codec == null ? now.eventsSent() : now.codec().payloadType();
        if (type == RtpAgreement.NO_EVENTS) {
            rewriting.leftOut(packet);
            return;
        }
        boolean marker = packet.marker();
        if (!rewriting.follows(packet)) {
            marker |= stream.resume(nanos);
            rewriting.begin(packet, stream.sequence(), stream.timestamp());
        }
        int number = rewriting.sequence(packet);
        if (number >= 0) {
            pass(
                    packet,
                    translation(codec, now),
                    stream.packet(marker, type, number, rewriting.timestamp(packet)),
                    nanos);
        }
    }

    private void pass(RtpPacket packet, @Nullable Companding from, ByteBuffer out, long nanos) {
        int number = out.getShort(2) & 0xFFFF;
        int length = packet.payloadLength();
        if (length > out.remaining()) {
            return;
        }
        int at = out.position();
        packet.appendPayload(out);
        for (int i = at; from != null && i < out.position(); i++) {
            out.put(i, from.transcode(out.get(i)));
        }
        // An event's packets all carry its beginning; sound follows where it has ended.
        boolean event = (out.get(1) & 0x7F) >= 96;
        int lasts = event ? (packet.payload(2) & 0xFF) << 8 | packet.payload(3) & 0xFF : length;
        stream.send(out, number, rewriting.timestamp(packet) + lasts, nanos);
        rewriting.passed(packet);
        sender.forwarded();
    }

    private static @Nullable Companding translation(@Nullable Codec codec, RtpAgreement now) {
        return codec == null || codec == now.codec() ? null : codec.law();
    }
}
