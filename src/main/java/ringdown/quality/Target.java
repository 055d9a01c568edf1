package ringdown.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside what the office wants of it.
 *
 * @param wanted as in the office file, "90%"; null: the office has not said
 * @param figure a share from 0 to 1, or the mean mark; null where there is nothing to reckon with
 * @param met null: nothing wanted, or nothing to reckon with
 * @param n and of: the numbers behind the figure
 * @param calls those that count in {@code n}
 * @param others those that count in {@code of} only
 */
public record Target(
        Name name,
        @Nullable String wanted,
        @Nullable Double figure,
        @Nullable Boolean met,
        int n,
        int of,
        List<String> calls,
        List<String> others) {
    public Target {
        calls = List.copyOf(calls);
        others = List.copyOf(others);
    }

    /** The figures, by the words of the office file. */
    public enum Name {
        /** Of the calls that somebody was to answer: taken within 20 s of the first ring. */
        ANSWERED_IN_20S("answeredIn20s", true),
        /** Of the calls in: overdue, given up, or without a number. */
        LOST("lost", false),
        /** Of the calls that somebody was to answer: the head was rung because nobody else took it. */
        REACHED_HEAD("reachedHead", false),
        /** Of the promises that are decided: kept by their deadline. */
        PROMISES_IN_TIME("promisesInTime", true),
        /** Of the talks: the caller had not to call again within a week. */
        FIRST_CALL_SOLVED("firstCallSolved", true),
        /** The mean mark, 1 to 5. */
        RATING("rating", true),
        /** Of the talks whose caller was to be asked: gave a mark. */
        RATING_SHARE("ratingShare", true);

        private final String word;
        private final boolean moreIsBetter;

        Name(String word, boolean moreIsBetter) {
            this.word = word;
            this.moreIsBetter = moreIsBetter;
        }

        /** The word in the office file and the API. */
        public String word() {
            return word;
        }

        boolean reached(double figure, double wanted) {
            return moreIsBetter ? figure >= wanted : figure <= wanted;
        }
    }
}
