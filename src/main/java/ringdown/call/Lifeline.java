package ringdown.call;

/**
 * A telephone that a relay takes to the box's port, and that hangs on an outside line otherwise (LINES rule 17).
 *
 * @param telephone "fxs:1"
 * @param line "fxo:1"
 */
public record Lifeline(String telephone, String line, Place place) {
    /** Where the telephone hangs, and why. */
    public enum Place {
        /** On the box: the relay is pulled. */
        BOX("box"),
        /** On the line, which has not been at rest for long enough to take the telephone away from it. */
        LINE_IN_USE("lineInUse"),
        /** On the line: the box starts, stops, or is not well. */
        BOX_NOT_WELL("boxNotWell"),
        /** On the line: the electronics of the port or of the line fail. */
        PORT_FAULT("portFault"),
        /** On the line for good: the board has no output for the relay, or no such line. */
        NO_OUTPUT("noOutput");

        private final String word;

        Place(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }
    }
}
