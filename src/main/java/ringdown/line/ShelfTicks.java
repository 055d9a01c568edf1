package ringdown.line;

import ringdown.media.TickSource;

/** The frames of a shelf as what makes the media clock tick: where a board is present, its PCM frames are the media clock (LINES rule 3). */
public final class ShelfTicks implements TickSource {
    private final Shelf shelf;

    /** Ticks with every frame of the shelf. */
    public ShelfTicks(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public int await() {
        return shelf.await() ? 1 : 0;
    }

    @Override
    public long lost() {
        return shelf.lost();
    }

    @Override
    public void close() {
        shelf.close();
    }

    @Override
    public String toString() {
        return "frames of the board";
    }
}
