/**
 * Working time: the week, holidays, moved days, exceptions, duty, and the moments a promise rests on. It exists so that a promised
 * moment is computed in one place, by pure functions of values. Routing, the ledger and the prompts call it. The front door is
 * {@link ringdown.schedule.OfficeHours}.
 */
@NullMarked
package ringdown.schedule;

import org.jspecify.annotations.NullMarked;
