package ringdown.board;

import ringdown.line.Shelf;

/** A board with its cards. */
public interface Board extends Shelf {
    /** As on the command line: "simulated", "oak". */
    String name();
}
