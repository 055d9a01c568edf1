package ringdown.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringdown.call.CopperReadings;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.Lifeline;
import ringdown.call.LineEvidence;
import ringdown.call.LineLesson;
import ringdown.call.LineMeter;
import ringdown.call.LineTest;
import ringdown.call.LineTrait;
import ringdown.call.OutsideLine;
import ringdown.call.RawTake;

/** An outside line as the rest of the box sees it. Safe from any thread: what is asked is done with the line's next frame. */
final class OutsidePort implements OutsideLine {
    private final FxoLine line;
    private final Supplier<List<Lifeline>> lifelines;

    OutsidePort(FxoLine line, Supplier<List<Lifeline>> lifelines) {
        this.line = line;
        this.lifelines = lifelines;
    }

    @Override
    public List<Lifeline> lifelines() {
        return lifelines.get();
    }

    @Override
    public String via() {
        return line.via();
    }

    @Override
    public State state() {
        return line.shown().state();
    }

    @Override
    public boolean free() {
        return line.shown().free();
    }

    @Override
    public Use use() {
        return line.shown().use();
    }

    @Override
    public boolean trial() {
        return line.shown().trial();
    }

    @Override
    public boolean clearing() {
        return line.standing.clearing();
    }

    @Override
    public boolean duplex() {
        return line.shown().duplex();
    }

    @Override
    public void preempt() {
        line.ask(() -> {
            FxoCall mine = line.call();
            if (mine != null) {
                giveUp(mine);
            }
        });
    }

    private void giveUp(FxoCall mine) {
        switch (mine.use()) {
            case OUT, IN -> mine.hangUp(HangupCause.LOST);
            case RINGING -> line.giveUpRinging(mine);
            case NONE, EMERGENCY -> {}
        }
    }

    @Override
    public void forHelp() {
        line.ask(() -> {
            FxoCall mine = line.call();
            if (mine != null) {
                mine.forHelp();
            }
        });
    }

    @Override
    public Leg dial(String number, @Nullable String shown, Inbox inbox) {
        return dial(number, line.newLeg(inbox, false), false);
    }

    @Override
    public boolean hides() {
        return line.setup().hidden() != null;
    }

    @Override
    public Leg dialHidden(String number, Inbox inbox) {
        return dial(number, line.newLeg(inbox, false), true);
    }

    /** Of a call in no record; any ring on any line ends it. */
    FxoLeg trialLeg(Inbox inbox, @Nullable TestTone expected) {
        FxoLeg leg = line.newLeg(inbox, true);
        if (expected != null) {
            leg.listensFor(expected);
        }
        return leg;
    }

    /** Calls a number of the office over the line. */
    Leg dialTrial(String number, FxoLeg leg) {
        return dial(number, leg, false);
    }

    private Leg dial(String number, FxoLeg leg, boolean hidden) {
        line.ask(() -> line.dial(leg, number, hidden));
        return leg;
    }

    @Override
    public Optional<Leg> raw(Inbox inbox) {
        FxoLeg leg = line.newLeg(inbox, false);
        line.ask(() -> line.dialRaw(leg));
        return Optional.of(leg);
    }

    /** The office's number on it, E.164; null: not known. */
    @Nullable
    String own() {
        return line.setup().called();
    }

    /** We are about to call this line ourselves; null: no more. */
    void expect(@Nullable ExpectedRing ours) {
        line.ask(() -> line.care.expect(ours));
    }

    /** Whether our own call has rung it; a line that rings lives. */
    void rangForTrial(boolean rang) {
        line.ask(() -> line.standing.trial(rang));
    }

    @Override
    public @Nullable Instant mute() {
        return line.standing.mute();
    }

    @Override
    public String muteSeen() {
        return line.standing.muteSeen();
    }

    @Override
    public @Nullable String faultSeen() {
        Fault lasting = line.fault();
        return lasting == null ? null : lasting.seen();
    }

    @Override
    public boolean releaseProven() {
        return line.learnt.releases(line.setup()) || line.care.notebook.tellsOfEnds();
    }

    @Override
    public boolean hidesItsEnd() {
        return !releaseProven() && line.care.notebook.hidesEnds();
    }

    @Override
    public Optional<CopperReadings> readings() {
        return line.card.signs() == null ? Optional.of(line.standing.readings()) : Optional.empty();
    }

    @Override
    public List<LineLesson> lessons() {
        return line.care.notebook.lessons();
    }

    @Override
    public List<LineEvidence> releases() {
        return line.care.notebook.releases();
    }

    @Override
    public void forget(LineTrait trait) {
        line.care.notebook.undo(trait);
        line.ask(() -> line.care.unlearn(trait));
    }

    @Override
    public Optional<short[]> evidence(String id) {
        return line.care.evidence(id);
    }

    @Override
    public boolean test() {
        boolean may = line.card.signs() == null && (free() || state() == State.DEAD);
        if (may) {
            line.care.testAsked();
            line.ask(line::beginTest);
        }
        return may;
    }

    @Override
    public Optional<LineTest> lastTest() {
        return line.care.lastTest();
    }

    @Override
    public Optional<LineMeter> meter() {
        return line.card.signs() == null ? line.care.tap.meter() : Optional.empty();
    }

    @Override
    public boolean takeNext() {
        boolean may = line.card.signs() == null; // a modem does not tell what it sent when
        if (may) {
            line.care.recordNext();
        }
        return may;
    }

    @Override
    public Optional<RawTake> take() {
        return line.care.tap.take();
    }

    @Override
    public Optional<RawTake.Sound> taken() {
        return line.care.tap.sound();
    }

    @Override
    public void dropTake() {
        line.care.tap.forget();
    }
}
