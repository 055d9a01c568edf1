package ringdown.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Language;
import ringdown.office.CallerClass;
import ringdown.office.Recording;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;
import ringdown.office.Strategy;

/** A plan in the making. Lives for one decision. */
final class PlanDraft {
    final Enquiry enquiry;
    final Party party;
    final Greetings greetings;
    final Language language;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable String responsible;
    private boolean closed;
    private boolean askRating;
    private boolean firstInQueue;
    private @Nullable Duration answerWithin;
    private Plan.@Nullable Urgent urgent;

    PlanDraft(Enquiry enquiry, Party party) {
        this.enquiry = enquiry;
        this.party = party;
        this.greetings = new Greetings(enquiry, party);
        this.language = Party.language(enquiry);
        this.responsible =
                party.callerClass() == null ? null : party.callerClass().responsible();
    }

    PlanDraft add(Step step) {
        steps.add(step);
        return this;
    }

    PlanDraft addAll(List<Step> more) {
        steps.addAll(more);
        return this;
    }

    PlanDraft greet(Step.Announcement announcement) {
        return add(new Step.Greet(announcement));
    }

    PlanDraft greet(Optional<Step.Announcement> announcement) {
        announcement.ifPresent(this::greet);
        return this;
    }

    PlanDraft ring(RingTarget target, Duration time) {
        return ring(together(target, time));
    }

    static Stage together(RingTarget target, Duration time) {
        return new Stage.Ring(target, null, time, Strategy.TOGETHER, null);
    }

    PlanDraft ring(Stage stage) {
        return add(new Step.Reach(stage, responsible));
    }

    /** Whether its talks are recorded; nothing where nobody ever is. */
    PlanDraft record(Script script, Recording.Says says) {
        var office = enquiry.office();
        var on = office.recording().records(script);
        return on || office.recording().any(office.scripts().values().stream())
                ? add(new Step.Recorded(script.name(), on, says))
                : this;
    }

    /** A script's own; null leaves what the class says. */
    PlanDraft responsible(@Nullable String team) {
        if (team != null) {
            responsible = team;
        }
        return this;
    }

    PlanDraft closed() {
        closed = true;
        return this;
    }

    PlanDraft askRating(boolean ask) {
        askRating = ask;
        return this;
    }

    PlanDraft firstInQueue() {
        firstInQueue = true;
        return this;
    }

    PlanDraft answerWithin(@Nullable Duration time) {
        answerWithin = time;
        return this;
    }

    PlanDraft urgent(Plan.@Nullable Urgent key) {
        urgent = key;
        return this;
    }

    Plan.@Nullable Urgent urgentKey() {
        return urgent;
    }

    Plan done(String name) {
        var callerClass = party.callerClass();
        return new Plan(
                name,
                callerClass == null ? null : callerClass.name(),
                closed,
                language,
                steps,
                askRating,
                callerClass == null ? CallerClass.CALL_BACK_WITHIN : callerClass.callBackWithin(),
                answerWithin,
                responsible,
                firstInQueue,
                urgent);
    }
}
