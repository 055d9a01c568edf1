package ringdown.media;

/** Sound that flows until this is closed. Closing twice is fine; when close returns, no further frame passes. */
public interface Connection extends AutoCloseable {
    @Override
    void close();
}
