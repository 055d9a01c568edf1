package ringdown.audio.callerid;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a multiple data message may say beside number, name and time (ETSI EN 300 659-3 §5.4, GR-30-CORE). Texts stay as they came; a
 * parameter of one octet is two hexadecimal digits.
 */
public enum CallerIdParameter {
    /** The number that was called, or that can be dialled to call back. */
    CALLED(0x03, Form.TEXT),
    /** GR-30: why the call was diverted: 0 always, 1 busy, 2 no answer. */
    REDIRECTION_REASON(0x05, Form.TEXT),
    /** GR-30: "L" for a call from far away. */
    QUALIFIER(0x06, Form.TEXT),
    ALTERNATE_ROUTE(0x09, Form.TEXT),
    /** A telephone's message lamp: FF on, 00 off. */
    VISUAL_INDICATOR(0x0B, Form.OCTET),
    MESSAGE_IDENTIFICATION(0x0D, Form.OCTETS),
    LAST_MESSAGE_NUMBER(0x0E, Form.TEXT),
    COMPLEMENTARY_TIME(0x0F, Form.TEXT),
    /** A second number of the caller, given by the caller's side. */
    COMPLEMENTARY_NUMBER(0x10, Form.TEXT),
    /** 01 voice call, 02 ring back when free, 03 name delivery, 81 message waiting. */
    CALL_TYPE(0x11, Form.OCTET),
    /** Whom the caller called first, before any diversion. */
    FIRST_CALLED(0x12, Form.TEXT),
    /** How many messages wait. */
    MESSAGES(0x13, Form.OCTET),
    /** 01 busy, 02 no answer, 03 always, 04 deflected after ringing, 05 at once, 06 mobile out of reach. */
    FORWARDED_TYPE(0x15, Form.OCTET),
    /** 04 mobile, 06 fax, 09 operator, 0A ordinary, 0B priority, 0F payphone, and others. */
    CALLING_USER(0x16, Form.OCTET),
    REDIRECTING(0x1A, Form.TEXT),
    CHARGE(0x20, Form.TEXT),
    ADDITIONAL_CHARGE(0x21, Form.TEXT),
    /** How long the call lasted, HHMMSS. */
    DURATION(0x23, Form.TEXT),
    NETWORK_PROVIDER(0x30, Form.TEXT),
    CARRIER(0x31, Form.TEXT),
    TERMINAL_FUNCTION(0x40, Form.OCTETS),
    DISPLAY(0x50, Form.TEXT),
    SERVICE(0x55, Form.OCTETS),
    EXTENSION(0xE0, Form.OCTETS);

    /** How its octets are written down. */
    enum Form {
        TEXT,
        OCTET,
        OCTETS
    }

    final int code;
    final Form form;

    CallerIdParameter(int code, Form form) {
        this.code = code;
        this.form = form;
    }

    static Optional<CallerIdParameter> of(int code) {
        return Arrays.stream(values()).filter(one -> one.code == code).findFirst();
    }

    /** Whether this can be its value. */
    boolean takes(String value) {
        return switch (form) {
            case TEXT -> value.length() <= 100;
            case OCTET -> value.matches("[0-9A-F]{2}");
            case OCTETS -> value.matches("([0-9A-F]{2}){0,100}");
        };
    }
}
