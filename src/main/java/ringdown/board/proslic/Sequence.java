package ringdown.board.proslic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import ringdown.line.Fault;

/** Steps of a chip's power-up, looked at once a millisecond, so that nobody waits and eight ports come up side by side. */
final class Sequence {
    private record Step(
            BooleanSupplier done,
            int every,
            int patience,
            @Nullable Fault otherwise) {}

    private final List<Step> steps = new ArrayList<>();
    private int at;
    private int inStep;
    private @Nullable Fault failed;

    /** Does something at once. */
    Sequence then(Runnable what) {
        steps.add(new Step(
                () -> {
                    what.run();
                    return true;
                },
                1,
                1,
                null));
        return this;
    }

    /** Goes on if it is so. */
    Sequence check(BooleanSupplier so, Fault otherwise) {
        steps.add(new Step(so, 1, 1, otherwise));
        return this;
    }

    /** Lets milliseconds pass. */
    Sequence pause(int millis) {
        steps.add(new Step(() -> false, millis, millis, null));
        return this;
    }

    /** Looks at once and then every so many milliseconds, for so many at the most. */
    Sequence until(BooleanSupplier done, int every, int millis, Fault otherwise) {
        steps.add(new Step(done, every, millis, otherwise));
        return this;
    }

    /** One millisecond on. */
    void millisecond() {
        inStep++;
        while (!finished() && inStep % steps.get(at).every() == 0) {
            Step step = steps.get(at);
            if (!step.done().getAsBoolean()) {
                giveUp(step);
                return;
            }
            next();
            if (!finished() && steps.get(at).every() == 1) {
                inStep = 1; // what needs no time takes none
            }
        }
    }

    private void giveUp(Step step) {
        if (inStep >= step.patience()) {
            failed = step.otherwise();
            if (failed == null) {
                next();
            } else {
                at = steps.size();
            }
        }
    }

    private void next() {
        at++;
        inStep = 0;
    }

    boolean finished() {
        return at >= steps.size();
    }

    /** Why it ended early; null while it has not. */
    @Nullable
    Fault failed() {
        return failed;
    }
}
