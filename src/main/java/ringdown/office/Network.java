package ringdown.office;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, as an installer writes them: {@code 192.168.1.0/24}, {@code 2001:db8::/32}, or one address alone (RFC 4632
 * §3.1, RFC 4291 §2.3). No name is ever looked up. Immutable.
 *
 * @param base its first address; the bits behind the prefix are 0
 * @param bits how many stand at the beginning: 0 to 32, or to 128
 */
public record Network(InetAddress base, int bits) {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|\\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*]?");

    public Network {
        byte[] octets = base.getAddress();
        for (int bit = bits; bit < octets.length * 8; bit++) {
            octets[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        base = address(octets);
    }

    /** The network around an address. */
    public static Network around(InetAddress address, int bits) {
        return new Network(address, bits);
    }

    /** Empty for what is no address. */
    public static Optional<InetAddress> address(String text) {
        String plain = text.replaceAll("^\\[|]$", "").replaceFirst("%.*$", "");
        try {
            return LITERAL.matcher(plain).matches() ? Optional.of(InetAddress.getByName(plain)) : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    /**
     * Reads what an installer wrote.
     *
     * @throws IllegalArgumentException in words for the installer
     */
    public static Network parse(String text) {
        String[] halves = text.strip().split("/", -1);
        InetAddress address = address(halves[0]).orElse(null);
        if (address == null || halves.length > 2) {
            throw new IllegalArgumentException("is an address such as 192.168.1.0/24, not \"" + text + "\"");
        }
        int most = address.getAddress().length * 8;
        if (halves.length == 1) {
            return new Network(address, most);
        }
        int bits = halves[1].matches("[0-9]{1,3}") ? Integer.parseInt(halves[1]) : -1;
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("ends with a slash and 0 to " + most + ", not \"" + text + "\"");
        }
        return new Network(address, bits);
    }

    public boolean contains(InetAddress address) {
        return address.getAddress().length == base.getAddress().length
                && new Network(address, bits).base().equals(base);
    }

    private static InetAddress address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException never) {
            throw new IllegalStateException(never); // 4 or 16 octets they are
        }
    }

    @Override
    public String toString() {
        boolean one = bits == base.getAddress().length * 8;
        return base.getHostAddress() + (one ? "" : "/" + bits);
    }
}
