package ringdown.sip;

/** A session description that cannot be read, or that offers nothing the box has: answered with 488 or 400, never logged as a bug. */
final class SdpFault extends Exception {
    private static final long serialVersionUID = 1L;

    SdpFault(String what) {
        super(what, null, false, false);
    }
}
