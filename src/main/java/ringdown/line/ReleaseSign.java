package ringdown.line;

/** What an exchange does to the current when the far end goes, and at other moments too: by itself it proves nothing (LINES rule 11). */
enum ReleaseSign {
    LOOP_BREAK("loopBreak", "a break of the loop"),
    REVERSAL("reversal", "a turn of the polarity");

    private final String word;
    private final String words;

    ReleaseSign(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /** What ended a call, in one word, out of the words of its record: the sign itself goes before what confirmed it. */
    static String code(String words) {
        for (ReleaseSign sign : values()) {
            if (words.startsWith(sign.words)) {
                return sign.word;
            }
        }
        return switch (words) {
            case "congestion tone" -> "congestionTone";
            case "the information tone" -> "informationTone";
            case "dial tone" -> "dialTone";
            case "silence" -> "silence";
            case "no current" -> "noCurrent";
            default -> "busyTone"; // the country's, or the line's own
        };
    }

    /** A code of {@link #code} that the exchange itself gives: silence is no sign, and without current there is no line. */
    static boolean tells(String code) {
        return !code.equals("silence") && !code.equals("noCurrent");
    }

    /** In the office file. */
    String word() {
        return word;
    }

    /** In the record of a call. */
    String words() {
        return words;
    }
}
