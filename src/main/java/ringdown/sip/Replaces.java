package ringdown.sip;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sip.message.Request;

/**
 * INVITE with Replaces (RFC 3891): a telephone takes the place of another one in a dialog, or a call that rings there (a key with a busy
 * lamp). Some write the tags as the other telephone has them, not as we do: either order is understood, but both must be right. Pure.
 */
record Replaces(String callId, String toTag, String fromTag, boolean earlyOnly) {
    private static final Pattern PARAMETER =
            Pattern.compile("(?i);\\s*(to-tag|from-tag|early-only)\\s*(?:=\\s*([^;\\s]{1,200}))?");

    /** What becomes of an INVITE. */
    sealed interface Wish {
        /** It is a call like any other. */
        record Nothing() implements Wish {}

        /** It cannot be. */
        record Refused(int status) implements Wish {}

        /** It wants the place of that leg. */
        record Of(SipLeg leg) implements Wish {}
    }

    /** RFC 3891 §3. */
    static Wish in(Request invite, Dialogs dialogs) {
        List<String> headers = Text.all(invite, "Replaces");
        if (headers.isEmpty()) {
            return new Wish.Nothing();
        }
        Optional<Replaces> wanted =
                headers.size() > 1 || !Text.all(invite, "Join").isEmpty() ? Optional.empty() : read(headers.getFirst());
        return wanted.map(replaces -> replaces.found(dialogs)).orElseGet(() -> new Wish.Refused(400));
    }

    private static Optional<Replaces> read(String value) {
        String to = null;
        String from = null;
        boolean early = false;
        Matcher parameter = PARAMETER.matcher(value);
        while (parameter.find()) {
            switch (parameter.group(1).charAt(0)) {
                case 't', 'T' -> to = parameter.group(2);
                case 'f', 'F' -> from = parameter.group(2);
                default -> early = true;
            }
        }
        String callId = value.split(";", 2)[0].trim();
        return callId.isEmpty() || to == null || from == null
                ? Optional.empty()
                : Optional.of(new Replaces(callId, to, from, early));
    }

    private Wish found(Dialogs dialogs) {
        return Stream.concat(leg(dialogs, toTag, fromTag), leg(dialogs, fromTag, toTag))
                .findFirst()
                .map(this::may)
                .orElseGet(() -> new Wish.Refused(481));
    }

    private Stream<SipLeg> leg(Dialogs dialogs, String ours, String theirs) {
        return dialogs.find(callId, ours).filter(owner -> owner.with(theirs)).flatMap(DialogOwner::leg).stream();
    }

    /** Who dials can be replaced by nobody before the answer; who has answered only if the wish is not for a call that rings. */
    private Wish may(SipLeg leg) {
        if (leg.over()) {
            return new Wish.Refused(603);
        }
        if (leg.answered()) {
            return earlyOnly ? new Wish.Refused(486) : new Wish.Of(leg);
        }
        return leg instanceof RungLeg ? new Wish.Of(leg) : new Wish.Refused(481);
    }
}
