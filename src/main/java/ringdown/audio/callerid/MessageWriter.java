package ringdown.audio.callerid;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the octets of a message, checksum included. */
public final class MessageWriter {
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_NAME = 50;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private MessageWriter() {}

    /** Multiple data message, call set-up (0x80). */
    public static byte[] multiple(CallerIdMessage message) {
        var writer = new MessageWriter();
        writer.add(MessageTypes.WHEN, ascii(message.when()));
        writer.add(MessageTypes.NUMBER, ascii(cut(message.number(), LONGEST_NUMBER)));
        writer.add(MessageTypes.NO_NUMBER, reason(message.numberAbsence()));
        String name = cut(message.name(), LONGEST_NAME);
        writer.add(MessageTypes.NAME, name == null ? null : CallerName.encode(name));
        writer.add(MessageTypes.NO_NAME, reason(message.nameAbsence()));
        writer.others(message);
        return writer.whole(MessageTypes.CALL);
    }

    private void others(CallerIdMessage message) {
        Map<CallerIdParameter, String> more = message.more();
        String redirecting = cut(message.redirecting(), LONGEST_NUMBER);
        if (!more.containsKey(CallerIdParameter.REDIRECTING)
                && !Objects.equals(redirecting, more.get(CallerIdParameter.FIRST_CALLED))) {
            add(CallerIdParameter.REDIRECTING.code, ascii(redirecting));
        }
        more.forEach((parameter, value) -> {
            byte[] octets = switch (parameter.form) {
                case TEXT -> octets(value);
                case OCTET, OCTETS -> HexFormat.of().parseHex(value);
            };
            add(parameter.code, octets);
        });
    }

    /** Single data message, call set-up (0x04): date and number only. */
    public static byte[] single(CallerIdMessage message) {
        var writer = new MessageWriter();
        String when = message.when();
        String number = cut(message.number(), LONGEST_NUMBER);
        Absence why = message.numberAbsence();
        String shown = number != null ? number : (why == null ? Absence.OUT_OF_AREA : why).letter();
        writer.data.writeBytes(octets((when == null ? "01010000" : when) + shown));
        return writer.whole(MessageTypes.SDMF_CALL);
    }

    /** Message waiting (0x82): sets the lamp of a telephone. */
    public static byte[] lamp(boolean on) {
        var writer = new MessageWriter();
        writer.add(CallerIdParameter.VISUAL_INDICATOR.code, new byte[] {(byte) (on ? 0xFF : 0)});
        return writer.whole(MessageTypes.WAITING);
    }

    /** Message waiting (0x82) with how many there are, 0 to 255 (more is 255). */
    public static byte[] lamp(int messages) {
        return lamp(messages > 0, messages);
    }

    /** The same; a lamp may be lit for something else than messages. */
    public static byte[] lamp(boolean on, int messages) {
        var writer = new MessageWriter();
        writer.add(CallerIdParameter.VISUAL_INDICATOR.code, new byte[] {(byte) (on ? 0xFF : 0)});
        writer.add(CallerIdParameter.MESSAGES.code, new byte[] {(byte) Math.min(255, messages)});
        return writer.whole(MessageTypes.WAITING);
    }

    /** Single data message waiting (0x06): three octets that say yes or no (GR-30-CORE §3.4). */
    public static byte[] singleLamp(boolean on) {
        byte word = (byte) (on ? 0x42 : 0x6F);
        var writer = new MessageWriter();
        writer.data.writeBytes(new byte[] {word, word, word});
        return writer.whole(MessageTypes.SDMF_WAITING);
    }

    private void add(int type, byte @Nullable [] content) {
        if (content != null) {
            data.write(type);
            data.write(content.length);
            data.writeBytes(content);
        }
    }

    private byte[] whole(int type) {
        byte[] content = data.toByteArray();
        if (content.length > 255) {
            throw new IllegalArgumentException("a message holds 255 octets, not " + content.length);
        }
        byte[] message = new byte[content.length + 2];
        message[0] = (byte) type;
        message[1] = (byte) content.length;
        System.arraycopy(content, 0, message, 2, content.length);
        return Checksum.append(message);
    }

    private static byte @Nullable [] reason(@Nullable Absence why) {
        return why == null ? null : octets(why.letter());
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    private static byte @Nullable [] ascii(@Nullable String text) {
        return text == null ? null : octets(text);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
