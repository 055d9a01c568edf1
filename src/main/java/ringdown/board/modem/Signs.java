package ringdown.board.modem;

import org.tinylog.Logger;

/** What the events and results of a modem mean for its port (V.253 table 8, and what makers have added). Belongs to the modem's thread. */
final class Signs {
    private final ModemPort port;

    Signs(ModemPort port) {
        this.port = port;
    }

    /** An event behind DLE. */
    void sign(char code) {
        switch (code) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#', 'A', 'B', 'C', 'D' -> port.key(code);
            case 'R' -> port.rang();
            case 'b', 'K', 'd', 'i' -> port.toldEndTone();
            case 'l' -> port.loopBroke();
            case 'L' -> port.polarityTurned();
            case 'P', 'H' -> port.parallelPhone(true);
            case 'p', 'h' -> port.parallelPhone(false);
            case 'o', 'u', 'Y', 'E' -> Logger.debug("{}: the modem tells of sound lost ({})", port.port(), code);
            default -> {} // voice, silence, fax and answer tones: the box hears them itself, ring back too
        }
    }

    /** A result nobody has asked for. */
    void word(String text) {
        switch (text) {
            case "BUSY", "NO DIALTONE", "NO DIAL TONE" -> port.toldEndTone();
            case "LINE IN USE", "LINE-IN-USE" -> port.parallelPhone(true);
            case "NO LINE" -> port.noLoop(true);
            default -> Logger.debug("{}: the modem says {}", port.port(), text);
        }
    }
}
