package ringdown.sip;

import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.MaxForwards;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import javax.sip.InvalidArgumentException;
import org.jspecify.annotations.NullUnmarked;

/**
 * Counts before it parses: a few packets of 60 KB of headers would keep the stack's parser busy for seconds. An Error inside the
 * parser (deep recursion) becomes a refused message, since the stack's worker thread would not survive it. One per channel, on that
 * channel's thread.
 */
@NullUnmarked
final class BoundedParser implements MessageParser {
    static final int MAX_BYTES = 16_384;
    private static final int MAX_HEADERS = 120;
    private static final int MAX_LINE = 4_096;
    private static final int MAX_COMMAS_A_LINE = 60;

    private final StringMsgParser parser = new StringMsgParser();

    @Override
    public SIPMessage parseSIPMessage(byte[] bytes, boolean readBody, boolean strict, ParseExceptionListener faults)
            throws ParseException {
        String fault = tooMuch(bytes);
        if (fault != null) {
            throw new ParseException(fault, 0);
        }
        HeadCheck head = new HeadCheck(bytes);
        String contradiction = head.fault();
        if (contradiction != null) {
            throw new ParseException(contradiction, 0);
        }
        try {
            return completed(parser.parseSIPMessage(head.withoutNul(), readBody, strict, faults), head);
        } catch (RuntimeException | Error bug) {
            throw new ParseException("cannot be read", 0);
        }
    }

    /** What RFC 2543 did not demand, and without which the stack drops a request; and the version, which it does not read. */
    private static SIPMessage completed(SIPMessage message, HeadCheck head) {
        if (message instanceof SIPRequest request) {
            if (request.getMaxForwards() == null) {
                request.setHeader(usualMaxForwards());
            }
            boolean first = request.getTo() != null && request.getToTag() == null && request.getFrom() != null;
            if (first && "INVITE".equals(request.getMethod()) && request.getContactHeader() == null) {
                Contact caller = new Contact();
                caller.setAddress(request.getFrom().getAddress());
                request.setHeader(caller);
            }
            if (request.getRequestLine() != null) {
                request.getRequestLine().setSipVersion(head.version());
            }
        }
        return message;
    }

    private static MaxForwards usualMaxForwards() {
        try {
            MaxForwards usual = new MaxForwards();
            usual.setMaxForwards(70);
            return usual;
        } catch (InvalidArgumentException never) {
            throw new IllegalStateException(never);
        }
    }

    /** The part before the body, line by line; null if it is within bounds. */
    private static String tooMuch(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return "longer than " + MAX_BYTES + " bytes";
        }
        int lines = 0;
        int start = 0;
        int commas = 0;
        for (int i = 0; i < bytes.length; i++) {
            commas += bytes[i] == ',' ? 1 : 0;
            if (i - start > MAX_LINE || commas > MAX_COMMAS_A_LINE) {
                return "a line too long";
            }
            if (bytes[i] == '\n') {
                boolean empty = i == start || (i == start + 1 && bytes[start] == '\r');
                if (empty && lines > 0) {
                    return null;
                }
                if (++lines > MAX_HEADERS) {
                    return "more than " + MAX_HEADERS + " lines";
                }
                start = i + 1;
                commas = 0;
            }
        }
        return null;
    }
}
