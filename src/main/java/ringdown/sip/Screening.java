package ringdown.sip;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** What an answer to OPTIONS says (RFC 3261 §11.2). */
    static void capabilities(Message message) {
        Text.add(message, "Allow", Statuses.ALLOW);
        Text.add(message, "Accept", "application/sdp, application/dtmf-relay, application/dtmf");
        Text.add(message, "Accept-Language", "uk, ru, en");
        Text.add(message, "Supported", Statuses.SUPPORTED);
    }
}
