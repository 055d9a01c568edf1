package ringdown.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.number.Language;
import ringdown.office.AfterHours;
import ringdown.office.CallerClass;
import ringdown.office.Greeting;
import ringdown.office.Otherwise;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;
import ringdown.office.Strategy;

/** Makes the plan of one enquiry once it is decided which way it goes. */
final class PlanMaker {
    private final Enquiry enquiry;
    private final Party party;
    private final Language language;
    private final List<Step> steps = new ArrayList<>();

    PlanMaker(Enquiry enquiry, Party party) {
        this.enquiry = enquiry;
        this.party = party;
        this.language = Party.language(enquiry);
    }

    Plan refused(String rule) {
        steps.add(new Step.Refuse(rule));
        return plan("refused", false, false, null);
    }

    /** The way of a script, and of those it goes on with. */
    Plan script(Script script) {
        add(script, new HashSet<>());
        var within = script.answerWithin() == null && party.callerClass() != null
                ? party.callerClass().answerWithin()
                : script.answerWithin();
        return plan(script.name(), false, script.askRating(), within == null ? null : within);
    }

    /** The default way: the team 20 s, its head 20 s, message. */
    Plan team(@Nullable String team) {
        if (team != null) {
            reach(new RingTarget.OfTeam(team), Stage.DEFAULT_TIME, team);
            reach(new RingTarget.Head(), Stage.DEFAULT_TIME, team);
        }
        steps.add(new Step.TakeMessage());
        var within = party.callerClass() == null ? null : party.callerClass().answerWithin();
        return plan(team == null ? "message" : "team " + team, false, false, within);
    }

    /** Duty first if there is one, then the greeting, the promise and the message. */
    Plan afterHours() {
        var after = enquiry.office().afterHours();
        var mode = modeNow(after);
        if (after.duty() != null) {
            reach(new RingTarget.OfPerson(after.duty()), Stage.DEFAULT_TIME, null);
        }
        var greeting = after.greeting();
        for (var seen = new HashSet<AfterHours.Mode>(); mode != null && seen.add(mode); ) {
            if (mode.ring() != null) {
                reach(mode.ring(), mode.time(), null);
            }
            greeting = mode.greeting() == null ? greeting : mode.greeting();
            mode = mode.otherwise() == null ? null : after.modes().get(mode.otherwise());
        }
        steps.add(new Step.Greet(
                greeting == null
                        ? new Step.Announcement.Closed(language)
                        : new Step.Announcement.Words(greeting, language)));
        steps.add(new Step.TakeMessage());
        return plan("after hours", true, false, null);
    }

    private AfterHours.@Nullable Mode modeNow(AfterHours after) {
        var hours = enquiry.office().officeHours();
        var date = enquiry.at().atZone(hours.zone()).toLocalDate();
        var name = after.modeOn(date.getDayOfWeek(), hours.isHoliday(date));
        return name.map(after.modes()::get).orElse(null);
    }

    private void add(Script script, Set<String> seen) {
        if (!seen.add(script.name())) {
            steps.add(new Step.TakeMessage()); // the year-proof refuses such a file; a caller gets the message all the
            // same
            return;
        }
        greeting(script.greeting()).map(Step.Greet::new).ifPresent(steps::add);
        if (script.menu() != null) {
            steps.add(new Step.Keys(script.menu()));
        }
        script.stages().forEach(stage -> steps.add(new Step.Reach(stage, script.responsible())));
        switch (script.otherwise()) {
            case Otherwise.Message message -> steps.add(new Step.TakeMessage());
            case Otherwise.Promise promise -> steps.add(new Step.PromiseOnly());
            case Otherwise.Refuse refuse -> steps.add(new Step.Refuse("script " + script.name()));
            case Otherwise.GoTo to ->
                enquiry.office()
                        .script(to.script())
                        .ifPresentOrElse(next -> add(next, seen), () -> steps.add(new Step.TakeMessage()));
        }
    }

    private Optional<Step.Announcement> greeting(Greeting greeting) {
        return switch (greeting) {
            case Greeting.None none -> Optional.empty();
            case Greeting.Text text -> Optional.of(new Step.Announcement.Words(text.words(), language));
            case Greeting.Personal personal -> Optional.of(personal(party.named()));
        };
    }

    private Step.Announcement personal(@Nullable Contact contact) {
        if (contact == null) {
            return new Step.Announcement.Standard(enquiry.office().info().name(), language);
        }
        return contact.greeting() != null
                ? new Step.Announcement.Words(contact.greeting(), language)
                : new Step.Announcement.ByName(contact.saidAs(), presentManager(), language);
    }

    /** A greeting names nobody who is absent (SITUATIONS rule 9). */
    private @Nullable String presentManager() {
        var office = enquiry.office();
        var today = enquiry.at().atZone(office.info().timeZone()).toLocalDate();
        return Optional.ofNullable(party.manager())
                .flatMap(office::person)
                .filter(p -> !p.absentOn(today) && !p.leftBefore(today))
                .map(p -> p.spoken() == null ? p.name() : p.spoken())
                .orElse(null);
    }

    private void reach(RingTarget target, Duration time, @Nullable String responsible) {
        steps.add(new Step.Reach(new Stage.Ring(target, null, time, Strategy.TOGETHER, null), responsible));
    }

    private Plan plan(String name, boolean closed, boolean askRating, @Nullable Duration within) {
        var callerClass = party.callerClass();
        return new Plan(
                name,
                callerClass == null ? null : callerClass.name(),
                closed,
                language,
                steps,
                askRating,
                callerClass == null ? CallerClass.CALL_BACK_WITHIN : callerClass.callBackWithin(),
                within);
    }
}
