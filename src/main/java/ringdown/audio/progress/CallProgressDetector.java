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
    /** 30 dB below what is sent. */
    private static final double LEFT = 0.001;
    /** A frame; an echo is late by up to three of them. */
    private static final double FADES = 0.7;

    private static final double ALIKE = 1.5;

    private final CallProgressListener listener;
    private final ToneMeter meter = new ToneMeter();
    private final BurstMeter bursts = new BurstMeter(meter);
    private final InformationTone information = new InformationTone();
    private final CallWaitingTone waiting;
    private final List<Burst> history = new ArrayList<>(HISTORY + 1);
    private final ToneShape dial;
    private final ToneShape busy;
    private final @Nullable ToneShape ownBusy;
    private final ToneShape congestion;
    private final ToneShape ringback;
    private final OwnTone own;
    private double sending;
    private long position;
    private boolean dialled;
    private boolean told;
    private boolean ringing;

    /** Listens for {@code tones}. */
    public CallProgressDetector(CountryTones tones, CallProgressListener listener) {
        this(tones, null, listener);
    }

    private CallProgressDetector(CountryTones tones, @Nullable CadencedTone own, CallProgressListener listener) {
        this.listener = listener;
        ownBusy = own == null ? null : new ToneShape(own);
        dial = new ToneShape(tones.dial());
        this.own = new OwnTone(dial.frequencies());
        busy = new ToneShape(tones.busy());
        congestion = new ToneShape(tones.congestion());
        ringback = new ToneShape(tones.ringback());
        waiting = new CallWaitingTone(tones.callWaiting(), meter);
    }

    /** The same for a line whose own busy tone has been learned; the country's is heard still. */
    public static CallProgressDetector learned(CountryTones tones, CadencedTone busy, CallProgressListener listener) {
        return new CallProgressDetector(tones, busy, listener);
    }

    /**
     * From now on a steady tone may be ring back: dial tone is told only when it is longer than that. Until this is
     * called, 600 ms are enough.
     */
    public void dialled() {
        dialled = true;
        reset();
    }

    /**
     * How long a steady tone of dial tone's frequency has lasted so far, in milliseconds; 0 while it may be the echo of such a
     * tone that the box sends itself. What is the exchange's goes on after that.
     */
    public int steadyMillis() {
        Burst now = bursts.current();
        boolean level = now != null && !own.mayBe(now.power()) && (now.flat() || dial.beats());
        return now != null && level && dial.hasFrequencyOf(now, dialTolerance(now)) ? bursts.onMillis() : 0;
    }

    /** How many times call waiting tone has been recognised: somebody else calls, and the talk goes on over the tone. */
    public int callWaitings() {
        return waiting.heard();
    }

    /**
     * A frame that the box itself sends, before {@link #process} of the same tick: what a canceller and the codec's steps leave of it, some
     * 30 dB below, is neither a tone nor the end of one.
     */
    public void sent(short[] frame) {
        double sum = 0;
        for (short sample : frame) {
            sum += (double) sample * sample;
        }
        sending = Math.max(sum / frame.length, sending * FADES);
        meter.allow(sending * LEFT);
        boolean ownTone = own.sounds();
        own.sent(frame);
        if (ownTone && !own.sounds()) {
            bursts.levelAnew(); // what sounds still is a tone of its own, as loud as it is without ours
        }
    }

    /** Listens to a block. */
    public void process(short[] samples, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            position++;
            if (information.add(samples[i])) {
                listener.heard(new CallProgressEvent.Information(information.from(), position));
            }
            if (meter.add(samples[i])) {
                waiting.look();
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
        if (!dial.continuous() && dial.matches(history, dial.pairs() * 2)) {
            tell(new CallProgressEvent.DialTone(since(dial.pairs() * 2), position));
        } else if (busy.heardIn(history, SURE_BUSY) || (ownBusy != null && ownBusy.heardIn(history, SURE_BUSY))) {
            tell(new CallProgressEvent.Busy(start(), position));
        } else if (congestion.heardIn(history, SURE_BUSY)) {
            tell(new CallProgressEvent.Congestion(start(), position));
        } else {
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
        boolean mayRing = dialled && ringback.hasFrequencyOf(now);
        int ring = mayRing ? (int) (ringback.longestOn() * 1.2) + 150 : 0;
        if (!history.isEmpty() && !Repetition.stutters(history)) {
            return Math.max(AFTER_BURSTS_MILLIS, ring);
        }
        int own = ownBusy == null ? 0 : longest(ownBusy, now);
        return Math.max(
                Math.max(DIAL_MILLIS, own), Math.max(ring, Math.max(longest(busy, now), longest(congestion, now))));
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

    /** The first burst of the run of bursts and pauses that are as short as these: where a message ends. What was said long before is none. */
    private long start() {
        int newest = history.size() - 1;
        int on = 0;
        int off = 0;
        for (int i = newest; i >= Math.max(0, newest - 2); i--) {
            on = Math.max(on, history.get(i).on());
            off = Math.max(off, history.get(i).off());
        }
        int first = newest;
        while (first > 0 && isOfRun(history.get(first - 1), on, off)) {
            first--;
        }
        return Math.max(0, history.get(first).from());
    }

    private static boolean isOfRun(Burst before, int on, int off) {
        return before.on() <= ALIKE * on && before.off() <= ALIKE * off;
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
