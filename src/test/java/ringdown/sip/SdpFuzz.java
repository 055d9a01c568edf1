package ringdown.sip;

/** Any octets as a session description: refused by an {@link SdpFault} and by nothing else. */
public final class SdpFuzz {
    private SdpFuzz() {}

    /** As the fuzzer calls it. */
    public static void fuzzerTestOneInput(byte[] octets) {
        try {
            SdpParser.parse(octets);
        } catch (SdpFault refused) {
            // as it should be
        }
    }
}
