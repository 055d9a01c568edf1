package ringdown.switchboard;

import java.util.function.BooleanSupplier;
import ringdown.call.CallEvent;
import ringdown.call.Inbox;
import ringdown.notice.Notice;
import ringdown.notice.Notices;

/**
 * What the box rings somebody for: a promise that may be kept or closed by others meanwhile, or whose party may call and talk; then nobody is
 * to be rung, let alone dialled, for it any more. Used by the call's own thread, but for the listening.
 */
final class Occasion implements AutoCloseable {
    private final BooleanSupplier stands;
    private final Notices.Listening listening;

    /** Some promise or call has changed. */
    private record Changed(Occasion of) implements CallEvent.Request {}

    /** {@code stands}: asked whenever a promise or a call has changed. */
    Occasion(Desk desk, Inbox inbox, BooleanSupplier stands) {
        this.stands = stands;
        this.listening = desk.notices().listen(notice -> {
            if (notice instanceof Notice.PromiseChanged || notice instanceof Notice.CallChanged) {
                inbox.post(new CallEvent.Asked(new Changed(this)));
            }
        });
    }

    /** Still to be done. */
    boolean stands() {
        return stands.getAsBoolean();
    }

    /** The event told of a change after which there is nothing to be done any more. */
    boolean endedBy(CallEvent event) {
        return event instanceof CallEvent.Asked asked
                && asked.request() instanceof Changed changed
                && changed.of().equals(this)
                && !stands();
    }

    @Override
    public void close() {
        listening.close();
    }
}
