package ringdown.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.rtp.RtpAgreement;
import ringdown.rtp.RtpPort;

/** Which way the sound of a bridge goes; chosen anew whenever a voice or the taps change. */
sealed interface Path {
    /** Packets go from port to port as they come. */
    record Forwarded(RtpPort a, RtpPort b) implements Path {}

    /** Sound is decoded and moves with the media clock. */
    record Decoded() implements Path {}

    /** The way for two voices, with so many listening in. */
    static Path of(Voice a, Voice b, List<CrossConnect.Tap> taps) {
        RtpPort first = a.rtp();
        RtpPort second = b.rtp();
        if (first == null || second == null || first == second || !taps.isEmpty()) {
            return new Decoded();
        }
        boolean alike = first.sharesSelectorWith(second) && alike(first.agreement(), second.agreement());
        return alike ? new Forwarded(first, second) : new Decoded();
    }

    private static boolean alike(@Nullable RtpAgreement a, @Nullable RtpAgreement b) {
        return a != null && b != null && a.codec() == b.codec() && a.packetMillis() == b.packetMillis();
    }
}
