package ringdown.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Promise;
import ringdown.number.Extension;
import ringdown.office.Menu;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.Recording;
import ringdown.office.Stage;
import ringdown.office.StateOfPeople;
import ringdown.prompts.Phrase;
import ringdown.routing.Enquiry;
import ringdown.routing.Plan;
import ringdown.routing.Resolved;
import ringdown.routing.Router;
import ringdown.routing.Step;
import ringdown.schedule.PromiseTimes;
import ringdown.switchboard.Foretold;

/**
 * The way of one call that nobody lifts, step by step, as the page draws it: the router's own decisions. One thread, one use.
 */
final class PathView {
    private final Enquiry enquiry;
    private final Office office;
    private final StateOfPeople people;
    private final @Nullable Promise standing;
    private final OfficeTime time;
    private final List<Map<String, @Nullable Object>> steps = new ArrayList<>();
    private double after;
    private double limit = Double.MAX_VALUE;
    private @Nullable String lastTeam;
    private boolean recorded;
    private boolean greetingTells;
    private boolean told;

    /** {@code standing}: what is owed to the caller already; null: nothing, or it is only imagined. */
    PathView(Enquiry enquiry, StateOfPeople people, OfficeTime time, @Nullable Promise standing) {
        this.enquiry = enquiry;
        this.standing = standing;
        this.office = enquiry.office();
        this.people = people;
        this.time = time;
    }

    private PathView branch() {
        PathView branch = new PathView(enquiry, people, time, standing);
        branch.after = after;
        branch.lastTeam = lastTeam;
        branch.recorded = recorded;
        branch.greetingTells = greetingTells;
        branch.told = told;
        return branch;
    }

    List<Map<String, @Nullable Object>> of(Plan plan) {
        boolean first = true;
        for (Step step : plan.steps()) {
            switch (step) {
                case Step.Greet greet -> {
                    say(SaidWords.of(greet.announcement(), first && plan.askRating()), plan.keysDuring(greet));
                    first = false;
                    told |= recorded && greetingTells;
                }
                case Step.Keys keys -> {
                    keys(keys.menu(), plan);
                    return steps;
                }
                case Step.Reach reach -> {
                    tell(plan);
                    ring(reach);
                }
                case Step.Recorded record -> {
                    recorded = record.on();
                    greetingTells = record.says() == Recording.Says.GREETING;
                }
                case Step.AnswerWithin within -> {
                    Duration most = within.time();
                    limit = most == null ? Double.MAX_VALUE : after + most.toMillis() / 1000.0;
                }
                case Step.TakeMessage message -> promise("message", plan);
                case Step.PromiseOnly promise -> promise("promise", plan);
                case Step.Refuse refuse -> add("refuse", 0, Fields.of("rule", refuse.rule()));
            }
        }
        return steps;
    }

    /** The box itself, where no greeting has told that the talk is recorded. */
    private void tell(Plan plan) {
        if (recorded && !told) {
            say(Phrase.CALL_IS_RECORDED.words(plan.language()), "");
            told = true;
        }
    }

    private void say(String words, String keys) {
        double seconds = SaidWords.seconds(words);
        add("say", seconds, Fields.of("text", words).and("keys", keys.isEmpty() ? null : keys));
    }

    private void keys(Menu menu, Plan plan) {
        List<Map<String, @Nullable Object>> choices = new ArrayList<>();
        menu.keys().forEach((key, choice) -> choices.add(choice(key, choice, plan)));
        double silence = menu.after().toMillis() / 1000.0;
        PathView silent = branch();
        silent.after = after + silence;
        choices.add(Fields.of("key", null)
                .and("goes", menu.otherwise().toString())
                .and("steps", silent.of(Router.choose(menu.otherwise(), plan, enquiry)))
                .map());
        add("keys", silence, Fields.of("choices", choices));
    }

    private Map<String, @Nullable Object> choice(String key, Menu.Choice choice, Plan plan) {
        return Fields.of("key", key)
                .and("goes", choice.toString())
                .and("steps", branch().of(Router.choose(choice, plan, enquiry)))
                .map();
    }

    private void ring(Step.Reach reach) {
        Stage stage = reach.stage();
        Resolved resolved = Router.resolve(stage, enquiry, people, lastTeam, reach.responsible());
        lastTeam = resolved.team() == null ? lastTeam : resolved.team();
        boolean tooLate = after >= limit;
        double most = Math.max(0, limit - after);
        double seconds = stage instanceof Stage.Queue queue
                ? queue.time().toMillis() / 1000.0
                : resolved.turns().stream()
                        .mapToDouble(turn -> turn.time().toMillis() / 1000.0)
                        .sum();
        List<Map<String, @Nullable Object>> rings = new ArrayList<>();
        resolved.turns().forEach(turn -> turn.bells().forEach(bell -> rings.add(bell(bell, turn.time()))));
        add(
                stage instanceof Stage.Queue ? "queue" : "ring",
                Math.min(seconds, most),
                Fields.of("target", stage.target().toString())
                        .and("rings", tooLate ? List.of() : rings)
                        .and(
                                "notRung",
                                resolved.notRung().stream().map(this::notRung).toList())
                        .and("skipped", tooLate ? "the time to answer in is over" : resolved.skipped()));
    }

    private Map<String, @Nullable Object> bell(Resolved.Bell bell, Duration time) {
        Fields fields = switch (bell) {
            case Resolved.Bell.OfPerson person ->
                Fields.of("who", person.person().digits()).and("name", name(person.person()));
            case Resolved.Bell.Outside outside ->
                Fields.of("who", outside.number().e164()).and("name", null);
        };
        return fields.and("seconds", time.toMillis() / 1000.0).map();
    }

    private Map<String, @Nullable Object> notRung(Resolved.NotRung one) {
        String[] words = one.cause().name().toLowerCase(java.util.Locale.ROOT).split("_", -1);
        StringBuilder why = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            why.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return Fields.of("who", one.person().digits())
                .and("name", name(one.person()))
                .and("why", why.toString())
                .map();
    }

    private @Nullable String name(Extension extension) {
        return office.person(extension).map(Person::name).orElse(null);
    }

    private void promise(String kind, Plan plan) {
        Instant end = enquiry.at().plusMillis((long) (after * 1000));
        Foretold foretold = Foretold.of(enquiry, plan, end, standing);
        PromiseTimes times = foretold.times();
        if (times == null) {
            add("refuse", 0, Fields.of("rule", "class " + plan.callerClass()));
            return;
        }
        String words = foretold.spokenAs();
        add(
                kind,
                words == null ? 0 : SaidWords.seconds(words),
                Fields.of("dueAt", time.write(times.dueAt()))
                        .and("overdueAt", time.write(times.overdueAt()))
                        .and("spokenAs", words));
    }

    private void add(String what, double seconds, Fields fields) {
        Map<String, @Nullable Object> step = new LinkedHashMap<>();
        step.put("do", what);
        step.put("after", Answers.seconds(after));
        step.put("seconds", Answers.seconds(seconds));
        step.putAll(fields.map());
        steps.add(step);
        after += seconds;
    }
}
