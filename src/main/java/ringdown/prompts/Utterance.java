package ringdown.prompts;

import java.util.ArrayList;
import java.util.List;

/** A sentence put together from pieces, in order. */
record Utterance(List<Step> steps) {
    record Step(Piece piece, Join join) {}

    Utterance {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("an utterance says something");
        }
        steps = List.copyOf(steps);
    }

    /** The sentence as a person would write it. */
    String words() {
        var text = new StringBuilder();
        for (var step : steps) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(step.piece().words())
                    .append(step.join().mark());
        }
        return text.toString();
    }

    List<Piece> pieces() {
        return steps.stream().map(Step::piece).toList();
    }

    /** Collects steps; a join belongs to the piece before it. */
    static final class Sentence {
        private final List<Step> steps = new ArrayList<>();

        Sentence say(Piece piece) {
            steps.add(new Step(piece, Join.CLOSE));
            return this;
        }

        Sentence say(List<Piece> pieces) {
            pieces.forEach(this::say);
            return this;
        }

        Sentence comma() {
            return join(Join.COMMA);
        }

        Sentence colon() {
            return join(Join.COLON);
        }

        Utterance stop() {
            join(Join.STOP);
            return new Utterance(steps);
        }

        private Sentence join(Join join) {
            steps.addLast(new Step(steps.removeLast().piece(), join));
            return this;
        }
    }
}
