package ringdown.sip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
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
        try {
            return parser.parseSIPMessage(bytes, readBody, strict, faults);
        } catch (RuntimeException | Error bug) {
            throw new ParseException("cannot be read", 0);
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
