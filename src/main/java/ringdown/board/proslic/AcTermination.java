package ringdown.board.proslic;

/** The sixteen impedances of a line side, register 30 (facts 2.2, the data sheet's table 18). */
final class AcTermination {
    private static final String[] WORDS = {
        "600 ohm",
        "900 ohm",
        "270 ohm + (750 ohm || 150 nF)",
        "220 ohm + (820 ohm || 120 nF)",
        "370 ohm + (620 ohm || 310 nF)",
        "320 ohm + (1050 ohm || 230 nF)",
        "370 ohm + (820 ohm || 110 nF)",
        "275 ohm + (780 ohm || 115 nF)",
        "120 ohm + (820 ohm || 110 nF)",
        "350 ohm + (1000 ohm || 210 nF)",
        "200 ohm + (680 ohm || 100 nF)",
        "600 ohm + 2160 nF",
        "900 ohm + 1000 nF",
        "900 ohm + 2160 nF",
        "600 ohm + 1000 nF",
        "complex"
    };

    private AcTermination() {}

    /** As an installer compares it with what the line's provider says. */
    static String words(int setting) {
        return WORDS[setting];
    }
}
