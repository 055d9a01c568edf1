package ringdown.audio.callerid;

/** Message and parameter types of ETSI EN 300 659-3 and GR-30-CORE. */
final class MessageTypes {
    static final int SDMF_CALL = 0x04;
    static final int SDMF_WAITING = 0x06;
    static final int CALL = 0x80;
    static final int WAITING = 0x82;
    static final int CHARGE = 0x86;

    static final int WHEN = 0x01;
    static final int NUMBER = 0x02;
    static final int NO_NUMBER = 0x04;
    static final int NAME = 0x07;
    static final int NO_NAME = 0x08;
    static final int LAMP = 0x0B;
    static final int COMPLEMENTARY = 0x10;
    static final int CALL_TYPE = 0x11;
    static final int FIRST_CALLED = 0x12;
    static final int REDIRECTING = 0x1A;
    /** Reason for redirection in GR-30; its neighbour 0x03 is the dialable number. */
    static final int DIALABLE = 0x03;

    private MessageTypes() {}

    static boolean isKnown(int type) {
        return type == SDMF_CALL || type == SDMF_WAITING || type == CALL || type == WAITING || type == CHARGE;
    }
}
