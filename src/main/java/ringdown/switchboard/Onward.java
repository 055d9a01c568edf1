package ringdown.switchboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.ledger.Agreement;
import ringdown.ledger.Matter;
import ringdown.ledger.Owners;
import ringdown.ledger.StageEntry;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.office.Person;
import ringdown.office.PersonNow;
import ringdown.office.RingTarget;
import ringdown.office.Stage;
import ringdown.office.Team;
import ringdown.prompts.Phrase;
import ringdown.routing.Resolved;

/** Rings for whoever stays when somebody of the office puts them through, in a call that the office began. Used by the call's own thread only. */
final class Onward implements AutoCloseable {
    private final CallRun stays;
    private final Sounds sounds;
    private final String who;
    private final @Nullable Caller outside;
    private final PassingOn way;
    private final RingBack ringBack;
    private HangupCause failed = HangupCause.NO_SUCH_NUMBER;

    /**
     * @param stays the call as it is for whoever stays
     * @param who they are: extension or number
     * @param outside the party outside, whether it is they or not; null: there is none
     */
    Onward(CallRun stays, Sounds sounds, String who, @Nullable Caller outside) {
        this.stays = stays;
        this.sounds = sounds;
        this.who = who;
        this.outside = outside;
        this.way = new PassingOn(stays);
        this.ringBack = new RingBack(stays, sounds);
    }

    /** Why the last one did not answer. */
    HangupCause failed() {
        return failed;
    }

    /** Whom the telephone named. */
    Optional<Bells.Bell> to(String dialled) {
        return way.meant(dialled).flatMap(this::ring);
    }

    /** Then whoever put them through; a colleague does not trouble the whole team. */
    List<Stage> back(String sender) {
        return way.back(sender).stream()
                .filter(stage -> outsideStays() || stage.target() instanceof RingTarget.OfPerson)
                .toList();
    }

    private boolean outsideStays() {
        return outside != null && !who.matches("[0-9]{1,8}");
    }

    /** Whoever takes them. */
    Optional<Bells.Bell> ring(Stage stage) {
        way.settle(stage);
        Map<String, String> notRung = new LinkedHashMap<>();
        List<Resolved.Bell> bells = bells(stage.target(), notRung);
        if (bells.isEmpty()) {
            return over(stage, List.of(), notRung, 0, new RingResult.Nobody(Reaching.nobody(notRung)));
        }
        long begun = stays.desk.clock().nanos();
        begins(stage, bells.stream().map(Bellings::who).toList(), notRung);
        Ringer ringer = new Ringer(stays, shown(), null, ringBack, mobiles(), true);
        try {
            RingResult result =
                    ringer.ring(List.of(new Resolved.Turn(bells, stage.time())), stays.deadline(stage.time()));
            notRung.putAll(ringer.notRung());
            return over(stage, ringer.rang(), notRung, stays.secondsSince(begun), result);
        } catch (CallerLeft left) {
            write(stage, ringer.rang(), notRung, stays.secondsSince(begun), StageEntry.Result.CALLER_LEFT);
            throw left;
        }
    }

    /** Whoever rings already goes on ringing, for whoever stays from now on. */
    Optional<Bells.Bell> goesOn(List<Bells.Bell> ringing) {
        Stage stage = PassingOn.of(ringing.getFirst());
        List<String> rings = ringing.stream().map(Bells.Bell::who).distinct().toList();
        long begun = stays.desk.clock().nanos();
        begins(stage, rings, Map.of());
        Ringer ringer = new Ringer(stays, shown(), null, ringBack, mobiles(), true);
        try {
            RingResult result = ringer.goOn(ringing, stays.deadline(stage.time()));
            return over(stage, rings, Map.of(), stays.secondsSince(begun), result);
        } catch (CallerLeft left) {
            write(stage, rings, Map.of(), stays.secondsSince(begun), StageEntry.Result.CALLER_LEFT);
            throw left;
        }
    }

    private void begins(Stage stage, List<String> rings, Map<String, String> notRung) {
        stays.desk
                .ledger()
                .begins(
                        stays.id(),
                        stays.now(),
                        new StageEntry(stage.target().toString(), rings, notRung, 0, StageEntry.Result.CALLER_LEFT));
    }

    private Optional<Bells.Bell> over(
            Stage stage, List<String> rang, Map<String, String> notRung, double seconds, RingResult result) {
        StageEntry.Result how = Reaching.word(result);
        failed = PassingOn.cause(how);
        write(stage, rang, notRung, seconds, how);
        return result instanceof RingResult.Taken taken ? Optional.of(taken.by()) : Optional.empty();
    }

    private void write(
            Stage stage, List<String> rang, Map<String, String> notRung, double seconds, StageEntry.Result how) {
        stays.desk
                .ledger()
                .stage(
                        stays.id(),
                        new StageEntry(stage.target().toString(), rang, notRung, rang.isEmpty() ? 0 : seconds, how));
    }

    private List<Resolved.Bell> bells(RingTarget target, Map<String, String> notRung) {
        if (target instanceof RingTarget.OutsideNumber outsideNumber) {
            return List.of(new Resolved.Bell.Outside(outsideNumber.number()));
        }
        List<Resolved.Bell> bells = new ArrayList<>();
        for (Extension person : people(target)) {
            stays.desk.boxCalls().giveWay(person);
            PersonNow now = stays.desk.presence().now(person);
            if (!InternalCall.mayBeRung(now.state())) {
                notRung.put(person.digits(), Bellings.word(now.state()));
            } else if (now.ready().isEmpty()) {
                boolean there = stays.desk.presence().registered(person);
                notRung.put(person.digits(), Bellings.word(there ? Resolved.Cause.BUSY : Resolved.Cause.UNREGISTERED));
            } else {
                bells.add(new Resolved.Bell.OfPerson(person, List.copyOf(now.ready())));
            }
        }
        return bells;
    }

    private List<Extension> people(RingTarget target) {
        if (target instanceof RingTarget.OfTeam team) {
            return stays.office.team(team.name()).map(Team::members).orElseGet(List::of);
        }
        return target instanceof RingTarget.OfPerson person ? List.of(heir(person.extension())) : List.of();
    }

    private Extension heir(Extension called) {
        return new Owners(stays.office)
                .heir(called, stays.now().atZone(stays.office.info().timeZone()).toLocalDate())
                .orElse(called);
    }

    private Mobiles mobiles() {
        Caller asks = outside == null ? Caller.stranger(shown()) : outside;
        return new Mobiles(stays, sounds, () -> sounds.officeCalls(asks, language()));
    }

    private CallerId shown() {
        if (outside != null && outsideStays()) {
            return outside.display();
        }
        String name = person().map(Person::name).orElse(null);
        return CallerId.of(who, name);
    }

    private Optional<Person> person() {
        return who.matches("[0-9]{1,8}") ? stays.office.person(new Extension(who)) : Optional.empty();
    }

    private Language language() {
        return person().map(Person::language).orElse(stays.office.info().language());
    }

    /** Whoever is outside is not left to a dead line without a word. */
    void sayThatNobodyAnswers() {
        ringBack.close();
        if (outsideStays()) {
            stays.handset(stays.caller).play(sounds.phrase(Phrase.NOBODY_ANSWERED, language()));
        }
    }

    @Override
    public void close() {
        ringBack.close();
    }

    /** A call back that somebody owes because nobody was there for whom they put through. */
    record Debt(CallRun run) {
        void of(String sender) {
            run.desk.ledger().call(run.id()).ifPresent(call -> {
                new Agreement(run.office, run.desk.ledger())
                        .make(call, new Extension(sender), Matter.Kind.CALL_BACK, null, null, run.now());
                run.event(sender + " owes a call back");
            });
        }
    }
}
