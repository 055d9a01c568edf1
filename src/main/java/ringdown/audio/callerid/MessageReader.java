package ringdown.audio.callerid;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the data of a message: SDMF (fixed columns) and MDMF (parameters). Unknown parameters are skipped. */
final class MessageReader {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String MESSAGE_WAITING_CALL = "81";

    private @Nullable String number;
    private @Nullable Absence numberAbsence;
    private @Nullable String name;
    private @Nullable Absence nameAbsence;
    private @Nullable String when;
    private final Map<CallerIdParameter, String> more = new EnumMap<>(CallerIdParameter.class);

    private MessageReader() {}

    /**
     * Reads a message whose checksum has held.
     *
     * @param octets type, length, data
     * @return what it says: a caller, a lamp, both, or nothing of either, such as a charge
     * @throws IllegalArgumentException when its parameters do not fit into it
     */
    static List<CallerIdHeard> read(byte[] octets, CallerIdScheme scheme, long at) {
        var reader = new MessageReader();
        switch (octets[0] & 0xFF) {
            case MessageTypes.SDMF_CALL -> reader.single(octets);
            case MessageTypes.SDMF_WAITING -> {
                return List.of(new CallerIdHeard.LampSet(octets.length > 2 && octets[2] != 0x6F, at));
            }
            case MessageTypes.WAITING -> {
                reader.multiple(octets);
                return reader.lamp(at);
            }
            case MessageTypes.CALL -> {
                reader.multiple(octets);
                if (MESSAGE_WAITING_CALL.equals(reader.more.get(CallerIdParameter.CALL_TYPE))) {
                    return reader.lamp(at);
                }
            }
            default -> {
                return List.of();
            }
        }
        return reader.all(scheme, at);
    }

    private List<CallerIdHeard> all(CallerIdScheme scheme, long at) {
        CallerIdHeard call = new CallerIdHeard.Received(message(), scheme, 1, at);
        boolean lamp = more.containsKey(CallerIdParameter.VISUAL_INDICATOR);
        if (!lamp) {
            return List.of(call);
        }
        boolean caller = number != null || numberAbsence != null || name != null || when != null;
        return caller ? List.of(call, lamp(at).getFirst()) : lamp(at);
    }

    /** Without an indicator the number of messages decides; with neither, some wait. */
    private List<CallerIdHeard> lamp(long at) {
        String indicator = more.get(CallerIdParameter.VISUAL_INDICATOR);
        String count = more.get(CallerIdParameter.MESSAGES);
        boolean on = indicator != null ? !indicator.equals("00") : !"00".equals(count);
        return List.of(new CallerIdHeard.LampSet(on, count == null ? -1 : Integer.parseInt(count, 16), at));
    }

    private CallerIdMessage message() {
        String redirecting = more.remove(CallerIdParameter.REDIRECTING);
        String diverted = redirecting != null ? redirecting : more.get(CallerIdParameter.FIRST_CALLED);
        String shown = number != null ? number : numberAbsence == null ? complementary() : null;
        return new CallerIdMessage(
                shown, shown == null ? numberAbsence : null, name, nameAbsence, when, diverted, more);
    }

    private @Nullable String complementary() {
        return more.get(CallerIdParameter.COMPLEMENTARY_NUMBER);
    }

    private void single(byte[] octets) {
        if (octets.length < 10) {
            throw new IllegalArgumentException("a single data message is shorter than its date");
        }
        when = text(octets, 2, 8);
        number(text(octets, 10, octets.length - 10));
    }

    private void multiple(byte[] octets) {
        int at = 2;
        while (at < octets.length) {
            int length = at + 1 < octets.length ? octets[at + 1] & 0xFF : octets.length;
            if (at + 2 + length > octets.length) {
                throw new IllegalArgumentException("a parameter is longer than the message");
            }
            parameter(octets[at] & 0xFF, octets, at + 2, length);
            at += 2 + length;
        }
    }

    private void parameter(int type, byte[] octets, int at, int length) {
        switch (type) {
            case MessageTypes.WHEN -> when = text(octets, at, length);
            case MessageTypes.NUMBER -> number(text(octets, at, length));
            case MessageTypes.NO_NUMBER -> numberAbsence = Absence.of(text(octets, at, length));
            case MessageTypes.NAME -> name(octets, at, length);
            case MessageTypes.NO_NAME -> nameAbsence = Absence.of(text(octets, at, length));
            default -> CallerIdParameter.of(type).ifPresent(known -> other(known, octets, at, length));
        }
    }

    /** What does not have the form of its kind says nothing; the rest of the message still counts. */
    private void other(CallerIdParameter parameter, byte[] octets, int at, int length) {
        String value = switch (parameter.form) {
            case TEXT -> text(octets, at, length).strip();
            case OCTET, OCTETS -> HEX.formatHex(octets, at, at + length);
        };
        if (parameter.takes(value) && !value.isEmpty()) {
            more.put(parameter, value);
        }
    }

    /** Some exchanges put "P" or "O" into the number itself, as SDMF does. */
    private void number(String text) {
        String digits = text.strip();
        Absence why = digits.length() == 1 ? Absence.of(digits) : null;
        if (why != null) {
            numberAbsence = why;
        } else if (!digits.isEmpty()) {
            number = digits;
        }
    }

    private void name(byte[] octets, int at, int length) {
        String text = CallerName.decode(octets, at, length);
        if (text.equals("P") || text.equals("O")) {
            nameAbsence = Absence.of(text);
        } else if (!text.isEmpty()) {
            name = text;
        }
    }

    private static String text(byte[] octets, int at, int length) {
        return new String(octets, at, length, StandardCharsets.ISO_8859_1);
    }
}
