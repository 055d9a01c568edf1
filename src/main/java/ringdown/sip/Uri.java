package ringdown.sip;

import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import javax.sip.PeerUnavailableException;
import javax.sip.SipFactory;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.HeaderAddress;
import javax.sip.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A party as SIP names it: {@code "Олена" <sip:201@10.0.0.5:5062;transport=tcp>}. Pure.
 *
 * @param text the URI as written, without header parameters
 * @param user unescaped, empty if there is none; the digits of a tel: URI
 * @param host empty for a tel: URI
 * @param port -1 if none is written
 * @param transport in small letters; {@code udp} if none is written
 * @param name the display name, null if there is none
 */
record Uri(
        String text,
        String user,
        String host,
        int port,
        String transport,
        @Nullable String name) {
    private static final AddressFactory ADDRESSES;

    static {
        try {
            SipFactory factory = SipFactory.getInstance();
            factory.setPathName("gov.nist");
            ADDRESSES = factory.createAddressFactory();
        } catch (PeerUnavailableException never) {
            throw new IllegalStateException(never); // the stack is on the class path
        }
    }

    /** Reads a URI or a name with a URI; empty for what is neither sip:, sips: nor tel:. */
    static Optional<Uri> parse(String text) {
        try {
            return of(ADDRESSES.createAddress(text));
        } catch (ParseException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The address in the first header of that name. */
    static Optional<Uri> in(Message message, String header) {
        return message.getHeader(header) instanceof HeaderAddress address
                ? of(address.getAddress())
                : Text.first(message, header).flatMap(Uri::parse);
    }

    static Optional<Uri> of(@Nullable Address address) {
        return address == null ? Optional.empty() : of(address.getURI(), address.getDisplayName());
    }

    static Optional<Uri> of(URI uri, @Nullable String display) {
        String name = display == null || display.isBlank()
                ? null
                : display.replace("\\\"", "\"").strip();
        return switch (uri) {
            case SipURI sip -> {
                String user = sip.getUser() == null ? "" : sip.getUser();
                String transport = sip.getTransportParam() == null ? "udp" : sip.getTransportParam();
                yield Optional.of(new Uri(
                        sip.toString(),
                        unescaped(user),
                        sip.getHost(),
                        sip.getPort(),
                        transport.toLowerCase(Locale.ROOT),
                        name));
            }
            case TelURL tel ->
                Optional.of(new Uri(
                        tel.toString(), (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber(), "", -1, "udp", name));
            default -> Optional.empty();
        };
    }

    private static String unescaped(String user) {
        try {
            return java.net.URLDecoder.decode(
                    user.replace("+", "%2B").split(";", 2)[0], java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return user;
        }
    }

    int portOrDefault() {
        return port > 0 && port < 65_536 ? port : 5060;
    }

    /** A display name ready for a header: quoted, without what could end it. */
    static String quoted(String name) {
        return "\"" + name.replaceAll("[\\p{Cntrl}]", " ").replace("\\", "").replace("\"", "'") + "\"";
    }
}
