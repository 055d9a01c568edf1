package ringdown.board.simulated;

/** Who stands at the far end of a pair. Called on the board's thread, once in every frame, before the cards are read. */
@FunctionalInterface
public interface FarEnd {
    /** Looks at the pair (hook, sound of the last frame) and says what is on it in the next one. */
    void frame();
}
