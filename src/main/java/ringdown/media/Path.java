package ringdown.media;

import org.jspecify.annotations.Nullable;
import ringdown.rtp.RtpAgreement;
import ringdown.rtp.RtpPort;

/** Which way the sound of a bridge goes; chosen anew whenever a voice or the taps change. */
sealed interface Path {
    /** Packets go from port to port as they come. */
    record Forwarded(RtpPort a, RtpPort b) implements Path {}

    /** Sound is decoded and moves with the media clock. */
    record Decoded() implements Path {}

    /** The way for two voices. */
    static Path of(Voice a, Voice b) {
        RtpPort first = a.rtp();
        RtpPort second = b.rtp();
        if (first == null || second == null || first == second) {
            return new Decoded();
        }
        boolean alike = first.sharesSelectorWith(second) && alike(first.agreement(), second.agreement());
        return alike ? new Forwarded(first, second) : new Decoded();
    }

    /** The two laws of G.711 are translated octet by octet on the way. */
    private static boolean alike(@Nullable RtpAgreement a, @Nullable RtpAgreement b) {
        return a != null && b != null && a.packetMillis() == b.packetMillis();
    }
}
