package ringdown.sip;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session description (RFC 8866) as far as a telephone needs it.
 *
 * @param streams every m-line in its order, also those that are refused: an answer has as many (RFC 3264 §6)
 */
record Sdp(List<Stream> streams) {
    Sdp {
        streams = List.copyOf(streams);
    }

    /**
     * One m-line with what follows it.
     *
     * @param media audio, video, …
     * @param port 0: refused
     * @param protocol RTP/AVP, RTP/SAVP, …
     * @param formatList the formats as written, for the refusal of a stream
     * @param formats payload types that have a name; static ones are filled in (RFC 3551 §6)
     * @param address where the writer wants to receive; null for none at all
     * @param ptime milliseconds a packet, 0 if not said
     */
    record Stream(
            String media,
            int port,
            String protocol,
            String formatList,
            List<Format> formats,
            @Nullable InetAddress address,
            Direction direction,
            int ptime) {
        Stream {
            formats = List.copyOf(formats);
        }

        /** Plain sound that is not refused. */
        boolean speakable() {
            return media.equals("audio") && port != 0 && protocol.matches("RTP/AVPF?") && address != null;
        }
    }

    /**
     * One payload type.
     *
     * @param type 0 to 127
     * @param name the encoding's name in capitals
     * @param clock its clock rate
     */
    record Format(int type, String name, int clock) {}
}
