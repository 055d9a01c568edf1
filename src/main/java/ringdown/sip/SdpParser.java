package ringdown.sip;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads session descriptions, tolerant of order, line ends and unknown lines, strict about sizes. Throws {@link SdpFault} and nothing
 * else, whatever the bytes. One use, one thread.
 */
final class SdpParser {
    private static final int MAX_BYTES = 8_192;
    private static final int MAX_LINES = 300;
    private static final int MAX_STREAMS = 16;
    private static final int MAX_FORMATS = 64;
    private static final Map<Integer, String> STATIC = Map.of(0, "PCMU", 3, "GSM", 8, "PCMA", 9, "G722", 18, "G729");

    private final List<Sdp.Stream> streams = new ArrayList<>();
    private @Nullable InetAddress sessionAddress;
    private Direction sessionDirection = Direction.SENDRECV;
    private @Nullable Open open;

    /** The stream whose lines are being read. */
    private static final class Open {
        String media = "";
        int port;
        String protocol = "";
        List<String> tokens = List.of();
        final Map<Integer, Sdp.Format> mapped = new TreeMap<>();

        @Nullable
        InetAddress address;

        Direction direction = Direction.SENDRECV;
        int ptime;
    }

    private SdpParser() {}

    static Sdp parse(byte[] bytes) throws SdpFault {
        if (bytes.length > MAX_BYTES) {
            throw new SdpFault("longer than " + MAX_BYTES + " bytes");
        }
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\r\n|\n|\r", MAX_LINES + 1);
        if (lines.length > MAX_LINES) {
            throw new SdpFault("more than " + MAX_LINES + " lines");
        }
        if (!lines[0].trim().equals("v=0")) {
            throw new SdpFault("does not begin with v=0");
        }
        return new SdpParser().read(lines);
    }

    private Sdp read(String[] lines) throws SdpFault {
        for (String line : lines) {
            if (line.length() >= 2 && line.charAt(1) == '=') {
                take(line.charAt(0), line.substring(2).trim());
            }
        }
        close();
        if (streams.isEmpty()) {
            throw new SdpFault("no stream");
        }
        return new Sdp(streams);
    }

    private void take(char kind, String value) throws SdpFault {
        switch (kind) {
            case 'm' -> stream(value);
            case 'c' -> connection(value);
            case 'a' -> attribute(value);
            default -> {
                // Lines that say nothing to a telephone.
            }
        }
    }

    private void stream(String value) throws SdpFault {
        close();
        String[] words = value.split("\\s+");
        if (words.length < 4 || streams.size() >= MAX_STREAMS || words.length - 3 > MAX_FORMATS) {
            throw new SdpFault("bad m-line");
        }
        Open next = new Open();
        next.media = words[0].toLowerCase(Locale.ROOT);
        next.port = number(words[1].split("/", 2)[0], 65_535);
        next.protocol = words[2].toUpperCase(Locale.ROOT);
        next.tokens = List.of(words).subList(3, words.length);
        next.address = sessionAddress;
        next.direction = sessionDirection;
        open = next;
    }

    private void connection(String value) throws SdpFault {
        String[] words = value.split("\\s+");
        if (words.length != 3 || !words[0].equals("IN") || !words[1].matches("IP[46]")) {
            throw new SdpFault("bad c-line");
        }
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(words[2].split("/", 2)[0]);
        } catch (IllegalArgumentException notLiteral) {
            throw new SdpFault("connection address is no IP address");
        }
        if (open == null) {
            sessionAddress = address;
        } else {
            open.address = address;
        }
    }

    private void attribute(String value) throws SdpFault {
        for (Direction direction : Direction.values()) {
            if (value.equals(direction.word())) {
                if (open == null) {
                    sessionDirection = direction;
                } else {
                    open.direction = direction;
                }
                return;
            }
        }
        if (open != null && value.startsWith("rtpmap:")) {
            map(open, value.substring(7).trim());
        } else if (open != null && value.startsWith("ptime:")) {
            open.ptime = number(value.substring(6).trim().split("\\.", 2)[0], 1000);
        }
    }

    private static void map(Open open, String value) throws SdpFault {
        String[] words = value.split("\\s+", 2);
        String[] parts = words.length < 2 ? new String[0] : words[1].split("/");
        if (open.mapped.size() >= MAX_FORMATS) {
            throw new SdpFault("more than " + MAX_FORMATS + " formats");
        }
        if (parts.length < 2) {
            return; // a format that says too little is one that is not known (RFC 4475 has one), and no reason to
            // refuse the others
        }
        int type = number(words[0], 127);
        open.mapped.put(
                type,
                new Sdp.Format(type, parts[0].trim().toUpperCase(Locale.ROOT), number(parts[1].trim(), 1_000_000)));
    }

    private void close() {
        if (open != null) {
            List<Sdp.Format> formats = new ArrayList<>();
            for (String token : open.tokens) {
                Sdp.Format format = format(open, token);
                if (format != null) {
                    formats.add(format);
                }
            }
            streams.add(new Sdp.Stream(
                    open.media,
                    open.port,
                    open.protocol,
                    String.join(" ", open.tokens),
                    formats,
                    open.address,
                    open.direction,
                    open.ptime));
            open = null;
        }
    }

    private static Sdp.@Nullable Format format(Open open, String token) {
        if (!token.matches("[0-9]{1,3}") || Integer.parseInt(token) > 127) {
            return null;
        }
        int type = Integer.parseInt(token);
        Sdp.Format mapped = open.mapped.get(type);
        String known = STATIC.get(type);
        return mapped != null || known == null ? mapped : new Sdp.Format(type, known, 8000);
    }

    private static int number(String text, int max) throws SdpFault {
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > max) {
            throw new SdpFault("bad number");
        }
        return Integer.parseInt(text);
    }
}
