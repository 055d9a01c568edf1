package ringdown.audio.callerid;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the data of a message: SDMF (fixed columns) and MDMF (parameters). Unknown parameters are skipped. */
final class MessageReader {
    private @Nullable String number;
    private @Nullable Absence numberAbsence;
    private @Nullable String name;
    private @Nullable Absence nameAbsence;
    private @Nullable String when;
    private @Nullable String redirecting;
    private Optional<Boolean> lamp = Optional.empty();

    private MessageReader() {}

    /**
     * Reads a message whose checksum has held.
     *
     * @param octets type, length, data
     * @return what it says; null when it says nothing of callers or lamps, such as a charge
     * @throws IllegalArgumentException when its parameters do not fit into it
     */
    static @Nullable CallerIdHeard read(byte[] octets, CallerIdScheme scheme, long at) {
        var reader = new MessageReader();
        switch (octets[0] & 0xFF) {
            case MessageTypes.SDMF_CALL -> reader.single(octets);
            case MessageTypes.SDMF_WAITING -> reader.lamp = Optional.of(octets.length > 2 && octets[2] != 0x6F);
            case MessageTypes.CALL, MessageTypes.WAITING -> reader.multiple(octets);
            default -> {
                return null;
            }
        }
        if (reader.lamp.isPresent()) {
            return new CallerIdHeard.LampSet(reader.lamp.get(), at);
        }
        return new CallerIdHeard.Received(reader.message(), scheme, 1, at);
    }

    private CallerIdMessage message() {
        return new CallerIdMessage(number, number == null ? numberAbsence : null, name, nameAbsence, when, redirecting);
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
            case MessageTypes.COMPLEMENTARY, MessageTypes.DIALABLE -> {
                if (number == null && type == MessageTypes.COMPLEMENTARY) {
                    number(text(octets, at, length));
                }
            }
            case MessageTypes.NO_NUMBER -> numberAbsence = absence(text(octets, at, length));
            case MessageTypes.NAME -> name(octets, at, length);
            case MessageTypes.NO_NAME -> nameAbsence = absence(text(octets, at, length));
            case MessageTypes.REDIRECTING, MessageTypes.FIRST_CALLED -> redirecting = text(octets, at, length);
            case MessageTypes.LAMP -> lamp = Optional.of(length > 0 && octets[at] != 0);
            default -> {
                // Charges, call types, network status: nothing the office asks about.
            }
        }
    }

    /** Some exchanges put "P" or "O" into the number itself, as SDMF does. */
    private void number(String text) {
        String digits = text.strip();
        if (digits.equalsIgnoreCase("P") || digits.equalsIgnoreCase("O")) {
            numberAbsence = absence(digits);
        } else if (!digits.isEmpty()) {
            number = digits;
        }
    }

    private void name(byte[] octets, int at, int length) {
        String text = CallerName.decode(octets, at, length);
        if (text.equals("P") || text.equals("O")) {
            nameAbsence = absence(text);
        } else if (!text.isEmpty()) {
            name = text;
        }
    }

    private static @Nullable Absence absence(String text) {
        return switch (text.strip()) {
            case "P", "p" -> Absence.HIDDEN;
            case "O", "o" -> Absence.OUT_OF_AREA;
            default -> null;
        };
    }

    private static String text(byte[] octets, int at, int length) {
        return new String(octets, at, length, StandardCharsets.ISO_8859_1);
    }
}
