package ringdown.switchboard;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.contacts.Contact;
import ringdown.conversation.TalkEnd;
import ringdown.ledger.Outcome;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.office.Recording;
import ringdown.prompts.Phrase;

/** A person of the office calls out: over the first free line or trunk, and over the next one if that fails before it rings. */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class OutgoingCall {
    /** A far end that neither answers nor refuses is given up after this; lines and trunks have shorter limits of their own. */
    private static final Duration LONGEST_DIAL = Duration.ofMinutes(3);

    private static final Duration HELP_AGAIN = Duration.ofSeconds(1);

    private static final Duration CROSSING = Duration.ofSeconds(1);

    private final CallRun run;
    private final Extension person;
    private final String digits;
    private final @Nullable String e164;
    private final WaysOut.Purpose purpose;
    private final Set<String> tried = new HashSet<>();
    private final Tally tally;
    private final Attempt attempt;
    private final Caller called;
    private final EarlySound early;
    private final OnTheWay onTheWay;
    private WaysOut.Taken.@Nullable Way held;
    private boolean rang;
    /** The called party has called meanwhile, and talks in that call. */
    private boolean joined;
    /** Whoever dialled is in this call no more. */
    private boolean handedOn;

    /** {@code digits}: as the exchange expects them; {@code e164} null for a short code. */
    OutgoingCall(CallRun run, Extension person, String digits, @Nullable String e164, WaysOut.Purpose purpose) {
        this(run, person, digits, e164, purpose, null);
    }

    /** {@code list}: hears how it went; null: the call is from no list. */
    OutgoingCall(
            CallRun run,
            Extension person,
            String digits,
            @Nullable String e164,
            WaysOut.Purpose purpose,
            @Nullable Consumer<CallOutResult> list) {
        this.run = run;
        this.purpose = purpose;
        this.person = person;
        this.digits = digits;
        this.e164 = e164;
        this.tally = new Tally(run);
        this.early = new EarlySound(run);
        this.onTheWay = new OnTheWay(run, person);
        this.called = Caller.of(CallerId.of(number(), null), run.desk, run.office);
        this.attempt = new Attempt(run, person, called, list);
    }

    /** Whoever is called does not see the office's number. */
    OutgoingCall withheld(boolean wanted) {
        if (wanted) {
            onTheWay.withhold();
        }
        return this;
    }

    /** Writes the call down, dials, talks; returns the cause for the telephone that dialled. */
    HangupCause serve() {
        WaysOut.Taken first = take();
        CallOut.open(
                run.desk,
                run.office,
                run.id(),
                first instanceof WaysOut.Taken.Way way ? way.line().via() : person.digits(),
                number());
        return dial(first);
    }

    private String number() {
        return e164 == null ? digits : e164;
    }

    /** Dials for a call that is written down already; returns the cause for the telephone that dialled. */
    HangupCause dial() {
        return dial(take());
    }

    private HangupCause dial(WaysOut.Taken first) {
        Outcome outcome = Outcome.FAILED;
        HangupCause cause = HangupCause.CONGESTION;
        WaysOut.Taken taken;
        try {
            crossed();
            taken = first instanceof WaysOut.Taken.None ? next() : first;
            while (taken instanceof WaysOut.Taken.Way way) {
                run.event("dialled over " + way.line().via());
                Optional<HangupCause> failed = over(way.line());
                outcome = failed.map(DialEnd::outcome).orElse(Outcome.TALKED);
                cause = failed.orElse(HangupCause.NORMAL);
                if (handedOn) {
                    throw new CallerLeft(new CallEvent.Gone(run.caller, HangupCause.NORMAL, true));
                }
                if (failed.isEmpty() || !goesOn(cause)) {
                    return cause;
                }
                taken = next();
            }
            if (taken instanceof WaysOut.Taken.None none) {
                run.event("not dialled: " + none.why().words());
            }
            return cause;
        } catch (CallerLeft left) {
            outcome = handedOn ? Outcome.TALKED : rang || joined ? Outcome.NOT_ANSWERED : Outcome.FAILED;
            throw left;
        } finally {
            if (rang || outcome != Outcome.FAILED) {
                attempt.reached();
            }
            attempt.over();
            givesBack();
            run.desk.dialling().over(run.id());
            tally.over();
            run.desk.ledger().close(run.id(), tally.ending(outcome, true, null));
        }
    }

    /** Over another line or trunk; for help also where one has begun to ring, and where whoever provides it lets such a call not through. */
    private boolean goesOn(HangupCause cause) {
        return purpose == WaysOut.Purpose.EMERGENCY
                ? DialEnd.nextMayHelp(cause) || DialEnd.nextMayLetThrough(cause)
                : !rang && DialEnd.nextMayHelp(cause);
    }

    /** As {@link #take}; who calls for help is not told that there is none: all are tried again, for as long as they wait. */
    private WaysOut.Taken next() {
        WaysOut.Taken taken = take();
        while (purpose == WaysOut.Purpose.EMERGENCY && taken instanceof WaysOut.Taken.None) {
            tried.clear();
            run.settle(HELP_AGAIN, () -> false);
            taken = take();
        }
        return taken;
    }

    /** The next line or trunk that may be dialled on, in the order of the office file. */
    private WaysOut.Taken take() {
        givesBack();
        WaysOut.Taken taken = run.desk.ways().take(purpose, run.office, tried, run.caller.via());
        if (taken instanceof WaysOut.Taken.Way way) {
            tried.add(way.line().via());
            held = way;
        }
        return taken;
    }

    private void givesBack() {
        if (held != null) {
            run.desk.ways().back(held);
            held = null;
        }
    }

    /** Empty after a talk; else why there was none. */
    private Optional<HangupCause> over(OutsideLine way) {
        run.desk.dialling().begins(entry());
        run.caller.shows(called.display());
        Optional<Leg> dialled = onTheWay.dial(way, number());
        if (dialled.isEmpty()) {
            return Optional.of(HangupCause.CONGESTION);
        }
        Leg far = dialled.get();
        try {
            return await(far);
        } catch (CallerLeft left) {
            run.hangUp(far, HangupCause.CANCELLED);
            throw left;
        } finally {
            run.desk.dialling().over(run.id());
            early.close();
            onTheWay.over(way);
            run.hangUp(far, HangupCause.NORMAL);
        }
    }

    private Dialling.Entry entry() {
        return new Dialling.Entry(number(), called.contactId(), person, run.inbox);
    }

    /** Whom we are about to dial may wait in a call to us: a moment for that call to take the telephone over, whether or not a line is free. */
    private void crossed() {
        if (!run.desk.dialling().begins(entry())) {
            run.desk.dialling().over(run.id());
            return;
        }
        long until = run.deadline(CROSSING);
        for (CallEvent event = run.inbox.take(until); event != null; event = run.inbox.take(until)) {
            if (event instanceof CallEvent.Gone gone && gone.leg() == run.caller) {
                throw new CallerLeft(gone);
            }
            if (event instanceof CallEvent.Asked asked && asked.request() instanceof Join join) {
                give(join, null);
            } else {
                run.otherwise(event);
            }
        }
    }

    private Optional<HangupCause> await(Leg far) {
        while (true) {
            CallEvent event = run.inbox.take(run.deadline(LONGEST_DIAL));
            switch (event) {
                case null -> {
                    if (purpose != WaysOut.Purpose.EMERGENCY) { // a dispatcher's queue may be longer
                        return Optional.of(HangupCause.NO_ANSWER);
                    }
                }
                case CallEvent.Gone gone when gone.leg() == run.caller -> throw new CallerLeft(gone);
                case CallEvent.Gone gone
                when gone.leg() == far -> {
                    return Optional.of(gone.cause());
                }
                case CallEvent.Answered answered
                when answered.leg() == far -> {
                    run.desk.dialling().over(run.id());
                    talk(far);
                    return Optional.empty();
                }
                case CallEvent.Ringing ringing
                when ringing.leg() == far -> {
                    rang = true;
                    if (!early.heard()) {
                        run.caller.ringing();
                    }
                }
                case CallEvent.EarlySound sound when sound.leg() == far && !early.heard() -> early.from(far);
                case CallEvent.Asked asked when asked.request() instanceof Join join -> give(join, far);
                case CallEvent.Asked asked
                when asked.request() instanceof Taking taking && taking.means(run.caller) -> give(taking, far);
                case CallEvent.DigitPressed key when key.leg() == run.caller -> far.sendDigit(key.digit());
                default -> run.otherwise(event);
            }
        }
    }

    /** Whom we dial is calling us: their call takes the telephone over, and this one is over as soon as theirs is. */
    private void give(Join join, @Nullable Leg far) {
        if (!join.grant()) {
            return;
        }
        run.event("the called party calls in meanwhile: the two calls are joined");
        run.desk.dialling().over(run.id());
        early.close();
        if (far != null) {
            far.hangUp(HangupCause.CANCELLED);
        }
        joined = true;
        run.caller.answer();
        attempt.crossed();
        run.desk.ledger().close(run.id(), tally.ending(Outcome.NOT_ANSWERED, true, null));
        join.give(run.caller(person));
        throw new CallerLeft(new CallEvent.Gone(run.caller, HangupCause.NORMAL, false));
    }

    /** Whoever dialled puts somebody through while it rings: it goes on ringing for them, who are taken by key only. */
    private void give(Taking taking, Leg far) {
        if (!taking.mayHave(far)) {
            return;
        }
        early.close();
        if (taking.give(() -> List.of(new Bells.Bell(far, number(), null, true)))) {
            run.event("joins call " + taking.askerId() + " while it rings");
            throw new CallerLeft(new CallEvent.Gone(run.caller, HangupCause.NORMAL, true));
        }
    }

    private void talk(Leg far) {
        run.caller.answer();
        early.close();
        attempt.begun();
        tally.connected(person.digits());
        run.desk.ledger().talking(run.id(), run.now(), person.digits());
        run.keysOf(run.caller, person.digits());
        Sounds sounds = new Sounds(run.desk.prompts(), run.office.info());
        try (Taping taping = taping();
                OfficeTalk talk = new OfficeTalk(run, tally, sounds, called, taping, said(taping, sounds))) {
            TalkEnd end = talk.between(
                    Talker.withOutside(run, run.caller(person)),
                    Talker.of(run, new Bells.Bell(far, number(), null, false)));
            if (talk.changed()) {
                attempt.passedOn(tally.keeps() || end.asked() != null);
                handedOn = true;
            } else {
                run.desk.presence().afterTalk(person);
                attempt.talked(end);
            }
        }
    }

    /** Nobody who calls for help is kept waiting by a sentence. */
    private Taping taping() {
        Taping taping = new Taping(run);
        taping.rule(run.office.recording().out() && purpose != WaysOut.Purpose.EMERGENCY, Recording.Says.BOX);
        return taping;
    }

    /** Whoever lifts hears first that the talk is recorded (SITUATIONS 19), and so does whoever has called them. */
    private short[] said(Taping taping, Sounds sounds) {
        if (!taping.mustTell()) {
            return new short[0];
        }
        taping.told();
        return sounds.phrase(Phrase.CALL_IS_RECORDED, language());
    }

    private Language language() {
        return called.contact().map(Contact::language).orElse(run.office.info().language());
    }
}
