package ringdown.sip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import ringdown.clock.OfficeClock;
import ringdown.number.Extension;

/** Answers REGISTER (RFC 3261 §10.3) of telephones that have proven who they are, one after the other for each person. */
final class RegisterDesk {
    private final Registrar registrar;
    private final OfficeClock clock;
    private final Map<Extension, SerialQueue> queues = new ConcurrentHashMap<>();

    RegisterDesk(Registrar registrar, OfficeClock clock) {
        this.registrar = registrar;
        this.clock = clock;
    }

    void register(Request request, ServerTransaction transaction, Extension extension) {
        queues.computeIfAbsent(extension, e -> new SerialQueue("register " + e, ""))
                .run(() -> SipStack.answer(transaction, answer(request, extension)));
    }

    private Response answer(Request request, Extension extension) {
        if (ContactLine.everything(request)) {
            if (ContactLine.general(request) != 0) {
                return Text.response(request, 400);
            }
            registrar.removeAll(extension);
            return listing(request, extension);
        }
        Optional<List<ContactLine>> lines = ContactLine.of(request);
        if (lines.isEmpty()) {
            return Text.response(request, 400);
        }
        if (lines.get().stream().anyMatch(ContactLine::tooBrief)) {
            Response response = Text.response(request, 423);
            Text.add(response, "Min-Expires", Integer.toString(ContactLine.SHORTEST));
            return response;
        }
        if (lines.get().stream().anyMatch(line -> outOfOrder(request, extension, line))) {
            return Text.response(request, 500);
        }
        lines.get().forEach(line -> take(request, extension, line));
        return listing(request, extension);
    }

    private Optional<Binding> existing(Extension extension, ContactLine line) {
        return registrar.all(extension).stream()
                .filter(b -> b.registration().contact().equals(line.uri())
                        || (line.instance() != null
                                && line.instance().equals(b.registration().instance())))
                .findFirst();
    }

    /** An older request of the same telephone that was overtaken. */
    private boolean outOfOrder(Request request, Extension extension, ContactLine line) {
        return existing(extension, line)
                .map(Binding::registration)
                .filter(r -> r.callId().equals(Wire.callId(request)))
                .filter(r -> r.cseq() >= Wire.cseq(request).getSeqNumber())
                .isPresent();
    }

    private void take(Request request, Extension extension, ContactLine line) {
        if (line.expires() == 0) {
            existing(extension, line).ifPresent(registrar::remove);
            return;
        }
        NextHop hop = Uri.parse("<" + line.uri() + ">")
                .map(contact -> Reach.from(request, contact))
                .orElseGet(() -> Wire.source(request));
        registrar.register(new Registration(
                extension,
                line.uri(),
                line.instance(),
                hop.transport(),
                hop.host(),
                hop.port(),
                Wire.callId(request),
                Wire.cseq(request).getSeqNumber(),
                line.q(),
                Text.first(request, "User-Agent").orElse(""),
                clock.now(),
                line.length()));
    }

    private Response listing(Request request, Extension extension) {
        Response ok = Text.response(request, 200);
        for (Binding binding : registrar.all(extension)) {
            Registration r = binding.registration();
            long seconds = Math.max(0, (binding.untilNanos() - clock.nanos() + 500_000_000L) / 1_000_000_000L);
            String instance = r.instance() == null ? "" : ";+sip.instance=" + quoted(r.instance());
            Text.add(ok, "Contact", "<" + r.contact() + ">;expires=" + seconds + instance);
        }
        return ok;
    }

    private static String quoted(String instance) {
        return instance.startsWith("\"") ? instance : "\"" + instance.replace("\"", "") + "\"";
    }
}
