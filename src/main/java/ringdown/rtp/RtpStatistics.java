package ringdown.rtp;

/**
 * What one port has seen since it was opened, for diagnosis.
 *
 * @param received packets taken from the far end
 * @param lost packets missing from its sequence (RFC 3550 §6.4.1), late ones not counted
 * @param late packets that came after their moment of being played
 * @param duplicates packets that came twice
 * @param malformed datagrams that were no RTP packet
 * @param unknownType packets of a payload type that was not agreed on
 * @param strangers packets from an address that is not the far end's
 * @param concealed frames of 10 ms that had to be made up
 * @param jitterMillis interarrival jitter (RFC 3550 §6.4.1)
 * @param sent packets sent
 */
public record RtpStatistics(
        long received,
        long lost,
        long late,
        long duplicates,
        long malformed,
        long unknownType,
        long strangers,
        long concealed,
        double jitterMillis,
        long sent) {}
