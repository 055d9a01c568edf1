package ringdown.audio.callerid;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.dtmf.DtmfGenerator;

/**
 * The telephone's side of Type II: hears the alerting signal in a talk, mutes it, answers with key D within 100 ms and reads who else
 * calls (GR-30-CORE §2.4, EN 300 659-2). Each dialogue gives at most one {@link CallerIdHeard}. Belongs to the thread that moves the line.
 *
 * <p>How it is wired: each frame from the line goes to {@link #received}; while that is true neither side hears the other. {@link #sending}
 * then fills what goes to the line and is true while the key sounds.
 */
public final class CallWaitingReceiver {
    /** The signal lasts 75 to 85 ms, before a ring up to 110; what lasts longer is somebody's music. */
    private static final int LONGEST_ALERT = Frame.samples(140);
    /** Told behind 50 ms of the signal, and held for two slices. */
    private static final int BEHIND = Frame.samples(20);

    private static final int KEY_MILLIS = 60;
    private static final int KEY = Frame.samples(KEY_MILLIS);
    private static final int LONGEST_DATA = Frame.samples(1800);

    private final CallerIdListener listener;
    private final AlertingTone alerting = new AlertingTone();
    private @Nullable CallerIdReceiver data;
    private final short[] key = key();
    private int sounding;
    private int answered;
    private int listening;

    /** Tells {@code listener} who knocks. */
    public CallWaitingReceiver(CallerIdListener listener) {
        this.listener = listener;
    }

    private static short[] key() {
        var style = new DtmfGenerator.Style(-11, -9, KEY_MILLIS, KEY_MILLIS);
        short[] all = new short[DtmfGenerator.samples("D", style)];
        new DtmfGenerator("D", style).read(all, 0, all.length);
        return Arrays.copyOf(all, KEY);
    }

    /** One frame from the line; true while the talk is muted. */
    public boolean received(short[] frame) {
        CallerIdReceiver reading = data;
        if (reading == null) {
            listen(frame);
            return data != null;
        }
        reading.process(frame, 0, Frame.SAMPLES);
        listening += Frame.SAMPLES;
        if (listening >= LONGEST_DATA) {
            data = null;
        }
        return data != null;
    }

    private void listen(short[] frame) {
        for (short sample : frame) {
            alerting.process(sample);
        }
        if (alerting.heardWithin(BEHIND)) {
            sounding += Frame.SAMPLES;
            return;
        }
        boolean alerted = sounding > 0 && sounding + Frame.samples(50) - BEHIND < LONGEST_ALERT;
        sounding = 0;
        if (alerted) {
            data = new CallerIdReceiver(this::heard);
            answered = 0;
            listening = 0;
        }
    }

    private void heard(CallerIdHeard what) {
        listening = LONGEST_DATA; // nothing more comes
        listener.heard(what);
    }

    /** Fills the frame while the key sounds; false: there is nothing to say. */
    public boolean sending(short[] frame) {
        if (data == null || answered >= KEY) {
            return false;
        }
        System.arraycopy(key, answered, frame, 0, Frame.SAMPLES);
        answered += Frame.SAMPLES;
        return true;
    }
}
