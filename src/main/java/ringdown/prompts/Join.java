package ringdown.prompts;

/** How a piece is followed by the next: what is written between them, and how long the voice rests. */
enum Join {
    CLOSE("", 0),
    COMMA(",", 90),
    COLON(":", 150),
    STOP(".", 0);

    private final String mark;
    private final int pauseMs;

    Join(String mark, int pauseMs) {
        this.mark = mark;
        this.pauseMs = pauseMs;
    }

    String mark() {
        return mark;
    }

    /** Silence in milliseconds beside the 50 ms that each sound has at both ends. */
    int pauseMs() {
        return pauseMs;
    }
}
