package ringdown.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Wav;
import ringdown.audio.WavFault;
import ringdown.contacts.addressbook.AddressBook;
import ringdown.office.OfficeFile;

/** Bodies of requests: of the right kind, and no larger than fits into a small machine. */
final class Uploads {
    private static final int JSON_LIMIT = 1 << 20;
    private static final int WAV_LIMIT = 32 << 20;

    /** So much of a body that is refused is still read, so that the client gets to see the answer. */
    private static final long DRAINED = 64L << 20;

    /** What {@code curl --data} says unless told otherwise; taken everywhere. */
    private static final String UNSAID = "application/x-www-form-urlencoded";

    private static final Set<String> YAML =
            Set.of("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml");
    private static final Set<String> WAV =
            Set.of("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave", "application/octet-stream");

    private static final int ADDRESS_LIMIT = 32 << 20;
    private static final Set<String> CSV =
            Set.of("text/csv", "application/csv", "application/vnd.ms-excel", "text/tab-separated-values");
    private static final Set<String> VCARD = Set.of("text/vcard", "text/x-vcard", "text/directory");
    private static final Set<String> UNKNOWN = Set.of("text/plain", "application/octet-stream");
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9_:.+-]+)");

    private Uploads() {}

    static byte[] json(Context request) {
        byte[] body = read(request, JSON_LIMIT);
        String kind = kind(request);
        boolean fits = kind.isEmpty() || kind.equals("application/json") || kind.endsWith("+json");
        if (body.length > 0 && !fits && !kind.equals(UNSAID)) {
            throw Refusal.wrongKind("application/json is wanted, not " + kind);
        }
        return body;
    }

    static byte[] yaml(Context request) {
        byte[] body = read(request, OfficeFile.LARGEST_BYTES);
        requireKind(request, YAML, "application/yaml");
        return body;
    }

    /** Mono, 16-bit, 8 kHz: another kind is 415. */
    static short[] wav(Context request) {
        try {
            return Wav.telephone(wavBytes(request));
        } catch (WavFault wrong) {
            throw Refusal.wrongKind(String.valueOf(wrong.getMessage()));
        }
    }

    static byte[] wavBytes(Context request) {
        byte[] body = read(request, WAV_LIMIT);
        requireKind(request, WAV, "audio/wav");
        return body;
    }

    /** A file of contacts; {@code charset} as the sender says it, null: nothing said. */
    record AddressFile(
            byte[] bytes, AddressBook.Kind kind, @Nullable Charset charset) {}

    /** Comma-separated values or vCards; what a browser calls it when it does not know is looked into. */
    static AddressFile addressFile(Context request) {
        byte[] body = read(request, ADDRESS_LIMIT);
        String kind = kind(request);
        boolean guess = kind.isEmpty() || kind.equals(UNSAID) || UNKNOWN.contains(kind);
        if (!guess && !CSV.contains(kind) && !VCARD.contains(kind)) {
            throw Refusal.wrongKind("text/csv or text/vcard is wanted, not " + kind);
        }
        boolean cards = VCARD.contains(kind)
                || guess
                        && new String(body, 0, Math.min(body.length, 64), StandardCharsets.ISO_8859_1)
                                .contains("BEGIN:VCARD");
        return new AddressFile(body, cards ? AddressBook.Kind.VCARD : AddressBook.Kind.CSV, charset(request));
    }

    private static @Nullable Charset charset(Context request) {
        String type = request.req().getContentType();
        if (type == null) {
            return null;
        }
        Matcher said = CHARSET.matcher(type);
        try {
            return said.find() ? Charset.forName(said.group(1)) : null;
        } catch (IllegalArgumentException strange) {
            throw Refusal.wrongKind("the box does not know the encoding " + said.group(1));
        }
    }

    private static void requireKind(Context request, Set<String> kinds, String wanted) {
        String kind = kind(request);
        if (!kind.isEmpty() && !kind.equals(UNSAID) && !kinds.contains(kind)) {
            throw Refusal.wrongKind(wanted + " is wanted, not " + kind);
        }
    }

    private static String kind(Context request) {
        String type = request.req().getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] read(Context request, int limit) {
        try {
            InputStream body = request.req().getInputStream();
            byte[] bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                drain(body);
                throw new Refusal(413, "at most " + limit + " bytes are taken here", null);
            }
            return bytes;
        } catch (IOException broken) {
            throw new Refusal(400, "the body could not be read", null);
        }
    }

    private static void drain(InputStream body) throws IOException {
        byte[] scratch = new byte[1 << 14];
        long left = DRAINED;
        for (int count = body.read(scratch); count >= 0 && left > 0; count = body.read(scratch)) {
            left -= count;
        }
    }
}
