package ringdown.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list begins that runs from newest to oldest: after this moment and id. Entries that come meanwhile are
 * newer and shift nothing.
 */
record Cursor(long millis, String id) {
    private static final Cursor TOP = new Cursor(Long.MAX_VALUE, "");

    static String after(Instant moment, String id) {
        return moment.toEpochMilli() + "-" + id;
    }

    /** @throws IllegalArgumentException if it is no cursor this box gave */
    static Cursor parse(@Nullable String text) {
        if (text == null) {
            return TOP;
        }
        int dash = text.indexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException("no cursor: " + text);
        }
        try {
            return new Cursor(Long.parseLong(text.substring(0, dash)), text.substring(dash + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no cursor: " + text, e);
        }
    }
}
