package ringdown.sip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;
import ringdown.number.CallerId;
import ringdown.number.CallerId.Presentation;
import ringdown.number.PhoneNumber;
import ringdown.office.Trunk;

/** Who calls and which number was called, in the many ways providers write it. Pure. */
final class TrunkCall {
    private TrunkCall() {}

    /** One of the trunk's numbers if it can be recognised, else the number as written, else the trunk's only one; null if nothing says it. */
    static @Nullable String called(Request invite, Trunk trunk, String contactUser) {
        List<String> said = Stream.of(
                        Uri.of(invite.getRequestURI(), null), Uri.in(invite, "P-Called-Party-ID"), Uri.in(invite, "To"))
                .flatMap(Optional::stream)
                .map(Uri::user)
                .filter(u -> !u.isEmpty() && !u.equals(contactUser) && !u.equals(trunk.user()))
                .toList();
        Optional<String> ours =
                said.stream().flatMap(s -> ours(s, trunk).stream()).findFirst();
        if (ours.isPresent()) {
            return ours.get();
        }
        Optional<String> number =
                said.stream().filter(s -> s.matches("\\+?[0-9]{3,15}")).findFirst();
        boolean single = trunk.numbers().size() == 1;
        return number.orElse(single ? trunk.numbers().getFirst().e164() : null);
    }

    /** By the last nine digits at most: providers leave out plus, country code or trunk prefix. */
    private static Optional<String> ours(String said, Trunk trunk) {
        String digits = said.replaceAll("[^0-9]", "");
        String tail = digits.length() > 9 ? digits.substring(digits.length() - 9) : digits.replaceFirst("^0", "");
        return trunk.numbers().stream()
                .map(PhoneNumber::e164)
                .filter(n -> tail.length() >= 6 && n.endsWith(tail))
                .findFirst();
    }

    /** P-Asserted-Identity (RFC 3325), Remote-Party-ID, From; Privacy: id or an anonymous From hides it (RFC 3323). */
    static CallerId caller(Request invite) {
        Optional<Uri> from = Uri.in(invite, "From");
        Optional<Uri> best = Text.all(invite, "P-Asserted-Identity").stream()
                .flatMap(v -> Uri.parse(v).stream())
                .findFirst()
                .or(() -> Text.first(invite, "Remote-Party-ID").flatMap(v -> Uri.parse(v.replaceFirst(">.*", ">"))))
                .or(() -> from);
        if (hidden(invite, from)) {
            return new CallerId(null, null, Presentation.HIDDEN);
        }
        String digits =
                best.map(Uri::user).map(u -> u.replaceAll("[ ().-]", "")).orElse("");
        String name = best.map(Uri::name).or(() -> from.map(Uri::name)).orElse(null);
        if (!digits.matches("\\+?[0-9*#]{1,24}")) {
            String user = digits.toLowerCase(Locale.ROOT);
            boolean unavailable = user.equals("unavailable") || user.equals("unknown");
            Presentation why =
                    unavailable ? Presentation.OUT_OF_AREA : name == null ? Presentation.UNKNOWN : Presentation.SHOWN;
            return new CallerId(null, unavailable ? null : name, why);
        }
        boolean onlyNumber = name != null && name.replaceAll("[^0-9+]", "").equals(digits);
        return CallerId.of(digits, onlyNumber ? null : name);
    }

    private static boolean hidden(Request invite, Optional<Uri> from) {
        boolean asked = Text.all(invite, "Privacy").stream()
                .flatMap(v -> Stream.of(v.split("[;,]")))
                .map(String::trim)
                .anyMatch(v -> v.equalsIgnoreCase("id") || v.equalsIgnoreCase("user") || v.equalsIgnoreCase("header"));
        boolean party = Text.first(invite, "Remote-Party-ID")
                .map(v -> v.toLowerCase(Locale.ROOT).matches("(?s).*privacy\\s*=\\s*(\"?)(full|uri)\\1.*"))
                .orElse(false);
        boolean anonymous = from.map(
                        u -> u.user().equalsIgnoreCase("anonymous") || u.host().equals("anonymous.invalid"))
                .orElse(false);
        return asked || party || anonymous;
    }
}
