package ringdown.routing;

import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import ringdown.office.AfterHours;
import ringdown.office.Recording;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;
import ringdown.office.Strategy;
import ringdown.schedule.ActiveOverride;

/** The way of a call when nobody is there: after hours, by weekday, weekend and holiday (SITUATIONS rule 18), or an override (rule 12). */
final class ClosedWay {
    private final PlanDraft draft;
    private final Script script;
    private final AfterHours after;

    /** @param script that the caller would take: what it says of marks and of recording holds for whoever answers now (SITUATIONS 18) */
    ClosedWay(PlanDraft draft, Script script) {
        this.script = script;
        this.draft = draft.closed();
        this.after = draft.enquiry.office().afterHours();
    }

    /** Each mode says its greeting, rings, and hands on; then the promise and the message. */
    Plan afterHours() {
        draft.record(script, Recording.Says.BOX);
        if (after.duty() != null) {
            draft.ring(new RingTarget.OfPerson(after.duty()), Stage.DEFAULT_TIME);
        }
        var greeted = false;
        var mode = modeNow();
        for (var seen = new HashSet<AfterHours.Mode>(); mode != null && seen.add(mode); mode = next(mode)) {
            record(mode);
            if (mode.greeting() != null) {
                draft.greet(draft.greetings.closed(mode.greeting()));
                greeted = true;
            }
            if (mode.ring() != null) {
                draft.ring(stage(mode, mode.ring()));
                // What an outside call centre takes is rated as if we had taken it (SITUATIONS 18).
                draft.askRating(script.askRating() && mode.ring() instanceof RingTarget.OutsideNumber);
            }
            urgent(mode);
        }
        if (!greeted) {
            draft.greet(draft.greetings.closed(after.greeting()));
        }
        var urgent = draft.urgentKey();
        if (urgent != null && Character.isDigit(urgent.key().charAt(0))) {
            draft.greet(new Step.Announcement.UrgentKey(urgent.key(), draft.language));
        }
        return draft.add(new Step.TakeMessage()).done("after hours");
    }

    /** A way of being closed may have a rule of its own; its greeting need not say it, since the box does. */
    private void record(AfterHours.Mode mode) {
        var own = mode.record();
        var told = mode.greeting() != null && Recording.tells(mode.greeting());
        var on = own == null ? draft.enquiry.office().recording().records(script) : own;
        if (own != null || on && told) {
            draft.add(new Step.Recorded(
                    script.name(), on, told && spoken(mode) ? Recording.Says.GREETING : Recording.Says.BOX));
        }
    }

    /** Not replaced by the box's own words in another language. */
    private boolean spoken(AfterHours.Mode mode) {
        return draft.greetings.closed(mode.greeting()) instanceof Step.Announcement.Words;
    }

    private AfterHours.@Nullable Mode next(AfterHours.Mode mode) {
        return mode.otherwise() == null ? null : after.modes().get(mode.otherwise());
    }

    /** Whoever answers outside is connected at once unless the mode wants a key (a mobile's mailbox answers too). */
    private static Stage stage(AfterHours.Mode mode, RingTarget target) {
        return new Stage.Ring(target, null, mode.time(), Strategy.TOGETHER, null, mode.takeBy() != null);
    }

    private void urgent(AfterHours.Mode mode) {
        if (mode.urgentKey() != null && draft.party.isClient(draft.enquiry)) {
            var target = mode.urgent() == null ? new RingTarget.Duty() : mode.urgent();
            draft.urgent(new Plan.Urgent(mode.urgentKey(), target, Stage.DEFAULT_TIME));
        }
    }

    private AfterHours.@Nullable Mode modeNow() {
        var hours = draft.enquiry.called().hours(draft.enquiry.office());
        var date = draft.enquiry.at().atZone(hours.zone()).toLocalDate();
        return after.modeOn(date.getDayOfWeek(), hours.isDayOff(date))
                .map(after.modes()::get)
                .orElse(null);
    }

    /** Away for a while; after too long a while the head is rung, whatever else is set. */
    Plan away(ActiveOverride set, boolean tooLong) {
        var override = set.override();
        draft.record(script, Recording.Says.BOX);
        if (tooLong) {
            draft.ring(new RingTarget.Head(), Stage.DEFAULT_TIME);
        }
        if (override.ring() != null) {
            draft.ring(new RingTarget.Mobiles(), Stage.DEFAULT_TIME);
        }
        if (override.greeting() != null) {
            draft.greet(draft.greetings.closed(override.greeting()));
        } else if (override.until() != null) {
            draft.greet(draft.greetings.closed(after.greeting()));
        }
        return draft.add(new Step.TakeMessage()).done("away " + override.name());
    }
}
