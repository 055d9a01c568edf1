package ringdown.sip;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/** Keys in the body of INFO: {@code application/dtmf-relay} ("Signal=5") and {@code application/dtmf} ("5"), as telephones write them. */
final class InfoKey {
    private static final Pattern RELAY = Pattern.compile("(?im)^\\s*Signal\\s*=\\s*([0-9]{1,2}|[*#A-D])\\s*$");
    private static final Pattern PLAIN = Pattern.compile("(?i)\\s*([0-9]{1,2}|[*#A-D])\\s*");

    private InfoKey() {}

    /** The key; null if there is none. */
    static @Nullable Character in(Request info) {
        String type = Text.first(info, "Content-Type").orElse("").toLowerCase(Locale.ROOT);
        String body = new String(Wire.body(info), StandardCharsets.UTF_8);
        if (type.startsWith("application/dtmf-relay")) {
            Matcher relay = RELAY.matcher(body);
            return relay.find() ? key(relay.group(1)) : null;
        }
        Matcher plain = PLAIN.matcher(body);
        return type.startsWith("application/dtmf") && plain.matches() ? key(plain.group(1)) : null;
    }

    /** Ten and eleven are * and # (RFC 4733 §3.2 numbers them so). */
    private static @Nullable Character key(String text) {
        if (text.length() == 1) {
            return text.toUpperCase(Locale.ROOT).charAt(0);
        }
        int number = Integer.parseInt(text);
        return number < 16 ? (Character) "0123456789*#ABCD".charAt(number) : null;
    }
}
