package ringdown.simulator;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.number.NumberingPlan;
import ringdown.simulator.ExchangeTones.Name;

/** The exchange's register for one line: gives dial tone, takes digits, says how it goes with whoever is called. Guarded by its owner's lock. */
final class ExchangeRegister {
    private final NumberingPlan numbers;
    private final ExchangeTones tones;
    private final CalledParty called = new CalledParty();
    private DialledDigits digits;
    private int sinceSeizure;
    private int sinceComplete;
    private @Nullable Supplier<CalledParty.Stand> joined;

    ExchangeRegister(NumberingPlan numbers, ExchangeTones tones) {
        this.numbers = numbers;
        this.tones = tones;
        digits = new DialledDigits(numbers, "", false);
    }

    CalledParty called() {
        return called;
    }

    /** The line has been seized, or answered: nothing is dialled yet. */
    void seized(LineHabits habits) {
        String second = habits.secondDialToneAfter();
        digits = new DialledDigits(numbers, second == null ? "" : second, LineHabits.on(habits.pulseOnly()));
        sinceSeizure = 0;
        sinceComplete = 0;
        joined = null;
        tones.stop();
    }

    /** One frame: what the line hears, and what it brings; true when the called party answers. */
    boolean frame(boolean closed, short[] heard, short[] spoken, LineHabits habits) {
        sinceSeizure++;
        if (sinceComplete > 0) {
            return progress(spoken);
        }
        digits.frame(closed, heard);
        dialTone(habits.dialTone(), spoken);
        sinceComplete = digits.complete() ? 1 : 0;
        return false;
    }

    private void dialTone(@Nullable DialToneHabit habit, short[] spoken) {
        boolean first = !digits.begun() && habit != null && sinceSeizure * Frame.MILLIS > habit.afterMs();
        if (habit == null || habit.kind() == DialToneHabit.Kind.NONE || (!first && !digits.secondTone())) {
            tones.stop();
        } else {
            tones.sound(habit.kind() == DialToneHabit.Kind.STUTTER && first ? Name.STUTTER : Name.DIAL, spoken);
        }
    }

    private boolean progress(short[] spoken) {
        sinceComplete++;
        Supplier<CalledParty.Stand> line = joined;
        switch (line == null ? called.after(sinceComplete * Frame.MILLIS) : line.get()) {
            case BUSY -> tones.sound(Name.BUSY, spoken);
            case RINGS -> tones.sound(Name.RINGBACK, spoken);
            case ANSWERS -> {
                tones.stop();
                return true;
            }
        }
        return false;
    }

    /** The last digit has come in this frame. */
    boolean justComplete() {
        return sinceComplete == 1;
    }

    /** The number is another line's: how it goes hangs on that. */
    void join(Supplier<CalledParty.Stand> line) {
        joined = line;
    }

    @Nullable
    String dialled() {
        return digits.dialled();
    }

    LineView.@Nullable Pulse pulse() {
        return digits.pulse();
    }
}
