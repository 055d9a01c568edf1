package ringdown.sip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sip.message.Request;

/**
 * Any octets as a SIP message, read as far as it is before anybody is known: what the bench {@code fuzz} feeds, and {@link FuzzFindsTest}
 * with what it has found. A message may be refused by a {@link ParseException} and by nothing else, within a second.
 */
public final class SipFuzz {
    private static final BoundedParser PARSER = new BoundedParser();
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final long LONGEST_NANOS = 1_000_000_000L;
    /** The first ones load and instrument classes. */
    private static final AtomicInteger COLD = new AtomicInteger(500);

    private SipFuzz() {}

    /** As the fuzzer calls it. */
    public static void fuzzerTestOneInput(byte[] octets) {
        long begun = PROCESSOR.getCurrentThreadCpuTime();
        try {
            SIPMessage message = PARSER.parseSIPMessage(octets, true, false, (fault, sip, type, header, text) -> {});
            if (message instanceof SIPRequest request && complete(request)) {
                read(request);
            }
        } catch (ParseException refused) {
            // as it should be
        }
        long took = PROCESSOR.getCurrentThreadCpuTime() - begun;
        if (COLD.decrementAndGet() < 0 && took > LONGEST_NANOS) {
            throw new IllegalStateException("one message kept the worker for more than a second");
        }
    }

    /** What the stack itself asks for before it hands a request on. */
    private static boolean complete(SIPRequest request) {
        return request.getFrom() != null
                && request.getTo() != null
                && request.getCallId() != null
                && request.getCSeq() != null
                && request.getTopmostVia() != null
                && request.getRequestURI() != null
                && request.getMethod() != null;
    }

    private static void read(Request request) {
        Wire.branchKey(request);
        Wire.mergeKey(request);
        Wire.carriesSdp(request);
        String unknown = Screening.unknownExtensions(request);
        Screening.refusal(request.getMethod());
        Text.response(request, unknown.isEmpty() ? 401 : 420);
        for (String answer : Text.all(request, "Authorization")) {
            Digest.parse(answer).response(Algorithm.MD5, "secret", request.getMethod());
        }
        DigestUri.fits("sip:201@box", request);
        for (String header : List.of("To", "From", "Contact", "P-Called-Party-ID", "P-Asserted-Identity", "Refer-To")) {
            Uri.in(request, header);
        }
        TrunkCall.called(request, TestBox.trunk(5060, false), "tabc");
        TrunkCall.caller(request);
        if (request.getMethod().equals("REGISTER") && !ContactLine.everything(request)) {
            ContactLine.of(request);
        }
        SdpFuzz.fuzzerTestOneInput(Wire.body(request));
    }
}
