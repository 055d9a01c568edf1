package ringdown.sip;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of one Digest header (RFC 7616 §3.3, §3.4): a challenge or its answer. Pure.
 *
 * @param params names in small letters, values without quotes
 */
record Digest(Map<String, String> params) {
    private static final Pattern PARAM =
            Pattern.compile("([A-Za-z0-9_-]{1,40})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,2000})\"|([^\\s,\"]{0,2000}))");

    Digest {
        params = Map.copyOf(params);
    }

    /** Reads the value of a header; another scheme than Digest gives no parameters. */
    static Digest parse(String value) {
        Map<String, String> params = new LinkedHashMap<>();
        String text = value.trim();
        if (text.regionMatches(true, 0, "Digest", 0, 6)) {
            Matcher matcher = PARAM.matcher(text.substring(6));
            while (matcher.find() && params.size() < 30) {
                String quoted = matcher.group(2);
                params.putIfAbsent(
                        matcher.group(1).toLowerCase(Locale.ROOT),
                        quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            }
        }
        return new Digest(params);
    }

    String get(String name) {
        return params.getOrDefault(name, "");
    }

    /** The response that proves knowledge of the secret (RFC 7616 §3.4.1; without qop RFC 2069). */
    String response(Algorithm algorithm, String secret, String method) {
        String a1 = algorithm.hash(get("username") + ":" + get("realm") + ":" + secret);
        String a2 = algorithm.hash(method + ":" + get("uri"));
        String middle = get("qop").isEmpty() ? "" : ":" + get("nc") + ":" + get("cnonce") + ":" + get("qop");
        return algorithm.hash(a1 + ":" + get("nonce") + middle + ":" + a2);
    }

    /** The answer of a client to this challenge, as a header's value. */
    String answered(
            Algorithm algorithm, String user, String secret, String method, String uri, String cnonce, int count) {
        boolean auth = java.util.List.of(get("qop").split("\\s*,\\s*")).contains("auth");
        Map<String, String> mine = new LinkedHashMap<>();
        mine.put("username", user);
        mine.put("realm", get("realm"));
        mine.put("nonce", get("nonce"));
        mine.put("uri", uri);
        if (auth) {
            mine.put("qop", "auth");
            mine.put("nc", String.format(Locale.ROOT, "%08x", count));
            mine.put("cnonce", cnonce);
        }
        StringBuilder text = new StringBuilder("Digest ");
        mine.forEach((name, value) -> text.append(name)
                .append(name.equals("qop") || name.equals("nc") ? "=" + value : "=" + quoted(value))
                .append(", "));
        if (params.containsKey("opaque")) {
            text.append("opaque=").append(quoted(get("opaque"))).append(", ");
        }
        if (params.containsKey("algorithm")) {
            text.append("algorithm=").append(algorithm.word()).append(", ");
        }
        return text + "response=\"" + new Digest(mine).response(algorithm, secret, method) + "\"";
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
