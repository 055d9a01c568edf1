package ringdown.sip;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.message.Message;
import javax.sip.message.Request;

/** What a request must fulfil before anybody looks at it (RFC 3261 §8.2). Pure. */
final class Screening {
    private static final Set<String> EXTENSIONS = Set.of("100rel", "timer", "replaces");
    private static final Set<String> KNOWN_METHODS = Set.of(
            "SUBSCRIBE",
            "MESSAGE",
            "PUBLISH",
            "REGISTER",
            "NOTIFY",
            "REFER",
            "INFO",
            "UPDATE",
            "PRACK",
            "BYE",
            "INVITE",
            "OPTIONS");

    private Screening() {}

    /** Options in Require that the box does not have, as an Unsupported header wants them; empty if all is well. */
    static String unknownExtensions(Request request) {
        return Text.all(request, "Require").stream()
                .flatMap(v -> List.of(v.split(",")).stream())
                .map(String::trim)
                .filter(v -> !v.isEmpty() && !EXTENSIONS.contains(v))
                .collect(Collectors.joining(", "));
    }

    /** 405 for a method that exists in SIP, 501 for one nobody has heard of (RFC 3261 §8.2.1, §21.5.2). */
    static int refusal(String method) {
        return KNOWN_METHODS.contains(method) ? 405 : 501;
    }

    /** Another version than 2.0 (RFC 3261 §21.5.6); the stack reads it all the same. */
    static boolean otherVersion(Request request) {
        return !request.getSIPVersion().equalsIgnoreCase("SIP/2.0");
    }

    /** A target that is nobody's telephone number (RFC 3261 §8.2.2.1). */
    static boolean otherScheme(Request request) {
        return !(request.getRequestURI() instanceof SipURI || request.getRequestURI() instanceof TelURL);
    }

    /** A body that the box cannot read and must not ignore (RFC 3261 §8.2.3); several parts may hold a description, and are not opened. */
    static boolean otherContent(Request request) {
        String type = Text.first(request, "Content-Type").orElse("").toLowerCase(Locale.ROOT);
        String handling = Text.first(request, "Content-Disposition").orElse("").toLowerCase(Locale.ROOT);
        return Wire.body(request).length > 0
                && !type.startsWith("application/sdp")
                && !type.startsWith("multipart/")
                && !handling.matches("(?s).*handling\\s*=\\s*optional.*");
    }

    /** Whoever calls takes no description of a session at all (RFC 3261 §8.2.3, §21.4.7). */
    static boolean acceptsNothing(Request request) {
        List<String> accepted = Text.all(request, "Accept");
        return !accepted.isEmpty()
                && accepted.stream()
                        .flatMap(v -> List.of(v.toLowerCase(Locale.ROOT).split(",")).stream())
                        .map(v -> v.replaceFirst(";.*$", "").strip())
                        .noneMatch(v -> v.equals("application/sdp") || v.equals("application/*") || v.equals("*/*"));
    }

    /** What an answer to OPTIONS says (RFC 3261 §11.2). */
    static void capabilities(Message message) {
        Text.add(message, "Allow", Statuses.ALLOW);
        Text.add(message, "Accept", "application/sdp, application/dtmf-relay, application/dtmf");
        Text.add(message, "Allow-Events", Watched.ALLOW_EVENTS);
        Text.add(message, "Accept-Language", "uk, ru, en");
        Text.add(message, "Supported", Statuses.SUPPORTED);
    }
}
