package ringdown.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One SIP message as text, read without a stack. */
record SipText(String first, List<String> headers, String body) {
    static SipText read(String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = new ArrayList<>(Arrays.asList((end < 0 ? text : text.substring(0, end)).split("\r\n")));
        return new SipText(lines.removeFirst(), lines, end < 0 ? "" : text.substring(end + 4));
    }

    static int length(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Value of the first header of that name; empty if there is none. */
    String header(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).trim())
                .toList();
    }

    /** 0: a request. */
    int status() {
        return first.startsWith("SIP/2.0 ") ? Integer.parseInt(first.substring(8, 11)) : 0;
    }

    boolean is(String method) {
        return first.startsWith(method + " ");
    }

    /** The method of the request, or of the one that a response answers. */
    String method() {
        return header("CSeq").replaceAll("^\\d+\\s+", "");
    }

    int sequence() {
        return Integer.parseInt(found(header("CSeq"), "^(\\d+)"));
    }

    String callId() {
        return header("Call-ID");
    }

    String branch() {
        return found(header("Via"), "branch=([^;,\\s]+)");
    }

    /** User part of the first line's address. */
    String calledUser() {
        return found(first, "sips?:([^@;>\\s]+)@");
    }

    /** Where a header of that name points to. */
    String address(String name) {
        return found(header(name), "<([^>]+)>");
    }

    String audioHost() {
        return found(body, "c=IN IP4 (\\S+)");
    }

    int audioPort() {
        String port = found(body, "m=audio (\\d+)");
        return port.isEmpty() ? 0 : Integer.parseInt(port);
    }

    static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
