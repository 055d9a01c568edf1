package ringdown.board.modem;

/** What a modem says besides sound. */
sealed interface Said {
    /** A line of text: a result, a ring, a caller ID, an answer to a question. */
    record Word(String text) implements Said {}

    /** An event in the stream, by its code behind DLE (V.253 table 8). */
    record Sign(char code) implements Said {}

    /** The stream of sound has ended: DLE ETX. */
    record SoundOver() implements Said {}

    /** There is no modem any more. */
    record Lost(String why) implements Said {}
}
