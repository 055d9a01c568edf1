package ringdown.sip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.ServerTransaction;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;

/**
 * REFER from a telephone (RFC 3515): a wish that the call hears of; attended where it names another dialog of ours (Replaces, RFC
 * 3891). The telephone learns what became of it by NOTIFY. Lives in the leg's queue.
 */
final class Transfer {
    private static final Pattern REPLACES = Pattern.compile("(?i)[?&]Replaces=([^&>]{1,500})");
    private static final Pattern TAG = Pattern.compile("(?i);\\s*(to|from)-tag\\s*=\\s*([^;\\s]{1,200})");

    private final Session session;
    private boolean pending;
    private boolean rung;
    private boolean before;
    private boolean silent;
    private long id;

    Transfer(Session session) {
        this.session = session;
    }

    void refer(Request request, ServerTransaction transaction) {
        String text = Text.first(request, "Refer-To").orElse("");
        Optional<Uri> target = Uri.parse(text);
        if (target.isEmpty() || target.get().user().isEmpty()) {
            session.answer(request, transaction, 400);
            return;
        }
        if (pending) {
            session.answer(request, transaction, 491); // one at a time
            return;
        }
        silent = Text.first(request, "Refer-Sub")
                .filter(wish -> wish.trim().toLowerCase(Locale.ROOT).startsWith("false"))
                .isPresent();
        accept(request, transaction);
        id = before ? ((CSeqHeader) request.getHeader(CSeqHeader.NAME)).getSeqNumber() : 0;
        before = true;
        pending = true;
        rung = false;
        tell("SIP/2.0 100 Trying", "active;expires=60");
        SipLeg leg = session.leg();
        leg.post(new CallEvent.TransferAsked(
                leg, target.get().user(), replaced(text).orElse(null)));
    }

    /** A telephone may wish to be told nothing (RFC 4488). */
    private void accept(Request request, ServerTransaction transaction) {
        Response accepted = session.response(request, 202);
        if (silent) {
            Text.add(accepted, "Refer-Sub", "false");
        }
        SipStack.answer(transaction, accepted);
    }

    /** The leg whose dialog the telephone names; its tags are those of our side of it, but some write them the other way round. */
    private Optional<SipLeg> replaced(String referTo) {
        Matcher matcher = REPLACES.matcher(referTo);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String value;
        try {
            value = URLDecoder.decode(matcher.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
        String callId = value.split(";", 2)[0].trim();
        Dialogs dialogs = session.plant().dialogs();
        return TAG.matcher(value)
                .results()
                .flatMap(tag -> dialogs.find(callId, tag.group(2)).stream())
                .flatMap(owner -> owner.leg().stream())
                .findFirst();
    }

    /** The telephone still waits to be told. */
    boolean pending() {
        return pending;
    }

    /** Whoever is meant rings. */
    void rings() {
        if (pending && !rung) {
            rung = true;
            tell("SIP/2.0 180 Ringing", "active;expires=60");
        }
    }

    /** It has been carried out (null), or cannot be: the last word of the subscription (RFC 3515 §2.4.5). Afterwards nothing is told. */
    void ended(@Nullable HangupCause failed) {
        if (pending) {
            pending = false;
            int status = failed == null ? 200 : Statuses.of(failed);
            tell(
                    failed == null ? "SIP/2.0 200 OK" : "SIP/2.0 " + status + " " + words(status),
                    "terminated;reason=noresource");
        }
    }

    private static String words(int status) {
        return switch (status) {
            case 404 -> "Not Found";
            case 480 -> "Temporarily Unavailable";
            case 486 -> "Busy Here";
            case 488 -> "Not Acceptable Here";
            case 503 -> "Service Unavailable";
            case 603 -> "Decline";
            default -> "Server Internal Error";
        };
    }

    /** The second and later REFERs of a dialog are told apart by their number (RFC 3515 §2.4.6). */
    private void tell(String fragment, String state) {
        if (silent) {
            return;
        }
        session.ask(
                "NOTIFY",
                List.of("Event: refer" + (id == 0 ? "" : ";id=" + id), "Subscription-State: " + state),
                new Text.Body("message/sipfrag;version=2.0", fragment + "\r\n"),
                outcome -> pending &= !outcome.dead());
    }
}
