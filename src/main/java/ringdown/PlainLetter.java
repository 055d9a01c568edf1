package ringdown;

import java.util.List;

/** A SIP message as text, read line by line; no part of the box reads SIP so, only telephones of the rehearsal do. */
record PlainLetter(String first, List<String> headers, String body) {
    private static final String SIP = "SIP/2.0 ";

    static PlainLetter read(String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = List.of((end < 0 ? text : text.substring(0, end)).split("\r\n"));
        return new PlainLetter(
                lines.getFirst(), lines.subList(1, lines.size()), end < 0 ? "" : text.substring(end + 4));
    }

    /** Values of all headers of that name, in order. */
    List<String> all(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /** The first of them; empty if there is none. */
    String header(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** 0 for a request. */
    int status() {
        return first.startsWith(SIP) ? Integer.parseInt(first.substring(SIP.length(), SIP.length() + 3)) : 0;
    }

    /** Port after m=audio; 0 without one. */
    int soundPort() {
        int at = body.indexOf("m=audio ");
        return at < 0 ? 0 : Integer.parseInt(body.substring(at + 8).split(" ", 2)[0]);
    }

    /** A parameter in quotes, as in a challenge; empty if it is not there. */
    static String quoted(String value, String name) {
        int at = value.indexOf(name + "=\"");
        int from = at + name.length() + 2;
        return at < 0 ? "" : value.substring(from, value.indexOf('"', from));
    }
}
