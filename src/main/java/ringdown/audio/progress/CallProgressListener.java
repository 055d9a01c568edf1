package ringdown.audio.progress;

/** Hears what the exchange says. Called from within {@link CallProgressDetector#process}. */
@FunctionalInterface
public interface CallProgressListener {
    void heard(CallProgressEvent event);
}
