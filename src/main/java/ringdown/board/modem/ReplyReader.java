package ringdown.board.modem;

/**
 * Takes the octets of a modem apart into lines, events and sound (V.253 §9, §10): DLE shields both. Whatever comes, it goes on; a line
 * without end is cut. Belongs to the thread that reads.
 */
final class ReplyReader {
    static final int DLE = 0x10;
    static final int ETX = 0x03;
    static final int SUB = 0x1A;
    private static final int LONGEST_LINE = 400;
    /** Ends of a stream in text, from modems that forget DLE ETX. */
    private static final String[] TEXT_ENDS = {"\r\nOK\r\n", "\r\nVCON\r\n", "\r\nNO CARRIER\r\n"};

    /** Hears of what was read. */
    interface Listener {
        void word(String line);

        void sign(char code);

        /** One octet of sound. */
        void sound(byte octet);

        void soundOver();
    }

    private final Listener listener;
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder tail = new StringBuilder();
    private boolean shielded;
    private boolean complex;
    private boolean framed;
    private char framedKey;
    /** The next CONNECT begins a stream of sound. */
    private volatile boolean soundExpected;

    private volatile boolean inSound;
    /** We have ended the stream; what still comes of it is nobody's. */
    private volatile boolean ending;

    ReplyReader(Listener listener) {
        this.listener = listener;
    }

    /** From any thread, before the command is written. */
    void expectSound() {
        soundExpected = true;
    }

    /** From any thread: the stream has been told to end. */
    void endSound() {
        soundExpected = false;
        ending = true;
    }

    /** From any thread: no sound any more, whatever the modem thinks. */
    void commands() {
        soundExpected = false;
        ending = false;
        inSound = false;
    }

    /** What was read, in order. */
    void read(byte[] octets, int length) {
        for (int i = 0; i < length; i++) {
            octet(octets[i] & 0xFF);
        }
    }

    private void octet(int octet) {
        if (shielded) {
            shielded = false;
            behindDle(octet);
        } else if (octet == DLE) {
            shielded = true;
        } else if (complex) {
            return;
        } else if (inSound) {
            sound(octet);
        } else {
            text(octet);
        }
    }

    private void behindDle(int code) {
        if (complex) {
            complex = code != '.';
            return;
        }
        switch (code) {
            case DLE -> ownOctet(1);
            case SUB -> ownOctet(2);
            case ETX -> soundOver();
            case 'X' -> complex = true;
            case '/' -> {
                framed = true;
                framedKey = 0;
            }
            case '~' -> framed = false;
            default -> sign((char) code);
        }
    }

    /** A key is told again and again while it is held. */
    private void sign(char code) {
        boolean key = "0123456789*#ABCD".indexOf(code) >= 0;
        if (key && framed) {
            if (framedKey == code) {
                return;
            }
            framedKey = code;
        }
        listener.sign(code);
    }

    private void ownOctet(int times) {
        for (int i = 0; i < times && inSound; i++) {
            sound(DLE);
        }
    }

    private void sound(int octet) {
        if (!ending) {
            listener.sound((byte) octet);
            return;
        }
        tail.append((char) octet);
        for (String end : TEXT_ENDS) {
            if (tail.length() >= end.length() && tail.indexOf(end, tail.length() - end.length()) >= 0) {
                soundOver();
                listener.word(end.strip());
                return;
            }
        }
        if (tail.length() > LONGEST_LINE) {
            tail.delete(0, LONGEST_LINE - 20);
        }
    }

    private void soundOver() {
        inSound = false;
        ending = false;
        tail.setLength(0);
        line.setLength(0);
        listener.soundOver();
    }

    private void text(int octet) {
        if (octet != '\n') {
            if (octet >= 0x20 && line.length() < LONGEST_LINE) {
                line.append((char) octet);
            }
            return;
        }
        String text = line.toString().strip();
        line.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        if (soundExpected && text.startsWith("CONNECT")) {
            soundExpected = false;
            ending = false;
            inSound = true;
        }
        listener.word(text);
    }
}
