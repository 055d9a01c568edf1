package ringdown.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.Tone;
import ringdown.audio.tone.ToneStep;
import ringdown.call.LineEvidence;
import ringdown.call.LineLesson;
import ringdown.call.LineTrait;

/** What readings teach together: agreeing ones in a row are believed, others in a row are a change. Pure. */
final class Lessons {
    /** What once was believed is given up only for so many. */
    private static final int RELEARNT_AFTER = 3;

    private static final double SAME_HZ = 15;
    private static final double SAME_PAUSE = 0.08;
    private static final double SAME_VOLTAGE = 0.15;
    private static final double SAME_DB = 6;

    private Lessons() {}

    /** Of the readings of one trait, oldest first; empty without any. */
    static Optional<LineLesson> of(LineTrait trait, List<LineEvidence> readings) {
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        List<LineEvidence> believed = List.of();
        List<LineEvidence> run = new ArrayList<>();
        for (LineEvidence reading : readings) {
            if (!run.isEmpty() && !agree(run.getLast(), reading)) {
                run = new ArrayList<>();
            }
            run.add(reading);
            boolean goesOn = !believed.isEmpty() && agree(believed.getLast(), reading);
            int needed = believed.isEmpty() ? trait.believedAfter() : RELEARNT_AFTER;
            if (goesOn || run.size() >= needed) {
                believed = List.copyOf(run);
            }
        }
        boolean known = !believed.isEmpty();
        List<LineEvidence> meant = known ? believed : run;
        boolean changing = known && run.size() >= trait.changedAfter() && !agree(believed.getLast(), run.getLast());
        return Optional.of(new LineLesson(
                trait,
                meant.getLast().value(),
                median(meant),
                meant.size(),
                known,
                changing ? run.getLast().value() : null,
                readings.reversed()));
    }

    private static @Nullable Double median(List<LineEvidence> readings) {
        double[] amounts = readings.stream()
                .map(LineEvidence::amount)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return amounts.length == 0 ? null : amounts[amounts.length / 2];
    }

    private static boolean agree(LineEvidence one, LineEvidence other) {
        double a = Objects.requireNonNullElse(one.amount(), 0.0);
        double b = Objects.requireNonNullElse(other.amount(), 0.0);
        return switch (one.trait()) {
            case BUSY_TONE -> sameTone(one.value(), other.value());
            case RELEASE, CALLER_ID -> one.value().equals(other.value());
            case LEVEL -> Math.abs(a - b) <= SAME_DB;
            case HYBRID -> one.value().equals(other.value()) && Math.abs(a - b) <= SAME_DB;
            case RING_PAUSE -> Math.abs(a - b) <= SAME_PAUSE * Math.max(a, b);
            case IDLE_VOLTAGE -> Math.abs(a - b) <= SAME_VOLTAGE * Math.max(a, b);
        };
    }

    /** The same frequencies, the same round, as exchanges keep them. */
    static boolean sameTone(String one, String other) {
        List<ToneStep> a = CadencedTone.parse(one).steps();
        List<ToneStep> b = CadencedTone.parse(other).steps();
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            boolean sameTime = Math.abs(a.get(i).millis() - b.get(i).millis())
                    <= 0.1 * b.get(i).millis() + 15;
            if (!sameTime || !sameSound(a.get(i).tone(), b.get(i).tone())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameSound(@Nullable Tone one, @Nullable Tone other) {
        List<Double> a = frequencies(one);
        List<Double> b = frequencies(other);
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = Math.abs(a.get(i) - b.get(i)) <= SAME_HZ;
        }
        return same;
    }

    private static List<Double> frequencies(@Nullable Tone tone) {
        return switch (tone) {
            case null -> List.of();
            case Tone.Single single -> List.of(single.hz());
            case Tone.Dual dual -> List.of(dual.first(), dual.second());
            case Tone.Modulated modulated -> List.of(modulated.carrier(), modulated.by());
        };
    }
}
