package ringdown.line;

/**
 * How long telephones of a country open the loop for a flash (facts §6.6): what their R keys send, and as much again as keys and hands err.
 * A break that is longer is a hang-up, so that a window is no wider than the country needs (LINES rule 13).
 *
 * @param from milliseconds
 * @param to milliseconds
 */
record FlashWindow(int from, int to) {
    static FlashWindow of(String country) {
        return switch (country) {
            case "US", "CA" -> new FlashWindow(300, 1000);
            case "GB", "NL", "IT", "AU" -> new FlashWindow(50, 270); // sent: 80 to 120 ms
            case "DE", "ES", "PL" -> new FlashWindow(50, 350); // 80 to 120, or 170 to 310 ms
            case "FR" -> new FlashWindow(50, 400); // 270 ms
            case "BR" -> new FlashWindow(50, 450); // 300 ms
            case "IN" -> new FlashWindow(50, 720); // 600 ms
            case "JP" -> new FlashWindow(50, 1000); // half a second and more, by hand
            default -> new FlashWindow(50, 650); // RU, UA, BY, KZ, CN: 80 to 600 ms
        };
    }
}
