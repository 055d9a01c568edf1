package ringdown.audio.dtmf;

/** Hears keys. Called from within {@link DtmfReceiver#process}; each key once. Positions count samples from 0. */
public interface DtmfListener {
    /** A key is being pressed since about sample {@code from}. */
    void began(char key, long from);

    /** The key was let go: it sounded from about {@code from} to about {@code to}. */
    void ended(char key, long from, long to);
}
