package ringdown.sip;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.Set;
import javax.sip.PeerUnavailableException;
import javax.sip.SipFactory;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** Messages and headers as text: one way to write and read them all. Pure. */
final class Text {
    private static final Set<String> LISTS =
            Set.of("Allow", "Allow-Events", "Supported", "Unsupported", "Accept", "Accept-Language");
    private static final HeaderFactory HEADERS;
    private static final MessageFactory MESSAGES;

    static {
        try {
            SipFactory factory = SipFactory.getInstance();
            factory.setPathName("gov.nist");
            HEADERS = factory.createHeaderFactory();
            MESSAGES = factory.createMessageFactory();
        } catch (PeerUnavailableException never) {
            throw new IllegalStateException(never); // the stack is on the class path
        }
    }

    private Text() {}

    /** Values of all headers of that name, without the name. */
    static List<String> all(Message message, String name) {
        List<String> values = new ArrayList<>();
        ListIterator<?> headers = message.getHeaders(name);
        while (headers != null && headers.hasNext()) {
            values.add(value((Header) headers.next()));
        }
        return values;
    }

    static Optional<String> first(Message message, String name) {
        Header header = message.getHeader(name);
        return header == null ? Optional.empty() : Optional.of(value(header));
    }

    /** True if one of the headers of that name lists the token. */
    static boolean lists(Message message, String name, String token) {
        return all(message, name).stream()
                .flatMap(v -> List.of(v.split(",")).stream())
                .anyMatch(v -> v.trim().equalsIgnoreCase(token));
    }

    private static String value(Header header) {
        String text = header.toString();
        return text.substring(text.indexOf(':') + 1).trim();
    }

    /** Adds a header that the box itself has written; the stack takes the members of a list only one by one. */
    static void add(Message message, String name, String value) {
        try {
            for (String one : LISTS.contains(name) ? value.split(", ") : new String[] {value}) {
                message.addHeader(HEADERS.createHeader(name, one));
            }
        } catch (ParseException bug) {
            throw new IllegalArgumentException(name + ": " + value, bug);
        }
    }

    /** Writes a request; the text ends before the body. */
    static Request request(String head, @Nullable Body body) {
        try {
            Request request = MESSAGES.createRequest(head + "\r\n");
            put(request, body);
            return request;
        } catch (ParseException bug) {
            throw new IllegalArgumentException(head, bug);
        }
    }

    /** A response; with a tag of ours in To unless it is a 100 or the dialog's stands there already (RFC 3261 §8.2.6.2). */
    static Response response(Request request, int status) {
        try {
            Response response = MESSAGES.createResponse(status, request);
            if (status > 100 && response.getHeader(ToHeader.NAME) instanceof ToHeader to && to.getTag() == null) {
                to.setTag(Token.next());
            }
            add(response, "Server", "Ringdown");
            return response;
        } catch (ParseException bug) {
            throw new IllegalArgumentException("status " + status, bug);
        }
    }

    static void put(Message message, @Nullable Body body) {
        if (body == null) {
            return;
        }
        try {
            String[] type = body.type().split("/", 2);
            message.setContent(
                    body.text().getBytes(StandardCharsets.UTF_8), HEADERS.createContentTypeHeader(type[0], type[1]));
        } catch (ParseException bug) {
            throw new IllegalArgumentException(body.type(), bug);
        }
    }

    /**
     * What a message carries.
     *
     * @param type {@code application/sdp}
     */
    record Body(String type, String text) {
        static Body sdp(String text) {
            return new Body("application/sdp", text);
        }
    }
}
