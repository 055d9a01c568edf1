package ringdown.audio.callerid;

/** Message types and the parameters that make a {@link CallerIdMessage} (ETSI EN 300 659-3, GR-30-CORE). */
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

    private MessageTypes() {}

    static boolean isKnown(int type) {
        return type == SDMF_CALL || type == SDMF_WAITING || type == CALL || type == WAITING || type == CHARGE;
    }
}
