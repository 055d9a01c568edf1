package ringdown.audio.progress;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.Tone;
import ringdown.audio.tone.ToneStep;

/** One tone of a country's table as a detector looks for it: a band, whether two tones show, and pairs of on and off. */
final class ToneShape {
    /** ±25 Hz (LINES.md rule 11) and what the measurement may err at -36 dBm0 in noise. */
    private static final double TOLERANCE_HZ = 29;
    /** Tones further apart are seen as two. */
    private static final double SEEN_AS_TWO_HZ = 75;

    private record Pair(int on, int off) {}

    private final double lowest;
    private final double highest;
    private final boolean dual;
    private final boolean beats;
    private final boolean levelsDiffer;
    private final List<Pair> pairs = new ArrayList<>();
    private final @Nullable ToneShape loud;

    ToneShape(CadencedTone tone) {
        Tone sound = tone.steps().getFirst().tone();
        lowest = switch (sound) {
            case null -> 0;
            case Tone.Single single -> single.hz();
            case Tone.Dual two -> Math.min(two.first(), two.second());
            case Tone.Modulated modulated -> modulated.carrier() - modulated.by();
        };
        highest = switch (sound) {
            case null -> 0;
            case Tone.Single single -> single.hz();
            case Tone.Dual two -> Math.max(two.first(), two.second());
            case Tone.Modulated modulated -> modulated.carrier() + modulated.by();
        };
        dual = sound instanceof Tone.Dual && highest - lowest > SEEN_AS_TWO_HZ;
        beats = highest > lowest && !dual;
        levelsDiffer = tone.steps().stream().anyMatch(step -> step.gainDb() != 0);
        List<ToneStep> steps = tone.steps();
        for (int i = 0; i + 1 < steps.size(); i += 2) {
            pairs.add(new Pair(steps.get(i).millis(), steps.get(i + 1).millis()));
        }
        loud = levelsDiffer ? new ToneShape(loudSteps(tone)) : null;
    }

    /** Its weaker bursts may drown in noise: then it is the louder ones with longer pauses. */
    private static CadencedTone loudSteps(CadencedTone tone) {
        List<ToneStep> steps = new ArrayList<>();
        for (ToneStep step : tone.steps()) {
            if (step.tone() != null && step.gainDb() >= 0) {
                steps.add(step);
            } else {
                ToneStep before = steps.isEmpty() || steps.getLast().tone() != null ? null : steps.removeLast();
                steps.add(new ToneStep(null, step.millis() + (before == null ? 0 : before.millis()), 0));
            }
        }
        return new CadencedTone(steps, tone.notation());
    }

    /** Whether the bursts are this tone, or as much of it as noise leaves; {@code least} of a tone of one burst a round. */
    boolean heardIn(List<Burst> bursts, int least) {
        ToneShape strong = loud;
        return matches(bursts, Math.max(least, pairs() * 2)) || (strong != null && strong.heardIn(bursts, least));
    }

    /** Where its energy is, in whole Hz. */
    int[] frequencies() {
        return java.util.stream.DoubleStream.of(lowest, (lowest + highest) / 2, highest)
                .filter(hz -> !dual || hz == lowest || hz == highest)
                .mapToInt(hz -> (int) Math.round(hz))
                .distinct()
                .toArray();
    }

    /** Whether it has no pauses. */
    boolean continuous() {
        return pairs.isEmpty();
    }

    /** Whether its level goes up and down by itself. */
    boolean beats() {
        return beats;
    }

    /** Pairs of one round. */
    int pairs() {
        return pairs.size();
    }

    int longestOn() {
        return pairs.stream().mapToInt(Pair::on).max().orElse(0);
    }

    boolean hasFrequencyOf(Burst burst) {
        return hasFrequencyOf(burst, TOLERANCE_HZ);
    }

    /** Whether the burst lies within the band, and shows two tones if this tone has two. */
    boolean hasFrequencyOf(Burst burst, double tolerance) {
        return burst.hz() > lowest - tolerance && burst.hz() < highest + tolerance && (!dual || burst.dual());
    }

    /** Whether the last {@code count} bursts are this tone, beginning at any pair of its round. */
    boolean matches(List<Burst> bursts, int count) {
        if (bursts.size() < count || pairs.isEmpty()) {
            return false;
        }
        List<Burst> tail = bursts.subList(bursts.size() - count, bursts.size());
        if (!tail.stream().allMatch(this::hasFrequencyOf) || !flat(tail)) {
            return false;
        }
        if (!levelsDiffer && !tail.stream().allMatch(burst -> burst.asLoudAs(tail.getFirst()))) {
            return false;
        }
        for (int shift = 0; shift < pairs.size(); shift++) {
            if (matchesFrom(tail, shift)) {
                return true;
            }
        }
        return false;
    }

    /** What is left of a prompt's echo may ruffle one burst; played notes decay, all of them. */
    private static boolean flat(List<Burst> tail) {
        return tail.stream().filter(burst -> !burst.flat()).count() <= (tail.size() > 2 ? 1 : 0);
    }

    /** Each by itself, and their rounds together: where a burst ends is measured worse than when the next one begins. */
    private boolean matchesFrom(List<Burst> tail, int shift) {
        int rounds = 0;
        int nominal = 0;
        for (int i = 0; i < tail.size(); i++) {
            Burst burst = tail.get(i);
            Pair pair = pairs.get((i + shift) % pairs.size());
            if (!burst.lasts(pair.on(), pair.off())) {
                return false;
            }
            rounds += burst.on() + burst.off();
            nominal += pair.on() + pair.off();
        }
        return Burst.nearInAll(rounds, nominal, tail.size());
    }

    /** Whether a burst of this ring back has just ended and its long pause has begun. */
    boolean ringsWith(Burst burst, int pauseSoFar) {
        Pair end = pairs.getLast();
        return hasFrequencyOf(burst)
                && Burst.near(burst.on(), end.on())
                && pauseSoFar >= Math.min(1500, end.off() * 0.7);
    }
}
