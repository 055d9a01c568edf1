package ringdown.board.modem;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How one kind of modem is spoken to: nothing but data (facts §5.2).
 *
 * @param name for the log and the page
 * @param tells found in what it says of itself (ATI, ATI0, ATI3, +FMI, +FMM), upper case
 * @param settings sent once in voice class; a modem that knows one of them not goes without
 * @param forms forms of sound, best first, by their numbers in {@code AT+VSM=?}; others that the box knows come after them
 * @param takesLine closes the loop; the first that is not refused
 * @param endsRecording behind DLE, ends {@code +VRX}; the next one is tried when nothing happens
 * @param full sound both ways at once is worth trying; false: known to chop it
 */
record ModemProfile(
        String name,
        Pattern tells,
        List<String> settings,
        List<Integer> forms,
        List<String> takesLine,
        List<Character> endsRecording,
        boolean full) {
    private static final List<String> COMMON = List.of(
            "ATS0=0", // never answers by itself
            "ATX3", // dials without waiting for dial tone: the box listens itself (LINES rule 6)
            "AT+VGT=128",
            "AT+VGR=128",
            "AT+VRA=0",
            "AT+VRN=0",
            "AT+IFC=0,0",
            "AT+VNH=0",
            "AT+VIT=0",
            "AT+VTD=8",
            "AT+VCID=1",
            "AT+VDR=0,0");

    private static final List<ModemProfile> KNOWN = List.of(
            new ModemProfile(
                    "U.S. Robotics USR5637",
                    Pattern.compile("\\b5601\\b|U\\.?S\\.? ?ROBOTICS|USR5637|USR805637|\\bUSR\\b"),
                    with("AT+VSD=128,0"),
                    List.of(132, 131, 128, 130, 1),
                    List.of("AT+VLS=1", "ATA"),
                    List.of('!', (char) 0x1B, '^'),
                    true),
            new ModemProfile(
                    "Conexant CX93010",
                    Pattern.compile("\\b56000\\b|CONEXANT|CX9300|CX9301|CX930|ZOOM|TFM-561"),
                    with("AT+VSD=0,0"),
                    List.of(132, 131, 5, 4, 1, 128),
                    List.of("AT+VLS=1", "ATA"),
                    List.of('!', '^', (char) 0x1B),
                    true));

    /** What a modem that nobody knows gets: V.253, and the box finds out. */
    private static final ModemProfile ANY = new ModemProfile(
            "V.253 modem",
            Pattern.compile(""),
            with("AT+VSD=128,0"),
            List.of(),
            List.of("AT+VLS=1", "ATA"),
            List.of('!', (char) 0x1B, '^'),
            true);

    ModemProfile {
        settings = List.copyOf(settings);
        forms = List.copyOf(forms);
        takesLine = List.copyOf(takesLine);
        endsRecording = List.copyOf(endsRecording);
    }

    private static List<String> with(String silence) {
        List<String> all = new java.util.ArrayList<>(COMMON);
        all.add(silence);
        return all;
    }

    /** The profile for what a modem says of itself. */
    static ModemProfile of(String saysOfItself) {
        String upper = saysOfItself.toUpperCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(one -> one.tells.matcher(upper).find())
                .findFirst()
                .orElse(ANY);
    }
}
