package ringdown.switchboard;

import java.util.Optional;
import java.util.function.Supplier;
import ringdown.call.CallEvent;
import ringdown.ledger.Ending;
import ringdown.routing.Step;

/** A caller waits no longer as soon as somebody dials them, whatever is being done for them. Used by the call's own thread only. */
final class Patience implements CallRun.CallListener {
    private boolean waits;

    /** Broken off and joined if the caller is dialled meanwhile; if that call is over before they are joined, the step begins again. */
    Optional<Ending> during(Step step, Supplier<Optional<Ending>> take, Supplier<Optional<Ending>> join) {
        while (true) {
            try {
                waits = step instanceof Step.Greet || step instanceof Step.Keys || step instanceof Step.Reach;
                return take.get();
            } catch (DialledMeanwhile now) {
                Optional<Ending> ending = join.get();
                if (ending.isPresent()) {
                    return ending;
                }
            } finally {
                waits = false;
            }
        }
    }

    /** Somebody talks with the caller. */
    void over() {
        waits = false;
    }

    @Override
    public boolean hears(CallEvent event) {
        boolean meant = event instanceof CallEvent.Asked asked && asked.request() instanceof Dialling.Meanwhile;
        if (meant && waits) {
            waits = false;
            throw new DialledMeanwhile();
        }
        return meant;
    }
}
