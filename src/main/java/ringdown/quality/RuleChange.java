package ringdown.quality;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import ringdown.office.Office;

/**
 * A concrete change of the office file.
 *
 * @param args what the words of the change need: names, stages, times as the office file writes them
 * @param after the office with the change
 */
record RuleChange(Word word, Map<String, String> args, Office after) {
    RuleChange {
        args = Collections.unmodifiableMap(new LinkedHashMap<>(args));
    }

    /** {@code args}: names and values, in turn. */
    static RuleChange of(Office office, Word word, Rewrite rewrite, String... args) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            named.put(args[i], args[i + 1]);
        }
        return new RuleChange(word, named, rewrite.in(office));
    }

    /** What is changed; the page has a sentence for each. */
    enum Word {
        /** The stage rings longer: {@code script, stage, from, to}. */
        LONGER_STAGE("longerStage"),
        /** The stage rings shorter, so that the next one comes in time: {@code script, stage, from, to}. */
        SHORTER_STAGE("shorterStage"),
        /** {@code person, team}. */
        ADD_TO_TEAM("addToTeam"),
        /** The first team that the class's script rings is another: {@code script, from, to}. */
        OTHER_TEAM("otherTeam"),
        /** The class is another team's: {@code class, to}. */
        CLASS_TO_TEAM("classToTeam"),
        /** The override ends by itself: {@code override, to}. */
        OVERRIDE_ENDS("overrideEnds"),
        /** The hours have the break that was set by hand: {@code override, from, to}. */
        BREAK_IN_HOURS("breakInHours"),
        /** Callers are promised a later moment, which can be kept: {@code class, from, to}. */
        LONGER_PROMISE("longerPromise"),
        /** The provider sends calls to another line while this one is busy: {@code line, to}. */
        BUSY_FORWARD("busyForward"),
        /** The reserve has duty in place of somebody: {@code person, to}. */
        OTHER_DUTY("otherDuty");

        private final String word;

        Word(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
