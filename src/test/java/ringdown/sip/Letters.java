package ringdown.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A SIP message as text, read without the stack. */
record Letters(String first, List<String> headers, String body) {
    static Letters read(String text) {
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        List<String> lines = new ArrayList<>(List.of(head.split("\r\n")));
        return new Letters(lines.removeFirst(), lines, end < 0 ? "" : text.substring(end + 4));
    }

    /** Value of the first header of that name; empty if there is none. */
    String header(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(h -> h.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(h -> h.substring(name.length() + 1).trim())
                .toList();
    }

    int status() {
        return first.startsWith("SIP/2.0 ") ? Integer.parseInt(first.substring(8, 11)) : 0;
    }

    String method() {
        return header("CSeq").replaceAll("^\\d+\\s+", "");
    }

    boolean isRequest(String method) {
        return first.startsWith(method + " ");
    }

    /** A parameter of a header: tag, branch, … */
    static String param(String value, String name) {
        var matcher =
                java.util.regex.Pattern.compile(name + "=\"?([^;,>\"\\s]+)").matcher(value);
        return matcher.find() ? matcher.group(1) : "";
    }

    int rtpPort() {
        var matcher = java.util.regex.Pattern.compile("m=audio (\\d+)").matcher(body);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    static int length(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }
}
