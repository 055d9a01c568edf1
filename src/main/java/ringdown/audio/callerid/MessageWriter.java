package ringdown.audio.callerid;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
        writer.add(MessageTypes.REDIRECTING, ascii(cut(message.redirecting(), LONGEST_NUMBER)));
        return writer.whole(MessageTypes.CALL);
    }

    /** Single data message, call set-up (0x04): date and number only. */
    public static byte[] single(CallerIdMessage message) {
        var writer = new MessageWriter();
        String when = message.when();
        String number = cut(message.number(), LONGEST_NUMBER);
        String shown = number != null ? number : message.numberAbsence() == Absence.HIDDEN ? "P" : "O";
        writer.data.writeBytes(octets((when == null ? "01010000" : when) + shown));
        return writer.whole(MessageTypes.SDMF_CALL);
    }

    /** Message waiting (0x82): sets the lamp of a telephone. */
    public static byte[] lamp(boolean on) {
        var writer = new MessageWriter();
        writer.add(MessageTypes.LAMP, new byte[] {(byte) (on ? 0xFF : 0)});
        return writer.whole(MessageTypes.WAITING);
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
        byte[] message = new byte[content.length + 2];
        message[0] = (byte) type;
        message[1] = (byte) content.length;
        System.arraycopy(content, 0, message, 2, content.length);
        return Checksum.append(message);
    }

    private static byte @Nullable [] reason(@Nullable Absence why) {
        return why == null ? null : octets(why == Absence.HIDDEN ? "P" : "O");
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
