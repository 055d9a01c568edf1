package ringdown.audio.callerid;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.dtmf.DtmfListener;

/**
 * Caller ID by DTMF in its national forms (ETSI EN 300 659-1 Annex B and the networks that differ): A number, D
 * diverting number, B information, ended by C or #; D1# private, D2# abroad, D3# unknown; D number C; number #. A form
 * without its end is taken after a pause, with less confidence. Belongs to one thread.
 */
final class DtmfCallerId implements DtmfListener {
    private static final long LONGEST_PAUSE = Frame.samples(400);
    private static final int LONGEST = 64;

    private final CallerIdListener listener;
    private final StringBuilder keys = new StringBuilder();
    private boolean sounding;
    private long lastEnd;

    private String received = "";

    DtmfCallerId(CallerIdListener listener) {
        this.listener = listener;
    }

    @Override
    public void began(char key, long from) {
        if (keys.length() < LONGEST) {
            keys.append(key);
        }
        sounding = true;
    }

    @Override
    public void ended(char key, long from, long to) {
        sounding = false;
        lastEnd = to;
        if (key == '#' || key == 'C') {
            finish(to);
        }
    }

    /** The keys of the last transmission. */
    String received() {
        return received;
    }

    /** Time goes on. */
    void passed(long position) {
        if (!keys.isEmpty() && !sounding && position - lastEnd > LONGEST_PAUSE) {
            finish(position);
        }
    }

    private void finish(long at) {
        String all = keys.toString();
        keys.setLength(0);
        received = all;
        boolean ended = all.endsWith("#") || all.endsWith("C");
        String body = ended ? all.substring(0, all.length() - 1) : all;
        CallerIdMessage message = read(body, ended);
        if (message != null) {
            listener.heard(new CallerIdHeard.Received(message, CallerIdScheme.DTMF, ended ? 0.9 : 0.6, at));
        } else if (body.length() >= 3 && (ended || body.charAt(0) == 'A' || body.charAt(0) == 'D')) {
            listener.heard(new CallerIdHeard.Damaged(CallerIdScheme.DTMF, "keys that are no caller ID", at));
        }
    }

    private static @Nullable CallerIdMessage read(String body, boolean ended) {
        if (body.matches("D[0-9]") && ended) {
            return CallerIdMessage.absent(body.equals("D1") ? Absence.HIDDEN : Absence.OUT_OF_AREA);
        }
        if (body.matches("D[01]0") && ended) {
            return CallerIdMessage.absent(reason(body.substring(1)));
        }
        if (body.matches(ended ? "D[0-9]{2,}|[0-9]{3,}" : "D[0-9]{4,}")) {
            return CallerIdMessage.of(body.replace("D", ""), null);
        }
        if (!body.matches("(A[0-9]*)?(D[0-9]*)?(B[0-9]*)?") || body.isEmpty()) {
            return null;
        }
        String number = part(body, 'A');
        String information = part(body, 'B');
        if (number == null && information == null || number != null && number.length() < 3 && !ended) {
            return null;
        }
        Absence why = number != null ? null : reason(information);
        return new CallerIdMessage(number, why, null, null, null, part(body, 'D'));
    }

    /** 00 the number is not available, 10 its presentation is restricted (EN 300 659-1 Annex B.3). */
    private static Absence reason(@Nullable String information) {
        return "10".equals(information) || "01".equals(information) ? Absence.HIDDEN : Absence.OUT_OF_AREA;
    }

    private static @Nullable String part(String body, char letter) {
        int start = body.indexOf(letter) + 1;
        if (start == 0) {
            return null;
        }
        int end = start;
        while (end < body.length() && Character.isDigit(body.charAt(end))) {
            end++;
        }
        return end == start ? null : body.substring(start, end);
    }
}
