package ringdown.schedule;

import java.time.Instant;

/** When the office opens next. */
public sealed interface NextOpening {

    /**
     * @param at the first open moment; the moment asked about, if the office is open then
     * @param dateKnown false when it lies in or beyond a year whose calendar is not confirmed: then no date may be spoken, only "on the
     *     first working day" (SITUATIONS rule 13)
     */
    record At(Instant at, boolean dateKnown) implements NextOpening {}

    /** Not within the next two years. */
    record Never() implements NextOpening {}
}
