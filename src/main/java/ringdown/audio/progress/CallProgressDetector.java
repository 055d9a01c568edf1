package ringdown.audio.progress;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.progress.BurstMeter.Change;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.CountryTones;

/**
 * Recognises an exchange's tones by frequency and cadence to the limits of LINES.md rule 11: each tone down to -36 dBm0,
 * ±25 Hz, ±15 %, noise at -50 dBm0; busy within four rounds. A regular or irregular sequence that repeats is found even
 * when no table knows it. What the box itself plays must have gone through the echo canceller before. Belongs to one
 * thread.
 */
public final class CallProgressDetector {
    private static final int SURE_BUSY = 3;
    private static final int HISTORY = 20;
    private static final int DIAL_MILLIS = 600;
    /** A sequence with long bursts in it is no dial tone. */
    private static final int AFTER_BURSTS_MILLIS = 2000;

    private static final double DIAL_TOLERANCE_HZ = 12;

    private final CallProgressListener listener;
    private final ToneMeter meter = new ToneMeter();
    private final BurstMeter bursts = new BurstMeter(meter);
    private final InformationTone information = new InformationTone();
    private final List<Burst> history = new ArrayList<>(HISTORY + 1);
    private final ToneShape dial;
    private final ToneShape busy;
    private final ToneShape congestion;
    private final ToneShape ringback;
    private long position;
    private boolean dialled;
    private boolean told;
    private boolean ringing;

    /** Listens for {@code tones}. */
    public CallProgressDetector(CountryTones tones, CallProgressListener listener) {
        this.listener = listener;
        dial = new ToneShape(tones.dial());
        busy = new ToneShape(tones.busy());
        congestion = new ToneShape(tones.congestion());
        ringback = new ToneShape(tones.ringback());
    }

    /** The same for a line whose own busy tone has been learned. */
    public static CallProgressDetector learned(CountryTones tones, CadencedTone busy, CallProgressListener listener) {
        return new CallProgressDetector(tones.withBusy(busy), listener);
    }

    /**
     * From now on a steady tone may be ring back: dial tone is told only when it is longer than that. Until this is
     * called, 600 ms are enough.
     */
    public void dialled() {
        dialled = true;
        reset();
    }

    /** How long a steady tone of dial tone's frequency has lasted so far, in milliseconds. */
    public int steadyMillis() {
        Burst now = bursts.current();
        boolean level = now != null && (now.flat() || dial.beats());
        return now != null && level && dial.hasFrequencyOf(now, dialTolerance(now)) ? bursts.onMillis() : 0;
    }

    /** Listens to a block. */
    public void process(short[] samples, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            position++;
            if (information.add(samples[i])) {
                listener.heard(new CallProgressEvent.Information(information.from(), position));
            }
            if (meter.add(samples[i])) {
                look();
            }
        }
    }

    private void reset() {
        history.clear();
        bursts.forget();
        told = false;
        ringing = false;
    }

    private void look() {
        Change change = bursts.look(position);
        switch (change) {
            case BROKEN -> {
                history.clear();
                told = false;
                ringing = false;
            }
            case PAUSE_ENDED -> pauseEnded(bursts.last());
            case NONE -> {}
        }
        if (!told) {
            steady();
            ringBack();
        }
    }

    private void pauseEnded(@Nullable Burst burst) {
        if (burst == null) {
            return;
        }
        if (burst.on() > AFTER_BURSTS_MILLIS) {
            told = false; // a steady tone has ended; what comes now is something else
            history.clear();
            return;
        }
        history.add(burst);
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
        if (!told) {
            cadence();
        }
    }

    private void cadence() {
        int busyNeeded = Math.max(SURE_BUSY, busy.pairs() * 2);
        int congestionNeeded = Math.max(SURE_BUSY, congestion.pairs() * 2);
        if (!dial.continuous() && dial.matches(history, dial.pairs() * 2)) {
            tell(new CallProgressEvent.DialTone(since(dial.pairs() * 2), position));
        } else if (busy.matches(history, busyNeeded)) {
            tell(new CallProgressEvent.Busy(start(), position));
        } else if (congestion.matches(history, congestionNeeded)) {
            tell(new CallProgressEvent.Congestion(start(), position));
        } else if (dial.continuous()) {
            int period = Repetition.period(history);
            if (period > 0) {
                String heard = Repetition.notation(history, period);
                tell(new CallProgressEvent.Repeating(start(), position, heard));
            }
        }
    }

    private void steady() {
        Burst now = bursts.current();
        if (now == null || !dial.continuous() || steadyMillis() < dialMillis(now)) {
            return;
        }
        if (Repetition.stutters(history)) {
            tell(new CallProgressEvent.StutterDialTone(start(), position));
        } else {
            tell(new CallProgressEvent.DialTone(now.from(), position));
        }
    }

    private int dialMillis(Burst now) {
        if (!history.isEmpty() && !Repetition.stutters(history)) {
            return AFTER_BURSTS_MILLIS;
        }
        boolean mayRing = dialled && ringback.hasFrequencyOf(now);
        int ring = mayRing ? (int) (ringback.longestOn() * 1.2) + 150 : 0;
        return Math.max(DIAL_MILLIS, Math.max(ring, Math.max(longest(busy, now), longest(congestion, now))));
    }

    private static int longest(ToneShape shape, Burst now) {
        return shape.hasFrequencyOf(now) ? (int) (shape.longestOn() * 1.15) + 60 : 0;
    }

    private static double dialTolerance(Burst now) {
        return now.dual() ? 2 * DIAL_TOLERANCE_HZ : DIAL_TOLERANCE_HZ;
    }

    private void ringBack() {
        Burst now = bursts.current();
        if (ringing || now == null || bursts.offMillis() == 0) {
            return;
        }
        if (ringback.ringsWith(now, bursts.offMillis())) {
            ringing = true;
            listener.heard(new CallProgressEvent.RingBack(now.from(), position));
        }
    }

    private void tell(CallProgressEvent event) {
        told = true;
        listener.heard(event);
    }

    /** The first burst of the unbroken run of bursts that are as short as these: where a message ends. */
    private long start() {
        return since(history.size());
    }

    private long since(int count) {
        return Math.max(
                0, history.get(history.size() - Math.min(count, history.size())).from());
    }

    @Override
    public String toString() {
        return "call progress at " + Frame.millis(position) + " ms, " + history.size() + " bursts";
    }
}
