package ringdown.line;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.callerid.Absence;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.audio.callerid.CallerIdMessage;
import ringdown.audio.callerid.CallerIdReceiver;
import ringdown.audio.callerid.CallerIdScheme;
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
    /** Keys that come so shortly before the 350th millisecond of a ring tell who rings in it, not who rang before. */
    private static final int BEFORE_RING = Frames.of(900);
    /** Nobody can hang up, dial again and be told again in less. */
    private static final int REPEATED = Frames.of(800);
    /** A battery that fails for so long is no exchange that switches (LINES rule 11). */
    private static final int BREAK = Frames.of(300);
    /** A reversal that announces a call comes right before it. */
    private static final int ANNOUNCED = Frames.of(4000);

    private final FxoLine line;
    private final short[] deaf = Frame.silence();
    private final CallerIdReceiver receiver = new CallerIdReceiver(this::heard);
    private RingCadence cadence;
    private RingWatch rings;
    private @Nullable CallerId caller;
    private @Nullable String bits;
    private CallerIdScheme scheme = CallerIdScheme.ETSI;
    private int callerFor;
    private int sinceBurst = QUIET;
    private int sinceFirstRing;
    /** What stood on the wires before the burst, where a parallel telephone seemed to be off hook; else 0. */
    private double lowVolts;

    private boolean wasSounding;
    private boolean offered;
    private int sinceTurned = ANNOUNCED;

    OnHookWatch(FxoLine line, int learntPauseMillis) {
        this.line = line;
        cadence = new RingCadence(line.setup().tones().ringCadence(), learntPauseMillis);
        rings = new RingWatch(cadence);
    }

    void frame(short[] in) {
        if (line.card.offHook()) {
            return;
        }
        sinceTurned = Math.min(ANNOUNCED, sinceTurned + 1);
        if (line.battery.reversed()) {
            sinceTurned = 0;
            receiver.reversed();
        }
        if (line.battery.reversed() || line.battery.missingFor() == BREAK) {
            rings.batteryTurned();
        }
        boolean voltage = line.card.ringing() && line.battery.present();
        if (!voltage && !rings.sounding()) {
            lowVolts = line.battery.inUse() ? Math.abs(line.card.volts()) : 0;
        }
        boolean rang = rings.call();
        rings.frame(voltage, !offered || !line.idle());
        if (lowVolts > 0 && !rang && rings.call()) {
            line.battery.rangAt(lowVolts);
        }
        told();
        boolean sounding = rings.sounding();
        receiver.process(sounding ? deaf : in, 0, Frame.SAMPLES);
        if (wasSounding && !sounding) {
            ended();
        }
        wasSounding = sounding;
        count(sounding);
        decide();
    }

    private void told() {
        FxoSigns signs = line.card.signs();
        CallerIdHeard told = signs == null ? null : signs.caller();
        if (told != null) {
            heard(told);
        }
    }

    private void ended() {
        if (rings.call()) {
            receiver.rang();
        } else {
            receiver.pulsed();
        }
    }

    private void count(boolean sounding) {
        sinceBurst = sounding ? 0 : Math.min(QUIET, sinceBurst + 1);
        sinceFirstRing = rings.call() ? sinceFirstRing + 1 : 0;
        callerFor = Math.min(callerFor, CALLER_KEPT) + 1;
        if (caller != null && !rings.seen() && callerFor > CALLER_KEPT) {
            caller = null;
        }
    }

    private void decide() {
        if (rings.another()) {
            next(scheme == CallerIdScheme.DTMF && callerFor <= BEFORE_RING ? caller : null);
        }
        if (!offered && line.idle() && (rings.call() || rings.seen() && caller != null) && !expected()) {
            offered = true;
            line.arrivals.offer(caller == null ? CallerId.UNKNOWN : caller, caller != null);
        }
        if (rings.over() && line.idle()) {
            ExpectedRing own = line.care.expected();
            if (!offered && rings.call() && own != null && own.hasLeft()) {
                line.arrivals.missed(caller == null ? CallerId.UNKNOWN : caller, silentFor());
            }
            forget();
        }
    }

    /** Our own test call; decided anew in each frame, since whoever rings on is a caller. */
    boolean expected() {
        ExpectedRing own = line.care.expected();
        return own != null && own.isOurs(caller, rings.endedRings() + (rings.sounding() ? 1 : 0));
    }

    /** Our own call has rung, and whoever rings has been told, or will not be. */
    boolean expectedHasRung() {
        boolean told = caller != null ? rings.endedRings() >= 1 : rings.endedRings() >= 2;
        return told && rings.call() && !rings.sounding() && !receiving() && expected();
    }

    private void heard(CallerIdHeard heard) {
        switch (heard) {
            case CallerIdHeard.Received received -> {
                CallerId now = callerId(received.message());
                boolean another = offered && isAnother(now, received.scheme());
                callerFor = 0;
                scheme = received.scheme();
                bits = line.card.signs() == null ? receiver.received(scheme) : null;
                if (another) {
                    rings.otherIdentified();
                    next(now);
                } else {
                    caller = now;
                    rings.identified();
                }
            }
            case CallerIdHeard.LampSet _, CallerIdHeard.Damaged _ -> {}
        }
    }

    /** A caller ID within a ringing: a repetition, a late one, or the next caller's. */
    private boolean isAnother(CallerId now, CallerIdScheme how) {
        return switch (how) {
            // It comes once, before the first ring. Whoever was turned away at once may not have rung long enough to
            // count.
            case ETSI_BEFORE_RING, ETSI_RING_PULSE, ETSI_REVERSAL, BT ->
                rings.call() || (caller != null && callerFor > REPEATED);
            case BELLCORE, ETSI, DTMF, NTT, AON -> caller == null ? line.idle() : !now.equals(caller);
        };
    }

    /** Whoever rang before has gone: another caller rings, right behind (LINES rule 10: no call is lost). */
    private void next(@Nullable CallerId known) {
        line.arrivals.callerGone();
        offered = false;
        caller = known;
        sinceFirstRing = 0;
    }

    static CallerId callerId(CallerIdMessage message) {
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

    /** The polarity has turned within the last seconds. */
    boolean turned() {
        return sinceTurned < ANNOUNCED;
    }

    /** The line was lifted to be told who calls, and lies again: the same caller's ring follows, after whatever pause. */
    void told(@Nullable CallerId who) {
        caller = who == null ? caller : who;
        rings.otherIdentified();
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

    /** Whoever rings is still there, as far as one can know. */
    boolean fresh() {
        return !rings.call() || sinceBurst * 10 <= cadence.fresh();
    }

    boolean over() {
        return rings.over();
    }

    /** The line may be seized as far as ringing goes. */
    boolean quiet() {
        return sinceBurst >= QUIET && !rings.seen() && !receiving() && caller == null;
    }

    /** How it was told who rings: a scheme, "none" after two rings without; null: not known yet. */
    @Nullable
    String callerIdForm() {
        if (caller != null) {
            return scheme.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return rings.endedRings() >= 2 ? "none" : null;
    }

    /** What the exchange told of the caller, as it came; null: nothing, or it was a modem that read it. */
    @Nullable
    String callerIdBits() {
        return caller == null ? null : bits;
    }

    /** The longest pause learnt, after a ringing that had one; else 0. */
    int pauseHeard() {
        return rings.endedRings() >= 2 ? cadence.learnt() : 0;
    }

    /** The line's own pause counts no more. */
    void forgetPause() {
        cadence = new RingCadence(line.setup().tones().ringCadence(), 0);
        rings = new RingWatch(cadence);
    }

    /** The line was off hook: whatever rang before is over. */
    void afterCall() {
        forget();
        rings.answered();
        sinceBurst = QUIET;
    }

    /** The offered caller has gone, or this ringing is over. */
    private void forget() {
        line.learnt.now(profile -> profile.heard(line.battery.idleVolts(), cadence.learnt()));
        rings.forget();
        if (!cadence.of(line.setup().tones().ringCadence())) {
            cadence = new RingCadence(line.setup().tones().ringCadence(), cadence.learnt());
            rings = new RingWatch(cadence);
        }
        caller = null;
        offered = false;
        wasSounding = false;
    }
}
