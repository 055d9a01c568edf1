package ringdown.sip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of RFC 4475 or RFC 5118.
 *
 * @param stranger what somebody unknown may be answered: statuses, {@code silence}
 * @param provider the same for a provider; {@code taken}: it has become a call
 * @param message octets in ISO 8859-1
 */
record Torture(String clause, String name, Set<String> stranger, Set<String> provider, String message) {
    private static final Pattern HEADING =
            Pattern.compile("=== ([\\d.]+) ([\\w-]+): stranger ([\\w|]+), provider ([\\w|]+)");
    private static final Pattern REPEATED = Pattern.compile("\\{(\\d+)\\*([^}]+)}");
    private static final Pattern OCTET = Pattern.compile("\\\\x([0-9A-F]{2})");
    private static final String SDP =
            "v=0\r\no=mhandley 29739 7272939 IN IP4 192.0.2.3\r\ns=-\r\nc=IN IP4 192.0.2.4\r\nt=0 0\r\n"
                    + "m=audio 49217 RTP/AVP 0 12\r\nm=video 3227 RTP/AVP 31\r\na=rtpmap:31 LPC\r\n";

    /** All of one file, in its order. */
    static List<Torture> of(String file) {
        List<Torture> all = new ArrayList<>();
        for (String part : text(file).split("(?m)^(?==== )")) {
            Matcher heading = HEADING.matcher(part.lines().findFirst().orElse(""));
            if (heading.matches()) {
                all.add(new Torture(
                        heading.group(1),
                        heading.group(2),
                        Set.of(heading.group(3).split("\\|")),
                        Set.of(heading.group(4).split("\\|")),
                        written(part.substring(part.indexOf('\n') + 1))));
            }
        }
        return all;
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Torture.class.getResourceAsStream("torture/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String written(String source) {
        String text = source.stripTrailing().replace("\\\n", "").replace("\n", "\r\n") + "\r\n";
        text = REPEATED.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(m.group(2).repeat(Integer.parseInt(m.group(1)))));
        text = OCTET.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement("" + (char) Integer.parseInt(m.group(1), 16)));
        text = text.replace("\r\n\r\nSDP\r\n", "\r\n\r\n" + SDP).replace(": SDP\r\n", ": " + SDP.length() + "\r\n");
        int body = text.indexOf("\r\n\r\n");
        return body < 0 ? text + "\r\n" : text.replace("Length: BODY", "Length: " + (text.length() - body - 4));
    }

    /** Of the answers to it; empty if it has none. */
    String callId() {
        Matcher matcher = Pattern.compile("(?im)^(?:call-id|i)\\s*:\\s*(\\S+)").matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** As it goes over the wire; where the branch names a transaction, one of its own, since the RFC uses the same one again and again. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(message.replaceFirst("(rport[^\r]*;branch=z9hG4bK)(?=[^\r;])", "$1" + Token.next())
                .getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return "§" + clause + " " + name;
    }
}
