package ringdown.audio.tone;

import java.util.List;

/**
 * A tone with its interruptions, repeated for ever: busy, ring back, dial tone.
 *
 * @param steps sounds and pauses in order; a single step of 0 ms is a continuous tone
 * @param notation the text it was parsed from
 */
public record CadencedTone(List<ToneStep> steps, String notation) {
    public CadencedTone {
        steps = List.copyOf(steps);
        if (steps.stream().noneMatch(ToneStep::sounds)) {
            throw new IllegalArgumentException("a tone needs a part that sounds");
        }
        if (steps.size() > 1 && steps.stream().anyMatch(step -> step.millis() == 0)) {
            throw new IllegalArgumentException("only a continuous tone has a part of 0 ms");
        }
    }

    /**
     * Reads the notation of tone tables: frequencies, a blank, then milliseconds on and off in turn. "425" is
     * continuous, "350+440" two frequencies, "400*25" one modulated by the other, "425 350,350" busy, "400
     * 400,200,400,2000" a double ring. "950 330/1400 330/1800 330,1000" changes the frequency on the way and "425
     * 375,375/425@-10 375,375" the level.
     *
     * @throws IllegalArgumentException what is wrong with the text
     */
    public static CadencedTone parse(String notation) {
        return new CadencedTone(ToneNotation.steps(notation), notation.strip());
    }

    /** Whether it sounds without a break and without an end. */
    public boolean continuous() {
        return steps.size() == 1 && steps.getFirst().millis() == 0;
    }

    /** Length of one round in milliseconds, 0 when continuous. */
    public int cycleMillis() {
        return steps.stream().mapToInt(ToneStep::millis).sum();
    }

    @Override
    public String toString() {
        return notation;
    }
}
