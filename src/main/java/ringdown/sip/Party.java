package ringdown.sip;

import java.util.ArrayList;
import java.util.List;
import ringdown.number.CallerId;

/** Somebody as a telephone of the office shows them, in the headers that telephones read. Pure. */
final class Party {
    private Party() {}

    /** Name and address, as From has them; the host is the box's. */
    static String address(CallerId who, String host) {
        String digits = who.digits() == null ? "" : who.digits().replaceAll("[^0-9+*#]", "");
        String name = who.name() == null ? "" : Uri.quoted(who.name()) + " ";
        boolean none = digits.isEmpty();
        return (none && name.isEmpty() ? "\"Anonymous\" " : name) + "<sip:"
                + (none ? "anonymous" : digits.replace("#", "%23")) + "@" + (none ? "anonymous.invalid" : host) + ">";
    }

    /**
     * The two ways in which telephones are told: P-Asserted-Identity (RFC 3325 §9.1) and Remote-Party-ID, which many of the field know
     * alone (draft-ietf-sip-privacy-04 §5).
     *
     * @param role what they are to the dialog: {@code calling} or {@code called}
     */
    static List<String> lines(CallerId who, String host, String role) {
        String address = address(who, host);
        boolean shown = who.digits() != null;
        List<String> lines = new ArrayList<>();
        if (shown) {
            lines.add("P-Asserted-Identity: " + address);
        }
        lines.add("Remote-Party-ID: " + address + ";party=" + role + ";privacy=" + (shown ? "off" : "full")
                + ";screen=yes");
        return lines;
    }
}
