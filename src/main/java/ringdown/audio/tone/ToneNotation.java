package ringdown.audio.tone;

import java.util.ArrayList;
import java.util.List;

/** Reads the notation described at {@link CadencedTone#parse}. */
final class ToneNotation {
    private final String whole;

    private ToneNotation(String whole) {
        this.whole = whole;
    }

    static List<ToneStep> steps(String notation) {
        return new ToneNotation(notation.strip()).steps();
    }

    private List<ToneStep> steps() {
        List<ToneStep> steps = new ArrayList<>();
        for (String part : whole.split("/", -1)) {
            addPart(part.strip(), steps);
        }
        if (steps.size() > 32) {
            throw bad("it has more than 32 parts");
        }
        return steps;
    }

    private void addPart(String part, List<ToneStep> steps) {
        String[] words = part.split("\\s+");
        if (words.length > 2 || part.isEmpty()) {
            throw bad("a part is frequencies, a blank, and milliseconds");
        }
        String[] sound = words[0].split("@", 2);
        double gain = sound.length == 2 ? number(sound[1]) : 0;
        Tone tone = tone(sound[0]);
        if (words.length == 1) {
            steps.add(new ToneStep(tone, 0, gain));
            return;
        }
        boolean on = true;
        for (String millis : words[1].split(",", -1)) {
            steps.add(new ToneStep(on ? tone : null, millis(millis), on ? gain : 0));
            on = !on;
        }
    }

    private Tone tone(String text) {
        String[] sum = text.split("\\+", -1);
        if (sum.length == 2) {
            return new Tone.Dual(number(sum[0]), number(sum[1]));
        }
        String[] product = text.split("\\*", -1);
        if (product.length == 2) {
            return new Tone.Modulated(number(product[0]), number(product[1]));
        }
        return new Tone.Single(number(text));
    }

    private int millis(String text) {
        double value = number(text);
        if (value != Math.rint(value) || value < 1 || value > 600_000) {
            throw bad("a part lasts 1 to 600000 whole milliseconds, not " + text);
        }
        return (int) value;
    }

    private double number(String text) {
        if (!text.matches("-?\\d{1,7}(\\.\\d{1,3})?")) {
            throw bad("\"" + text + "\" is no number");
        }
        return Double.parseDouble(text);
    }

    private IllegalArgumentException bad(String why) {
        return new IllegalArgumentException("\"" + whole + "\" is no tone: " + why
                + "; it is written like \"425\", \"350+440\" or \"425 350,350\"");
    }
}
