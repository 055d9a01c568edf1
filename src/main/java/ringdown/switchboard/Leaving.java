package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringdown.call.Arrival;
import ringdown.call.Handset;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.conversation.TalkEnd;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseDraft;
import ringdown.number.Language;
import ringdown.office.CallerClass;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;
import ringdown.prompts.Sound;
import ringdown.prompts.SpokenPromise;
import ringdown.routing.Called;
import ringdown.routing.Plan;
import ringdown.schedule.OfficeHours;
import ringdown.schedule.PromiseTimes;
import ringdown.voicemail.MessageTaker;

/** The end of a caller's way: the promise, written before its moment is spoken, the message, and what the ledger is told. */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Leaving {
    /** An office that hangs up sooner has not served the caller either. */
    private static final Duration DROPPED = Duration.ofSeconds(5);

    private final CallRun run;
    private final Tally tally;
    private final PromiseMaker maker;
    private final NumberAsked number;
    private final Responsibility responsibility;
    private final BooleanSupplier toFax;
    private Caller caller;
    private final OfficeHours hours;
    private @Nullable Plan plan;

    /** @param toFax puts a fax machine through to the office's own; true: that has answered */
    Leaving(CallRun run, Tally tally, Arrival.FromOutside arrival, Reaching reaching, BooleanSupplier toFax) {
        this.toFax = toFax;
        this.run = run;
        this.tally = tally;
        this.maker = new PromiseMaker(run.office);
        this.number = new NumberAsked(run, this::numbered);
        Called called = Entrance.of(arrival.via(), arrival.called());
        this.responsibility = new Responsibility(run, maker, called, reaching);
        this.caller = Caller.stranger(arrival.caller());
        this.hours = called.hours(run.office);
    }

    void identified(Caller known) {
        caller = known;
    }

    void follows(Plan next) {
        plan = next;
    }

    void responsible(@Nullable String team) {
        responsibility.named(team);
    }

    void owes(String who) {
        responsibility.passedOnBy(extension(who) ? who : null);
    }

    Ending refused() {
        return tally.ending(Outcome.REFUSED, true, null);
    }

    /** Left before anybody talked, or while waiting for somebody. */
    Ending gaveUp() {
        return gaveUp(owner());
    }

    private Ending gaveUp(@Nullable String owner) {
        if (owing().nothing()) {
            run.event(
                    owing().blocked()
                            ? "refused by rule: blocked " + caller.shown()
                            : "nothing is owed to callers of the class " + className());
            takenBack(owing().refused() ? "spam" : "wrongNumber", "refused by rule");
            return refused();
        }
        Instant now = run.now();
        return tally.ending(Outcome.GAVE_UP, true, draft(now, times(now), null, owner));
    }

    /** What a talk came to. */
    Ending afterTalk(TalkEnd end, Bells.Bell by, Leg callerLeg) {
        boolean callerLeft = end.left() == callerLeg;
        if (callerLeft && end.gone().cause() == HangupCause.CANCELLED) {
            run.event("the caller had hung up before somebody lifted");
            return gaveUp();
        }
        // Talked is earned: only if the caller's last state was a talk (CONTRACT §3, SITUATIONS 1).
        if (!end.lastHold().isZero()) {
            run.event(callerLeft ? "left on hold" : "the office hung up on a caller on hold");
            return gaveUp(extension(by.who()) ? by.who() : owner());
        }
        boolean droppedByUs = !callerLeft && end.talked().compareTo(DROPPED) < 0;
        if (owing().nothing() || (!droppedByUs && tally.callerHeard())) {
            return tally.ending(Outcome.TALKED, true, null);
        }
        run.event(droppedByUs ? "the office hung up on the caller" : "the caller was never heard");
        Instant now = run.now();
        return tally.ending(Outcome.TALKED, false, draft(now, times(now), null, head(now)));
    }

    private @Nullable String head(Instant now) {
        return responsibility.head(caller, owing().callerClass(), now);
    }

    private static boolean extension(String who) {
        return !who.startsWith("+");
    }

    /** The caller's mark; a bad one is owed a call by the head. */
    void rated(int mark) {
        Instant now = run.now();
        run.desk.ledger().rated(run.id(), mark, mark > Rating.BAD ? null : draft(now, times(now), null, head(now)));
    }

    /** Announces the promise and takes a message. */
    Ending message() {
        announced("");
        return recorded();
    }

    /** Announces the promise and what to do after the tone; true as soon as one of these keys is pressed. */
    boolean announced(String keys) {
        Sound first = owing().nothing() ? nobody() : greeting();
        Sound announcement = owing().nothing() || owing().listenOnly() ? first : promised(first);
        Handset handset = run.handset(run.caller);
        if (caller.shown() == null && !owing().nothing()) {
            return number.asked(handset, announcement, language(), keys);
        }
        Sound forMessage =
                owing().nothing() ? Sound.nothing() : run.desk.prompts().sound(Phrase.MESSAGE, language());
        return handset.playUntilKey(announcement.then(forMessage).samples(), keys) != null;
    }

    /** The tone and the message. */
    Ending recorded() {
        if (owing().nothing()) {
            run.handset(run.caller)
                    .play(run.desk.prompts().sound(Phrase.GOODBYE, language()).samples());
            return gaveUp();
        }
        Handset handset = run.handset(run.caller);
        run.event("message tone");
        MessageTaker.Taken taken = run.desk.messageTaker().take(handset, run.id(), mailbox(), caller.shown());
        number.over();
        return left(taken);
    }

    private Ending left(MessageTaker.Taken taken) {
        return switch (taken) {
            case MessageTaker.Taken.Message message -> {
                new UrgencyAsked(run, language()).after(message);
                Instant now = run.now();
                boolean nothing =
                        owing().nothing(); // said of the caller while they spoke: the message stays, to be heard
                PromiseDraft draft = nothing ? null : draft(now, times(now), null, owner());
                yield tally.ending(
                        nothing ? Outcome.REFUSED : Outcome.MESSAGE, true, message.id(), message.seconds(), draft);
            }
            case MessageTaker.Taken.TooShort none -> gaveUp();
            case MessageTaker.Taken.Fax fax -> fax();
        };
    }

    /** A machine calls, whenever that is heard: it goes to the office's own, or the call is over; nothing is owed to it. */
    Ending fax() {
        run.event("a fax machine: nothing is owed to it");
        takenBack("wrongNumber", "a fax machine");
        return toFax.getAsBoolean() ? tally.ending(Outcome.TALKED, true, null) : refused();
    }

    /** What was promised before it was known that nothing is owed to whoever listens; what is owed for other calls of the number stays. */
    private void takenBack(String how, String why) {
        run.desk
                .ledger()
                .owed(caller.contactId(), caller.shown())
                .filter(promise -> promise.calls().equals(List.of(run.id())))
                .ifPresent(promise -> run.desk.ledger().settle(promise.id(), false, how, "box", run.now(), why));
    }

    /** The caller of a hidden number has dialled it: from now on it is their call (SITUATIONS 11). */
    private void numbered(Caller known) {
        caller = known;
        run.desk.ledger().identified(run.id(), known.identity());
        run.event("the caller gave a number");
    }

    /** Announces the promise; the call ends. */
    Ending promiseOnly() {
        Prompts prompts = run.desk.prompts();
        boolean promises = !owing().nothing() && !owing().listenOnly();
        Sound words = promises ? promised(nobody()) : nobody().then(prompts.sound(Phrase.GOODBYE, language()));
        run.handset(run.caller).play(words.samples());
        return gaveUp();
    }

    /** The words of the promise come after whatever is said first. */
    private Sound promised(Sound first) {
        return first.then(run.desk.prompts().promise(commit().words()));
    }

    /** The caller asks to be called back in place of waiting; {@code stands} is told before a word is spoken. */
    Ending callBackInstead(Consumer<Promise> stands) {
        Committed committed = commit();
        stands.accept(committed.promise());
        run.handset(run.caller)
                .play(run.desk.prompts().promise(committed.words()).samples());
        return gaveUp();
    }

    private record Committed(Promise promise, SpokenPromise words) {}

    /** The promise is committed before its moment is spoken: a crash in the middle of the sentence keeps it. */
    private Committed commit() {
        run.answer();
        Instant now = run.now();
        PromiseTimes times = times(now);
        SpokenPromise words = words(now, times);
        Promise stands = run.desk.ledger().promise(run.id(), draft(now, times, words.words(), owner()));
        if (!stands.dueAt().equals(times.dueAt()) || !stands.overdueAt().equals(times.overdueAt())) {
            words = words(now, Foretold.standing(stands, now, times.dateKnown()));
            run.desk.ledger().spoken(stands.id(), words.words());
        }
        run.event("promised: " + words.words());
        return new Committed(stands, words);
    }

    /** Nobody can answer; nothing is promised. */
    private Sound nobody() {
        run.answer();
        return greeted() ? Sound.nothing() : run.desk.prompts().sound(Phrase.NOBODY_ANSWERED, language());
    }

    /** The box's owner may say it in their own words. */
    private Sound greeting() {
        Sound usual = nobody();
        return greeted() ? usual : new OwnGreeting(run.desk).of(mailbox()).orElse(usual);
    }

    private boolean greeted() {
        return plan != null && plan.closed();
    }

    private SpokenPromise words(Instant now, PromiseTimes times) {
        return maker.words(language(), now, times, Caller.circumstances(run.desk), hours, caller.number());
    }

    private Language language() {
        return plan == null ? run.office.info().language() : plan.language();
    }

    private PromiseTimes times(Instant at) {
        return owing().times(at, Caller.circumstances(run.desk));
    }

    /** What somebody has said of the caller by key or on the page goes before what was known when the call came. */
    private @Nullable String className() {
        String planned = plan == null ? caller.callerClass() : plan.callerClass();
        return run.desk.ledger().call(run.id()).map(CallEntry::callerClass).orElse(planned);
    }

    private Owing owing() {
        CallerClass decides = Optional.ofNullable(className())
                .flatMap(run.office::callerClass)
                .orElse(null);
        return new Owing(run.office, hours, decides, !caller.contacts().isEmpty(), caller.number());
    }

    private @Nullable String owner() {
        return responsibility.owner(
                caller, owing().callerClass(), times(run.now()).dueAt());
    }

    private PromiseDraft draft(Instant at, PromiseTimes times, @Nullable String spokenAs, @Nullable String owner) {
        // Whoever was told when they will be called back is no passing caller, however soon they are gone.
        Duration stayed = spokenAs == null ? run.stayed() : Owing.PASSING;
        return maker.draft(owing(), caller.shown(), caller.contactId(), owner, at, times, spokenAs, stayed);
    }

    private String mailbox() {
        return responsibility.mailbox(
                caller, owing().callerClass(), times(run.now()).dueAt());
    }
}
