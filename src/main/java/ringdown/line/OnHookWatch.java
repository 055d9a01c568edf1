package ringdown.line;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.callerid.Absence;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.audio.callerid.CallerIdMessage;
import ringdown.audio.callerid.CallerIdReceiver;
import ringdown.number.CallerId;

/**
 * Watches a line on hook: ringing, its end, and who calls, in whatever form the exchange says it. A call begins with a burst of
 * 350 ms, or with a shorter one that a caller ID follows (LINES rule 10). Belongs to the board's thread.
 */
final class OnHookWatch {
    /** No line is seized so soon after a burst: the next one may be on its way (LINES rule 7). */
    private static final int QUIET = Frames.of(6000);
    /** A caller ID that no ring follows in this time belonged to nobody. */
    private static final int CALLER_KEPT = Frames.of(6000);

    private final FxoLine line;
    private final short[] deaf = Frame.silence();
    private final CallerIdReceiver receiver = new CallerIdReceiver(this::heard);
    private RingWatch rings;
    private @Nullable CallerId caller;
    private int callerFor;
    private int sinceBurst = QUIET;
    private int sinceFirstRing;
    private boolean wasSounding;
    private boolean offered;

    OnHookWatch(FxoLine line, int learntPauseMillis) {
        this.line = line;
        rings = new RingWatch(line.setup().tones().ringCadence(), learntPauseMillis);
    }

    void frame(short[] in) {
        if (line.card.offHook()) {
            return;
        }
        if (line.battery.reversed()) {
            receiver.reversed();
        }
        rings.frame(line.card.ringing() && line.battery.present());
        boolean sounding = rings.sounding();
        receiver.process(sounding ? deaf : in, 0, Frame.SAMPLES);
        if (wasSounding && !sounding) {
            receiver.rang();
        }
        wasSounding = sounding;
        count(sounding);
        decide();
    }

    private void count(boolean sounding) {
        sinceBurst = sounding ? 0 : Math.min(QUIET, sinceBurst + 1);
        sinceFirstRing = rings.call() ? sinceFirstRing + 1 : 0;
        if (caller != null && !rings.seen() && ++callerFor > CALLER_KEPT) {
            caller = null;
        }
    }

    private void decide() {
        if (!offered && line.idle() && (rings.call() || rings.seen() && caller != null)) {
            offered = true;
            line.offer(caller == null ? CallerId.UNKNOWN : caller, caller != null);
        }
        if (rings.over() && line.idle()) {
            forget();
        }
    }

    private void heard(CallerIdHeard heard) {
        switch (heard) {
            case CallerIdHeard.Received received -> {
                caller = callerId(received.message());
                callerFor = 0;
                // We hung up on whoever rang; another caller ID in the same ringing is the next caller, right behind.
                offered = offered && !line.idle();
            }
            case CallerIdHeard.LampSet _, CallerIdHeard.Damaged _ -> {}
        }
    }

    private static CallerId callerId(CallerIdMessage message) {
        if (message.number() != null) {
            return CallerId.of(message.number(), message.name());
        }
        CallerId.Presentation why = message.numberAbsence() == Absence.HIDDEN
                ? CallerId.Presentation.HIDDEN
                : CallerId.Presentation.OUT_OF_AREA;
        return new CallerId(null, message.name(), why);
    }

    /** Who calls, as far as it is known; null until then. */
    @Nullable
    CallerId caller() {
        return caller;
    }

    /** An FSK message is coming in: the line must not be taken now (LINES rule 12). */
    boolean receiving() {
        return receiver.receiving();
    }

    /** Nothing more will be said about the caller: two rings have passed, or six seconds. */
    boolean callerOverdue() {
        return !receiving() && (rings.endedRings() >= 2 || sinceFirstRing >= QUIET);
    }

    boolean ringing() {
        return rings.call() && !rings.over();
    }

    /** How long the last burst is past, six seconds at most. */
    Duration silentFor() {
        return Duration.ofMillis(sinceBurst * 10L);
    }

    boolean over() {
        return rings.over();
    }

    /** The line may be seized as far as ringing goes. */
    boolean quiet() {
        return sinceBurst >= QUIET && !rings.seen() && !receiving() && caller == null;
    }

    /** The line was off hook: whatever rang before is over. */
    void afterCall() {
        forget();
        sinceBurst = QUIET;
    }

    /** The offered caller has gone, or this ringing is over. */
    private void forget() {
        int pause = rings.learntPauseMillis();
        line.learnt(new LineProfile(line.battery.idleVolts(), pause));
        rings = new RingWatch(line.setup().tones().ringCadence(), pause);
        caller = null;
        offered = false;
        wasSounding = false;
    }
}
