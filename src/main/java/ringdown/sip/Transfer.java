package ringdown.sip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import ringdown.call.CallEvent;

/**
 * REFER from a telephone (RFC 3515): a wish that the call hears of; attended where it names another dialog of ours (Replaces, RFC
 * 3891). The telephone learns what became of it by NOTIFY. Lives in the leg's queue.
 */
final class Transfer {
    private static final Pattern REPLACES = Pattern.compile("(?i)[?&]Replaces=([^&>]{1,500})");
    private static final Pattern TAG = Pattern.compile("(?i);\\s*(to|from)-tag\\s*=\\s*([^;\\s]{1,200})");

    private final Session session;
    private boolean pending;

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
        session.answer(request, transaction, 202);
        pending = true;
        tell("SIP/2.0 100 Trying", "active;expires=60");
        SipLeg leg = session.leg();
        leg.post(new CallEvent.TransferAsked(
                leg, target.get().user(), replaced(text).orElse(null)));
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
                .map(DialogOwner::leg)
                .findFirst();
    }

    /** The leg is hung up after its transfer was asked for: it has been carried out. */
    void succeeded() {
        if (pending) {
            pending = false;
            tell("SIP/2.0 200 OK", "terminated;reason=noresource");
        }
    }

    private void tell(String fragment, String state) {
        session.ask(
                "NOTIFY",
                List.of("Event: refer", "Subscription-State: " + state),
                new Text.Body("message/sipfrag", fragment + "\r\n"),
                outcome -> {});
    }
}
