package ringdown.line;

import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.CopperReadings;

/**
 * Whether a line may be relied on: its last caller may still hold it (LINES rule 6), the network behind it may be dead, or divert
 * it (rule 9). Belongs to the board's thread, but for what others read.
 */
final class Standing {
    private static final String NOT_RUNG = "lineNotRung";
    private static final int RELEASES = 10;
    private static final int READINGS_EACH = Frames.of(200);
    private static final int HELD = Frames.of(120_000);

    private final Deque<CopperReadings.Release> releases = new ConcurrentLinkedDeque<>();
    private final String via;
    private final LineSite site;
    private final LineLife life;
    private volatile boolean clearing;
    /** The first start, if nobody has ever called: dial tone proves nothing of the way in. */
    private Instant lastRing;

    private volatile @Nullable Instant notRungSince;
    private volatile int heldFor;
    private int frames;
    private volatile CopperReadings readings;

    Standing(String via, LineSite site) {
        this.via = via;
        this.site = site;
        life = new LineLife(site.clock());
        LineRings before = site.profiles().rings(via);
        lastRing = before.last() == null ? life.last() : before.last();
        notRungSince = before.missedSince();
        if (notRungSince != null) {
            site.alarm(NOT_RUNG, via, true); // a restart has not mended it
        }
        readings = readings(0, 0, 0);
    }

    boolean clearing() {
        return clearing;
    }

    @Nullable
    Instant mute() {
        Instant silent = life.mute();
        return silent == null ? notRungSince : silent;
    }

    /** What was seen of it, for the ledger. */
    String muteSeen() {
        return life.mute() != null || notRungSince == null
                ? "no dial tone: since then at the latest"
                : "our own test call did not ring it: since then at the latest";
    }

    /** Our own test call has rung the line, or not: then nobody may have got through since the last ring, at the latest. */
    void trial(boolean rang) {
        if (rang) {
            alive();
            rung();
        } else if (notRungSince == null) {
            Logger.warn("{}: our own test call did not ring it", via);
            notRungSince = lastRing;
            site.profiles().rang(via, new LineRings(lastRing, lastRing));
            site.alarm(NOT_RUNG, via, true);
            site.lineTold(via);
        }
    }

    /** It rings: callers get through. */
    void rung() {
        lastRing = site.clock().now();
        site.profiles().rang(via, new LineRings(lastRing, null));
        if (notRungSince != null) {
            notRungSince = null;
            site.alarm(NOT_RUNG, via, false);
            site.lineTold(via);
        }
    }

    /** A call in is over; {@code officeFirst}: the office hung up, the caller may still be there. */
    void callEnded(boolean officeFirst) {
        clearing = officeFirst;
    }

    /** Dial tone was heard: no caller holds the line, and it lives. */
    void dialTone() {
        clearing = false;
        alive();
    }

    /** Dial tone that is interrupted: the provider may be diverting the line. */
    void diverted(boolean now) {
        site.alarm("lineDiverted", via, now);
    }

    /** Nobody has spoken in a talk for a quarter of an hour, or somebody does again. */
    void silent(boolean now) {
        site.alarm("lineSilent", via, now);
    }

    /** A call, or a ring. */
    void alive() {
        if (life.sign()) {
            site.mute(via, false);
        }
    }

    /** Neither dial tone nor anybody on a line that we had seized; where a caller may hold it that proves nothing. */
    void nobodyThere() {
        if (!clearing && life.missing()) {
            Logger.warn("{}: neither dial tone nor anybody there", via);
            site.mute(via, true);
        }
    }

    /** The far end has gone; remembered is how that was known. */
    void released(String how) {
        releases.addFirst(new CopperReadings.Release(site.clock().now(), how));
        while (releases.size() > RELEASES) {
            releases.pollLast();
        }
    }

    /** One frame: what the wires show, and whether the line has been in use for long while we are on hook. */
    void frame(FxoCard card, BatteryWatch battery) {
        int inUse = battery.inUseFor();
        if (inUse == HELD || (inUse == 0 && heldFor >= HELD)) {
            site.alarm("lineHeld", via, inUse == HELD);
        }
        heldFor = inUse;
        if (++frames % READINGS_EACH == 0) {
            readings = readings(card.volts(), card.milliamps(), battery.idleVolts());
        }
    }

    private CopperReadings readings(double volts, double milliamps, double idle) {
        boolean held = heldFor >= HELD;
        return new CopperReadings(volts, milliamps, idle, life.last(), clearing, held, mute(), List.copyOf(releases));
    }

    /** All that is known here, with what the wires show. */
    CopperReadings readings() {
        CopperReadings last = readings;
        return readings(last.volts(), last.milliamps(), last.idleVolts());
    }

    /** One frame; true when it is time for a silent seizure. */
    boolean due(boolean quiet, LineSetup setup) {
        return life.due(quiet, setup);
    }
}
