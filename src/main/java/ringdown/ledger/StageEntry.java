package ringdown.ledger;

import java.util.List;
import java.util.Map;

/**
 * One step of the way: who was rung, for how long, and who was not and why.
 *
 * @param target the words of the script ("manager", "team care"); {@code "manager, else head"} when the second was rung in its place
 * @param rang extensions, or numbers of mobiles
 * @param notRung extension to cause ("busy", "unregistered", "doNotDisturb", "away", …); who is in both rang until that was so
 * @param seconds 0 when nobody could be rung
 */
public record StageEntry(String target, List<String> rang, Map<String, String> notRung, double seconds, Result result) {
    /** Between the target of the script and the one rung in its place. */
    public static final String ELSE = ", else ";

    private static final String HEAD = "head";

    /** The head was rung because nobody else took the call: as the stage's target, or in place of it. */
    public boolean escalated() {
        return !rang.isEmpty() && (target.equals(HEAD) || target.endsWith(ELSE + HEAD));
    }

    /** How a stage ended. */
    public enum Result {
        /** Somebody took it. */
        ANSWERED("answered"),
        /** It rang until the time was over. */
        NO_ANSWER("noAnswer"),
        /** All who could be rung were busy. */
        BUSY("busy"),
        /** Nobody could be rung. */
        UNREACHABLE("unreachable"),
        /** The caller left while it rang. */
        CALLER_LEFT("callerLeft");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }

        /** The result of that word; unknown words fail with IllegalArgumentException. */
        public static Result ofWord(String word) {
            for (Result result : values()) {
                if (result.word.equals(word)) {
                    return result;
                }
            }
            throw new IllegalArgumentException("no result " + word);
        }
    }
}
