package ringdown.prompts;

/** Where in a sentence a piece stands. The voice's melody depends on it, so each piece is rendered in its place. */
enum Place {
    /** One or more sentences by itself. */
    WHOLE,
    /** The beginning: more follows. */
    FIRST,
    /** Something before and something after it. */
    MIDDLE,
    /** The end: the voice falls. */
    LAST
}
