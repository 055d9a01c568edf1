package ringdown.switchboard;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tinylog.Logger;
import ringdown.call.CallEvent;
import ringdown.call.Inbox;
import ringdown.number.Extension;

/**
 * Calls that the box makes of its own accord, as to remind at the opening: they end as soon as a caller, a colleague or the page wants
 * the person. Safe from any thread.
 */
public final class BoxCalls {
    private static final long PATIENCE_MILLIS = 1500;

    private final Map<Extension, Entry> calls = new ConcurrentHashMap<>();

    private record Entry(Inbox inbox, CompletableFuture<Void> over) {}

    /** Somebody who goes first wants the person. */
    record GiveWay() implements CallEvent.Request {}

    void begins(Extension who, Inbox inbox) {
        calls.put(who, new Entry(inbox, new CompletableFuture<>()));
    }

    /** The call is over, or has become the person's own. Twice is fine. */
    void over(Extension who, Inbox inbox) {
        Entry entry = calls.get(who);
        if (entry != null && entry.inbox() == inbox && calls.remove(who, entry)) {
            entry.over().complete(null);
        }
    }

    /** Ends the box's own call to the person; returns when it is over. False if there is none. */
    boolean giveWay(Extension who) {
        Entry entry = calls.get(who);
        if (entry == null) {
            return false;
        }
        entry.inbox().post(new CallEvent.Asked(new GiveWay()));
        try {
            entry.over().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            Logger.warn("the box's own call to {} has not ended in time", who);
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
