package ringdown.sip;

import org.jspecify.annotations.Nullable;
import ringdown.call.TelephoneCall;
import ringdown.number.CallerId;

/**
 * The document of a busy lamp (RFC 4235 §4). Always the full state with one dialog, whose id stays the same, also when nothing goes on:
 * telephones of the field look for the state of that one dialog, and many leave the lamp as it was when a document has none. Pure.
 *
 * @param user of the entity, as the telephone writes it
 * @param host as the telephone calls the box
 */
record DialogInfo(String user, String host) {
    Text.Body body(LampState lamp, int version) {
        String entity = "sip:" + user + "@" + host;
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n")
                .append("<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\"")
                .append(version)
                .append("\" state=\"full\" entity=\"")
                .append(escaped(entity))
                .append("\">\r\n<dialog id=\"")
                .append(escaped(user))
                .append('"')
                .append(attributes(lamp))
                .append(">\r\n<state>")
                .append(word(lamp.phase()))
                .append("</state>\r\n");
        TelephoneCall call = lamp.call();
        if (call != null && lamp.phase() != LampState.Phase.DARK) {
            xml.append(party("local", lamp.name(), entity, entity));
            CallerId with = call.with();
            if (with != null) {
                xml.append(party("remote", with.name(), identity(with), entity));
            }
        }
        return new Text.Body(
                Watched.Events.DIALOG.type(),
                xml.append("</dialog>\r\n</dialog-info>\r\n").toString());
    }

    private static String word(LampState.Phase phase) {
        return switch (phase) {
            case DARK -> "terminated";
            case RINGING -> "early";
            case LIT -> "confirmed";
        };
    }

    /** Call-ID and both tags are those of the watched telephone's dialog: a telephone that takes the call names them (RFC 3891). */
    private static String attributes(LampState lamp) {
        TelephoneCall call = lamp.call();
        if (call == null || lamp.phase() == LampState.Phase.DARK) {
            return "";
        }
        TelephoneCall.Dialog dialog = call.dialog();
        String named = dialog == null
                ? ""
                : attribute("call-id", dialog.callId())
                        + attribute("local-tag", dialog.own())
                        + attribute("remote-tag", dialog.ours());
        return named
                + switch (call.way()) {
                    case IN -> attribute("direction", "recipient");
                    case OUT -> attribute("direction", "initiator");
                    case UNKNOWN -> "";
                };
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }

    private String identity(CallerId with) {
        String digits = with.digits() == null ? "" : with.digits().replaceAll("[^0-9+*]", "");
        return digits.isEmpty() ? "sip:anonymous@anonymous.invalid" : "sip:" + digits + "@" + host;
    }

    /** The target is always whom the lamp is of: some telephones dial it when the key is pressed. */
    private static String party(String side, @Nullable String name, String identity, String target) {
        String display = name == null ? "" : attribute("display", name);
        return "<" + side + "><identity" + display + ">" + escaped(identity) + "</identity><target uri=\""
                + escaped(target) + "\"/></" + side + ">\r\n";
    }

    /** For text and attributes; without what XML 1.0 §2.2 does not allow. */
    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x1f\\x7f\\ufffe\\uffff]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
