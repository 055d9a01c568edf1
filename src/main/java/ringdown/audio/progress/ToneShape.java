package ringdown.audio.progress;

import java.util.ArrayList;
import java.util.List;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.Tone;
import ringdown.audio.tone.ToneStep;

/** One tone of a country's table as a detector looks for it: a band, whether two tones show, and pairs of on and off. */
final class ToneShape {
    private static final double TOLERANCE_HZ = 26;
    /** Tones further apart are seen as two. */
    private static final double SEEN_AS_TWO_HZ = 75;

    private record Pair(int on, int off) {}

    private final double lowest;
    private final double highest;
    private final boolean dual;
    private final boolean beats;
    private final boolean levelsDiffer;
    private final List<Pair> pairs = new ArrayList<>();

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
        if (!tail.stream().allMatch(burst -> burst.flat() && hasFrequencyOf(burst))) {
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

    private boolean matchesFrom(List<Burst> tail, int shift) {
        for (int i = 0; i < tail.size(); i++) {
            Pair pair = pairs.get((i + shift) % pairs.size());
            if (!tail.get(i).lasts(pair.on(), pair.off())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a burst of this ring back has just ended and its long pause has begun. */
    boolean ringsWith(Burst burst, int pauseSoFar) {
        Pair end = pairs.getLast();
        return hasFrequencyOf(burst)
                && Burst.near(burst.on(), end.on())
                && pauseSoFar >= Math.min(1500, end.off() * 0.7);
    }
}
