package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.conversation.TalkEnd;
import ringdown.ledger.Agreement;
import ringdown.ledger.CallHours;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseChange;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.office.Person;
import ringdown.prompts.Phrase;
import ringdown.schedule.AgreedTime;
import ringdown.schedule.OfficeHours;

/**
 * What a call out means for the promise to whoever is called (SITUATIONS 3): it is an attempt; a real talk keeps the promise in the ledger;
 * after a shorter or one-sided one the telephone asks how it went, and no key means not kept. Used by the call's own thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Attempt {
    static final Duration KEEPING = Duration.ofSeconds(20);

    /** From here on the talk is over: a box that dies now hears no key. */
    private static final String ASKED = "asked how it went";

    private static final Duration FOR_A_KEY = Duration.ofSeconds(6);
    private static final int TIMES_ASKED = 2;

    private final CallRun run;
    private final Extension person;
    private final @Nullable Promise promise;
    private @Nullable Consumer<CallOutResult> list;
    private boolean tried;
    private boolean counted;
    private boolean settled;

    /**
     * A call of that person to whoever is called.
     *
     * @param list hears that somebody was reached, then once how it went; null: the call is from no list
     */
    Attempt(CallRun run, Extension person, Caller called, @Nullable Consumer<CallOutResult> list) {
        this.list = list;
        this.run = run;
        this.person = person;
        this.promise =
                run.desk.ledger().owed(called.contactId(), called.shown()).orElse(null);
    }

    /** The far end rings, or says busy: somebody was tried. */
    void reached() {
        begun();
        if (promise != null && !counted) {
            counted = true;
            change(promise, new PromiseChange.Tried());
        }
    }

    /** Somebody answers, or was tried: a list knows it from now on, whatever happens to the box. Never waits. */
    void begun() {
        if (!tried && list != null) {
            list.accept(new CallOutResult.Begun(run.id()));
        }
        tried = true;
    }

    /** The called party has called meanwhile: the talk is that call's, and so is what it means for the promise. */
    void crossed() {
        reached();
        settled = true;
        tell(new CallOutResult.Talked(run.id()));
    }

    private void tell(CallOutResult result) {
        Consumer<CallOutResult> listener = list;
        list = null;
        if (listener != null) {
            listener.accept(result);
        }
    }

    /** Whoever dialled has put the called party through: nobody is asked. */
    void passedOn(boolean kept) {
        reached();
        settled = kept;
        tell(new CallOutResult.Talked(run.id()));
    }

    /** They talked; asks if that did not come up to what keeps a promise and the person is still there. */
    void talked(TalkEnd end) {
        reached();
        if (keeps(end)) {
            settled = true;
            tell(new CallOutResult.Talked(run.id()));
            return;
        }
        if (end.left() == run.caller || (promise == null && list == null)) {
            return;
        }
        try {
            ask();
        } catch (CallerLeft without) {
            run.event("no key: the promise is not kept");
        }
    }

    private static boolean keeps(TalkEnd end) {
        return end.voiceBothSides() && end.talked().compareTo(KEEPING) >= 0;
    }

    private void ask() {
        run.event(ASKED);
        Handset handset = run.handset(run.caller);
        short[] question = sound(Phrase.CALL_BACK_RESULT);
        for (int time = 0; time < TIMES_ASKED; time++) {
            Character key = handset.playUntilKey(question);
            if (obey(key == null ? handset.key(FOR_A_KEY) : key, handset)) {
                return;
            }
        }
        run.event("no key: the promise is not kept");
    }

    private boolean obey(@Nullable Character key, Handset handset) {
        return switch (key) {
            case '1' -> {
                if (promise != null) {
                    run.desk.ledger().settle(promise.id(), true, "talk", person.digits(), run.now(), null);
                }
                settled = true;
                tell(new CallOutResult.Talked(run.id()));
                yield said(handset, "key 1: they have talked");
            }
            case '2' -> {
                tell(new CallOutResult.NotReached(run.id()));
                yield said(handset, "key 2: not reached");
            }
            case '3' -> anotherTime(handset);
            case null, default -> false;
        };
    }

    private boolean said(Handset handset, String what) {
        run.event(what);
        handset.play(sound(Phrase.DONE));
        return true;
    }

    private boolean anotherTime(Handset handset) {
        Character early = handset.playUntilKey(sound(Phrase.CALL_BACK_AT));
        String hhmm = early == null ? handset.keys(4, FOR_A_KEY) : early + handset.keys(3, FOR_A_KEY);
        Optional<Instant> to = moment(hhmm);
        to.ifPresent(this::postpone);
        return to.isPresent() && said(handset, "key 3: another time, " + hhmm);
    }

    private void postpone(Instant moment) {
        if (promise != null) {
            Instant overdueAt = new Agreement(run.office, run.desk.ledger())
                    .times(promise, moment)
                    .overdueAt();
            run.desk.ledger().postpone(promise.id(), moment, overdueAt, person.digits());
        }
        tell(new CallOutResult.Later(run.id(), moment));
    }

    private Optional<Instant> moment(String hhmm) {
        try {
            OfficeHours hours =
                    promise == null ? run.office.officeHours() : CallHours.of(run.office, promise, run.desk.ledger());
            return Optional.of(AgreedTime.of(hhmm, run.now(), hours));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The call is over. */
    void over() {
        if (promise != null && counted && !settled) {
            change(promise, new PromiseChange.NotReached("call " + run.id()));
        }
        if (tried) {
            tell(new CallOutResult.NotReached(run.id())); // what never left the box was no attempt
        }
    }

    private void change(Promise which, PromiseChange change) {
        run.desk.ledger().change(which.id(), change, person.digits());
    }

    private short[] sound(Phrase phrase) {
        Language language = run.office
                .person(person)
                .map(Person::language)
                .orElse(run.office.info().language());
        return run.desk.prompts().sound(phrase, language).samples();
    }
}
