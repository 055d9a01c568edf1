package ringdown.sip;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Words nobody can guess: tags, branches, Call-IDs, user parts. */
final class Token {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    /** 64 random bits in hexadecimal. */
    static String next() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
