package ringdown.sip;

import javax.sip.ObjectInUseException;
import javax.sip.ServerTransaction;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import ringdown.number.Extension;
import ringdown.office.Person;

/**
 * Requests that belong to nothing yet: who sends them is found out first, and only then what they want (CONTRACT §5). On the stack's
 * threads; what takes time goes on in queues.
 */
final class FrontDesk {
    private final SipStack stack;
    private final Doorman doorman;
    private final RegisterDesk registers;
    private final Phones phones;
    private final Trunks trunks;
    private final SubscribeDesk subscribes;

    FrontDesk(
            SipStack stack,
            Doorman doorman,
            RegisterDesk registers,
            Phones phones,
            Trunks trunks,
            SubscribeDesk subscribes) {
        this.stack = stack;
        this.doorman = doorman;
        this.registers = registers;
        this.phones = phones;
        this.trunks = trunks;
        this.subscribes = subscribes;
    }

    void welcome(Request request, ServerTransaction transaction) {
        NextHop source = Wire.source(request);
        if (Screening.otherVersion(request)) {
            stray(request, transaction, 505);
            return;
        }
        if (request.getMethod().equals("OPTIONS")) {
            options(request, transaction, source);
            return;
        }
        var trunk = trunks.from(request, source);
        if (trunk.isPresent()) {
            if (screened(request, transaction)) {
                fromTrunk(request, transaction, trunk.get());
            }
            return;
        }
        switch (doorman.check(request, source.host())) {
            case Doorman.Verdict.Ask(boolean stale) -> {
                Response challenge = Text.response(request, 401);
                doorman.challenge(request, challenge, stale);
                SipStack.answer(transaction, challenge);
                forget(transaction); // strangers cost no state; a challenge that got lost is asked for again (RFC 3261
                // §8.2.7)
            }
            case Doorman.Verdict.Ignore() -> forget(transaction);
            case Doorman.Verdict.Misdirected() -> SipStack.answer(transaction, Text.response(request, 400));
            case Doorman.Verdict.Admitted(Person person) -> {
                if (screened(request, transaction)) {
                    fromPhone(request, transaction, person.extension());
                }
            }
        }
    }

    private static void forget(ServerTransaction transaction) {
        try {
            transaction.terminate();
        } catch (ObjectInUseException alreadyOver) {
            // nothing to be ended
        }
    }

    /** Nothing here knows of the call that is meant; who is banned is not told even that. */
    void stray(Request request, ServerTransaction transaction, int status) {
        NextHop source = Wire.source(request);
        if (doorman.shutsOut(source.host()) && !trunks.isAny(source.host())) {
            forget(transaction);
        } else {
            SipStack.answer(transaction, Text.response(request, status));
        }
    }

    private void options(Request request, ServerTransaction transaction, NextHop source) {
        if (doorman.shutsOut(source.host()) && !trunks.isAny(source.host())) {
            forget(transaction);
            return;
        }
        String unknown = Screening.unknownExtensions(request);
        boolean elsewhere = Screening.otherScheme(request);
        Response response = Text.response(request, elsewhere ? 416 : unknown.isEmpty() ? 200 : 420);
        if (elsewhere) {
            SipStack.answer(transaction, response);
            return;
        }
        if (unknown.isEmpty()) {
            Screening.capabilities(response);
        } else {
            Text.add(response, "Unsupported", unknown);
        }
        SipStack.answer(transaction, response);
    }

    /** Order of RFC 3261 §8.2: method, loops, extensions. False if it has been answered. */
    private boolean screened(Request request, ServerTransaction transaction) {
        String method = request.getMethod();
        boolean taken = method.equals("INVITE") || method.equals("REGISTER") || method.equals("SUBSCRIBE");
        String unknown = Screening.unknownExtensions(request);
        Response refusal = null;
        if (!taken) {
            refusal = Text.response(request, Screening.refusal(method));
            Text.add(refusal, "Allow", Statuses.ALLOW);
        } else if (Screening.otherScheme(request)) {
            refusal = Text.response(request, 416);
        } else if (request.getHeader(MaxForwardsHeader.NAME) instanceof MaxForwardsHeader max
                && max.getMaxForwards() <= 0) {
            refusal = Text.response(request, 483);
        } else if (wentThroughUs(request)) {
            refusal = Text.response(request, 482);
        } else if (!unknown.isEmpty()) {
            refusal = Text.response(request, 420);
            Text.add(refusal, "Unsupported", unknown);
        } else if (method.equals("INVITE") && Screening.otherContent(request)) {
            refusal = Text.response(request, 415);
            Text.add(refusal, "Accept", "application/sdp");
        } else if (method.equals("INVITE") && Screening.acceptsNothing(request)) {
            refusal = Text.response(request, 406);
        }
        if (refusal != null) {
            SipStack.answer(transaction, refusal);
        }
        return refusal == null;
    }

    private boolean wentThroughUs(Request request) {
        String here = stack.hostToward(Wire.source(request));
        var vias = request.getHeaders(ViaHeader.NAME);
        while (vias.hasNext()) {
            ViaHeader via = (ViaHeader) vias.next();
            int port = via.getPort() > 0 ? via.getPort() : 5060;
            if (via.getHost().equals(here) && port == stack.port()) {
                return true;
            }
        }
        return false;
    }

    private void fromPhone(Request request, ServerTransaction transaction, Extension extension) {
        String header = request.getMethod().equals("REGISTER") ? "To" : "From";
        boolean own = Uri.in(request, header)
                .map(uri -> uri.user().equals(extension.digits()))
                .orElse(false);
        if (!own) {
            SipStack.answer(transaction, Text.response(request, 403));
        } else if (header.equals("To")) {
            registers.register(request, transaction, extension);
        } else if (request.getMethod().equals("SUBSCRIBE")) {
            subscribes.subscribe(request, transaction, extension);
        } else {
            SipStack.answer(transaction, Text.response(request, 100));
            phones.callFrom(request, transaction, extension);
        }
    }

    private void fromTrunk(Request request, ServerTransaction transaction, SipTrunk trunk) {
        if (request.getMethod().equals("INVITE")) {
            SipStack.answer(transaction, Text.response(request, 100));
            trunk.callIn(request, transaction);
        } else {
            SipStack.answer(transaction, Text.response(request, 403));
        }
    }
}
