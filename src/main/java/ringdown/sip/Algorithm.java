package ringdown.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Hashes of digest authentication (RFC 8760 §2), the better one first. */
enum Algorithm {
    SHA256("SHA-256"),
    MD5("MD5");

    private final String word;

    Algorithm(String word) {
        this.word = word;
    }

    /** As in SIP and in the Java platform. */
    String word() {
        return word;
    }

    /** The algorithm of that word; MD5 if there is none (RFC 7616 §3.3); empty for one the box does not know. */
    static Optional<Algorithm> of(String word) {
        for (Algorithm algorithm : values()) {
            if (word.equalsIgnoreCase(algorithm.word) || (word.isEmpty() && algorithm == MD5)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** Small hexadecimal digits of the hash of the text in UTF-8. */
    String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance(word).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never); // every Java platform has both
        }
    }
}
