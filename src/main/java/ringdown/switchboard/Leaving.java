package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ringdown.call.Arrival;
import ringdown.call.Handset;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.conversation.TalkEnd;
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
import ringdown.routing.Plan;
import ringdown.schedule.PromiseTimes;
import ringdown.voicemail.MessageTaker;

/** The end of a caller's way: the promise, written before its moment is spoken, the message, and what the ledger is told. */
final class Leaving {
    /** An office that hangs up sooner has not served the caller either. */
    private static final Duration DROPPED = Duration.ofSeconds(5);

    private final CallRun run;
    private final Tally tally;
    private final PromiseMaker maker;
    private Caller caller;
    private @Nullable Plan plan;
    private @Nullable String responsible;

    Leaving(CallRun run, Tally tally, Arrival.FromOutside arrival) {
        this.run = run;
        this.tally = tally;
        this.maker = new PromiseMaker(run.office);
        this.caller = Caller.stranger(arrival.caller());
    }

    void identified(Caller known) {
        caller = known;
    }

    void follows(Plan next) {
        plan = next;
    }

    void responsible(@Nullable String team) {
        if (team != null) {
            responsible = team;
        }
    }

    Ending refused() {
        return tally.ending(Outcome.REFUSED, true, null);
    }

    /** Left before anybody talked, or while waiting for somebody. */
    Ending gaveUp() {
        Instant now = run.now();
        return tally.ending(Outcome.GAVE_UP, true, draft(now, times(now), null));
    }

    /** What a talk came to. */
    Ending afterTalk(TalkEnd end, Bells.Bell by, Leg callerLeg) {
        boolean callerLeft = end.left() == callerLeg;
        if (callerLeft && end.gone().cause() == HangupCause.CANCELLED) {
            run.event("the caller had hung up before somebody lifted");
            return gaveUp();
        }
        // Talked is earned: only if the caller's last state was a talk (CONTRACT §3, SITUATIONS 1).
        if (callerLeft && !end.lastHold().isZero()) {
            run.event("left on hold");
            return gaveUp();
        }
        boolean droppedByUs = !callerLeft && end.talked().compareTo(DROPPED) < 0;
        boolean settled = !droppedByUs && end.callerHeard();
        return tally.ending(Outcome.TALKED, settled, null);
    }

    /** The caller's mark; a bad one is owed a call by the head. */
    void rated(int mark) {
        Instant now = run.now();
        PromiseDraft owed = mark > Rating.BAD ? null : maker.ofHead(draft(now, times(now), null), responsible);
        run.desk.ledger().rated(run.id(), mark, owed);
    }

    /** Announces the promise and takes a message. */
    Ending message() {
        announced("");
        return recorded();
    }

    /** Announces the promise and what to do after the tone; true as soon as one of these keys is pressed. */
    boolean announced(String keys) {
        Sound announcement = promised().then(askForMessage());
        return run.handset(run.caller).playUntilKey(announcement.samples(), keys) != null;
    }

    /** The tone and the message. */
    Ending recorded() {
        Handset handset = run.handset(run.caller);
        run.event("message tone");
        MessageTaker.Taken taken = run.desk.messageTaker().take(handset, run.id(), mailbox(), caller.shown());
        Instant now = run.now();
        PromiseDraft draft = draft(now, times(now), null);
        return switch (taken) {
            case MessageTaker.Taken.Message message ->
                tally.ending(Outcome.MESSAGE, true, message.id(), message.seconds(), draft);
            case MessageTaker.Taken.TooShort none -> tally.ending(Outcome.GAVE_UP, true, draft);
        };
    }

    /** Announces the promise; the call ends. */
    Ending promiseOnly() {
        run.handset(run.caller).play(promised().samples());
        Instant now = run.now();
        return tally.ending(Outcome.GAVE_UP, true, draft(now, times(now), null));
    }

    /** The promise is committed before its moment is spoken: a crash in the middle of the sentence keeps it. */
    private Sound promised() {
        run.caller.answer();
        Instant now = run.now();
        PromiseTimes times = times(now);
        SpokenPromise words = words(now, times);
        Promise stands = run.desk.ledger().promise(run.id(), draft(now, times, words.words()));
        if (!stands.dueAt().equals(times.dueAt()) || !stands.overdueAt().equals(times.overdueAt())) {
            words = words(now, new PromiseTimes(stands.dueAt(), stands.overdueAt(), times.dateKnown()));
            run.desk.ledger().spoken(stands.id(), words.words());
        }
        run.event("promised: " + words.words());
        Prompts prompts = run.desk.prompts();
        boolean greeted = plan != null && plan.closed();
        return greeted
                ? prompts.promise(words)
                : prompts.sound(Phrase.NOBODY_ANSWERED, language()).then(prompts.promise(words));
    }

    private Sound askForMessage() {
        Prompts prompts = run.desk.prompts();
        boolean numberless = caller.shown() == null;
        return prompts.sound(numberless ? Phrase.NUMBER_UNKNOWN : Phrase.MESSAGE, language());
    }

    private SpokenPromise words(Instant now, PromiseTimes times) {
        return maker.words(language(), now, times, run.desk.clock().trusted());
    }

    private Language language() {
        return plan == null ? run.office.info().language() : plan.language();
    }

    private PromiseTimes times(Instant at) {
        return maker.times(at, plan == null ? CallerClass.CALL_BACK_WITHIN : plan.callBackWithin());
    }

    private PromiseDraft draft(Instant at, PromiseTimes times, @Nullable String spokenAs) {
        return maker.draft(caller, responsible, at, times, spokenAs);
    }

    private String mailbox() {
        return maker.owner(caller, responsible);
    }
}
