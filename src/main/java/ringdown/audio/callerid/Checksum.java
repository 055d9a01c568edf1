package ringdown.audio.callerid;

import java.util.Arrays;

/** The two's complement of the sum of all octets before it, modulo 256 (ETSI EN 300 659-3 §5.3). */
final class Checksum {
    private Checksum() {}

    static boolean holds(byte[] octets, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += octets[i];
        }
        return (sum & 0xFF) == 0;
    }

    static byte[] append(byte[] message) {
        byte[] all = Arrays.copyOf(message, message.length + 1);
        int sum = 0;
        for (byte octet : message) {
            sum += octet;
        }
        all[message.length] = (byte) -sum;
        return all;
    }
}
