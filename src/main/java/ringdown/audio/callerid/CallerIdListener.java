package ringdown.audio.callerid;

/** Hears callers. Called from within {@link CallerIdReceiver#process}. */
@FunctionalInterface
public interface CallerIdListener {
    void heard(CallerIdHeard heard);
}
