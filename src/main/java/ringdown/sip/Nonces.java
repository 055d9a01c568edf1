package ringdown.sip;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ringdown.clock.OfficeClock;

/**
 * Nonces that prove by themselves that the box made them and when: nothing is kept for a challenge that is never answered. Kept is
 * only how often a proven one was used (RFC 7616 §3.4: nc). Safe from any thread.
 */
final class Nonces {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int KEPT = 4_096;
    private static final int CLEAR = 20;
    private static final int LENGTH = CLEAR + 16;

    private final OfficeClock clock;
    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[32];
    /** Nonces made before are stale: how often they were used is forgotten, and they must not be used again. */
    private long forgotten = Long.MIN_VALUE;

    private final Map<String, Long> counts = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            boolean full = size() > KEPT;
            forgotten = full ? Math.max(forgotten, made(eldest.getKey())) : forgotten;
            return full;
        }
    };

    Nonces(OfficeClock clock) {
        this.clock = clock;
        random.nextBytes(key);
    }

    String next() {
        byte[] salt = new byte[CLEAR - 8];
        random.nextBytes(salt);
        byte[] clear =
                ByteBuffer.allocate(CLEAR).putLong(clock.nanos()).put(salt).array();
        byte[] all = ByteBuffer.allocate(LENGTH).put(clear).put(seal(clear)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** True for a nonce of ours, not too old, with a count that has not been seen: else the client gets a fresh one (stale). */
    boolean use(String nonce, String count) {
        return fresh(nonce) && countUp(nonce, count);
    }

    private boolean fresh(String nonce) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException notOurs) {
            return false;
        }
        if (all.length != LENGTH) {
            return false;
        }
        byte[] clear = Arrays.copyOf(all, CLEAR);
        boolean ours = MessageDigest.isEqual(seal(clear), Arrays.copyOfRange(all, CLEAR, LENGTH));
        long age = clock.nanos() - ByteBuffer.wrap(clear).getLong();
        return ours && age >= 0 && age < LIFE.toNanos();
    }

    /** When one of ours was made. */
    private static long made(String nonce) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(nonce)).getLong();
    }

    /** An answer without count (RFC 2069) may be used once. */
    private synchronized boolean countUp(String nonce, String count) {
        long now = count.matches("[0-9a-fA-F]{8}") ? Long.parseLong(count, 16) : count.isEmpty() ? 1 : 0;
        if (now <= counts.getOrDefault(nonce, 0L) || !counts.containsKey(nonce) && made(nonce) <= forgotten) {
            return false;
        }
        counts.put(nonce, now);
        return true;
    }

    private byte[] seal(byte[] clear) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(clear), LENGTH - CLEAR);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never); // every Java platform has it
        }
    }
}
