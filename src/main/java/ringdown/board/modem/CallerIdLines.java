package ringdown.board.modem;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringdown.audio.callerid.Absence;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.audio.callerid.CallerIdMessage;
import ringdown.audio.callerid.CallerIdOctets;
import ringdown.audio.callerid.CallerIdScheme;

/**
 * Caller ID as modems write it between rings (V.253 §9.2.3): formatted lines, with or without spaces around the sign, in any order; or
 * the message itself in hexadecimal. Belongs to the modem's thread.
 */
final class CallerIdLines {
    private static final Pattern LINE = Pattern.compile("(DATE|TIME|NMBR|NAME|MESG|ERRM|DDN)\\s*[=:]?\\s*(.*)");

    private @Nullable String date;
    private @Nullable String time;
    private @Nullable String number;
    private @Nullable Absence noNumber;
    private @Nullable String name;
    private @Nullable Absence noName;
    private @Nullable CallerIdHeard whole;
    private boolean damaged;
    private boolean some;

    /** Takes a line; false if it is none of a caller ID. */
    boolean line(String text) {
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        some = true;
        String value = matcher.group(2).strip();
        switch (matcher.group(1)) {
            case "DATE" -> date = value.matches("\\d{4}") ? value : null;
            case "TIME" -> time = value.matches("\\d{4}") ? value : null;
            case "NMBR" -> number(value);
            case "NAME" -> name(value);
            case "MESG" -> message(value);
            case "ERRM" -> damaged = true;
            default -> {} // the number that was called is the line's own
        }
        return true;
    }

    private void number(String value) {
        noNumber = absence(value);
        number = noNumber == null && value.matches(".*\\d.*") ? value.replaceAll("[^0-9+*#]", "") : null;
    }

    private void name(String value) {
        noName = absence(value);
        name = noName == null && !value.isEmpty() ? value : null;
    }

    private static @Nullable Absence absence(String value) {
        return switch (value.toUpperCase(Locale.ROOT)) {
            case "P", "PRIVATE", "PRIVACY", "BLOCKED", "ANONYMOUS", "WITHHELD" -> Absence.HIDDEN;
            case "O", "OUT OF AREA", "OUT_OF_AREA", "OUT-OF-AREA", "UNAVAILABLE", "UNKNOWN" -> Absence.OUT_OF_AREA;
            default -> null;
        };
    }

    private void message(String hex) {
        String digits = hex.replaceAll("[^0-9A-Fa-f]", "");
        if (digits.length() % 2 != 0) {
            damaged = true;
            return;
        }
        List<CallerIdHeard> heard = CallerIdOctets.read(HexFormat.of().parseHex(digits));
        whole = heard.isEmpty() ? null : heard.getFirst();
    }

    /** Lines have come, and not yet been taken. */
    boolean some() {
        return some;
    }

    /** Nothing more can come. */
    boolean complete() {
        boolean aNumber = number != null || noNumber != null;
        boolean aName = name != null || noName != null;
        return whole != null || (aNumber && aName);
    }

    /** What was told, null if that is nothing; then begins anew. */
    @Nullable
    CallerIdHeard take() {
        CallerIdHeard heard = whole != null ? whole : formatted();
        date = null;
        time = null;
        number = null;
        noNumber = null;
        name = null;
        noName = null;
        whole = null;
        damaged = false;
        some = false;
        return heard;
    }

    private @Nullable CallerIdHeard formatted() {
        if (number == null && noNumber == null && name == null) {
            return damaged ? new CallerIdHeard.Damaged(CallerIdScheme.BELLCORE, "checksum", 0) : null;
        }
        String when = date != null && time != null ? date + time : null;
        var message = new CallerIdMessage(number, noNumber, name, noName, when, null);
        return new CallerIdHeard.Received(message, CallerIdScheme.BELLCORE, damaged ? 0.5 : 1, 0);
    }
}
