package ringdown.sip;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the stack's parser lets through and must not: of two values of a header that can have one it takes any (RFC 3261 §7.3.1), an
 * address of IPv6 it takes without brackets (RFC 5118 §4.2). Of one message, on one thread.
 */
final class HeadCheck {
    /** Those of which the second one would be another truth (RFC 4475 §3.3.8, §3.3.9), with their short forms. */
    private static final Map<String, String> SINGLE =
            Map.of("call-id", "i", "cseq", "", "from", "f", "to", "t", "max-forwards", "", "content-length", "l");

    private static final Pattern BARE_IPV6 =
            Pattern.compile("(?i)^\\S+ sips?:(?:[^ @]*@)?[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]* SIP/.*");

    private final byte[] bytes;
    private final String head;

    HeadCheck(byte[] bytes) {
        this.bytes = bytes;
        this.head = head(bytes);
    }

    /** Null if nothing contradicts itself. */
    @Nullable
    String fault() {
        String[] lines = head.stripLeading().split("\r?\n");
        if (BARE_IPV6.matcher(lines[0]).matches()) {
            return "an address of IPv6 without brackets";
        }
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0 && colon <= 16) {
                String name = lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String single = name(name);
                if (single != null && !seen.add(single)) {
                    return single + " stands twice";
                }
            }
        }
        return null;
    }

    /** The last word of a request's first line. */
    String version() {
        String line = head.stripLeading().lines().findFirst().orElse("").stripTrailing();
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static @Nullable String name(String name) {
        for (Map.Entry<String, String> one : SINGLE.entrySet()) {
            if (name.equals(one.getKey()) || name.length() == 1 && name.equals(one.getValue())) {
                return one.getKey();
            }
        }
        return null;
    }

    /** The part before the body. */
    private static String head(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int begin = 0;
        while (begin < all.length() && (all.charAt(begin) == '\r' || all.charAt(begin) == '\n')) {
            begin++;
        }
        int end = all.indexOf("\r\n\r\n", begin);
        return end < 0 ? all : all.substring(0, end);
    }

    /** A NUL may stand escaped in a quoted string (RFC 4475 §3.1.1.2) and ends a header for the stack: a space in its place. */
    byte[] withoutNul() {
        int end = head.length();
        byte[] clean = bytes;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == 0) {
                clean = clean == bytes ? bytes.clone() : clean;
                clean[i] = ' ';
            }
        }
        return clean;
    }
}
