package ringdown.rtp;

/** A UDP port for the sound of one leg. */
public interface RtpPort extends AutoCloseable {
    @Override
    void close();
}
