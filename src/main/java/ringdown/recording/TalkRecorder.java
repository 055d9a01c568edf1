package ringdown.recording;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Ledger;
import ringdown.media.CrossConnect;
import ringdown.notice.Alarms;

/**
 * Records talks, one file a call. While the disk has little room left the oldest recordings go; where that is not enough those that run
 * stop, none begins, and an alarm says so: calls go on. Safe from any thread.
 */
public final class TalkRecorder {
    /** What messages and the ledger need goes before talks: some minutes of messages, days of calls. */
    static final long LEAST_ROOM = 8 * 1024 * 1024;

    private static final int RING_SECONDS = 10;
    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final Duration HEALING = Duration.ofSeconds(5);
    private static final String STOPPED = "recordingStopped";
    private static final String BOX = "box";

    private final Recorder recorder;
    private final Recordings recordings;
    private final Ledger ledger;
    private final CrossConnect matrix;
    private final OfficeClock clock;
    private final Alarms alarms;
    private final Runnable someKept;
    private final Map<String, TalkRecording> running = new ConcurrentHashMap<>();
    private final DiskWatch disk = new DiskWatch();

    /** @param someKept hears that a recording has begun; must not wait */
    public TalkRecorder(
            Recorder recorder,
            Recordings recordings,
            Ledger ledger,
            CrossConnect matrix,
            OfficeClock clock,
            Alarms alarms,
            Runnable someKept) {
        this.recorder = recorder;
        this.recordings = recordings;
        this.ledger = ledger;
        this.matrix = matrix;
        this.clock = clock;
        this.alarms = alarms;
        this.someKept = someKept;
    }

    /** Begins the recording of a call; whoever asks closes it when the call is over. Never waits for the disk. */
    public TalkRecording begin(String callId) {
        TalkRecording talk = new TalkRecording(callId, new PairRing(RING_SECONDS), matrix);
        running.put(callId, talk);
        recorder.take(new TalkTape(talk, recordings.place(callId), disk, clock.nanos()));
        return talk;
    }

    /** That person, or number outside, talks in it from now on. */
    public void talks(String callId, String who) {
        recordings.talks(callId, who);
    }

    /** The one that runs for that call. */
    public Optional<TalkRecording> of(String callId) {
        return Optional.ofNullable(running.get(callId)).filter(talk -> !talk.ended());
    }

    /** Stops it for a while (a card number is being told), or goes on; the call's events say so. False if none runs for the call. */
    public boolean pause(String callId, boolean pause, String by) {
        Optional<TalkRecording> talk = of(callId);
        talk.filter(one -> pause ? one.pause() : one.goOn())
                .ifPresent(one -> ledger.event(
                        callId, clock.now(), pause ? "recording paused by " + by : "recording goes on by " + by));
        return talk.isPresent();
    }

    /** Looks at the disk for all of them: on the recorder's thread while something runs, on the clock's until a stop has healed. */
    private final class DiskWatch implements TalkTape.Events {
        private volatile boolean room = true;
        private boolean stopped;
        private long lookAt = Long.MIN_VALUE;

        @Override
        public void begun(TalkRecording talk, String name) {
            recordings.begun(talk.callId(), name);
            someKept.run();
        }

        @Override
        public boolean room() {
            long now = clock.nanos();
            if (lookAt == Long.MIN_VALUE || now - lookAt >= 0) {
                lookAt = now + LOOK_NANOS;
                look();
            }
            return room;
        }

        private synchronized void look() {
            if (recordings.room() < LEAST_ROOM) {
                recordings.makeRoom();
            }
            boolean enough = recordings.room() >= LEAST_ROOM;
            if (enough && stopped) {
                stopped = false;
                alarms.heal(STOPPED, BOX, clock.now());
            }
            room = enough;
            if (stopped) {
                clock.after(HEALING, "recordings", this::look);
            }
        }

        @Override
        public void stopped(TalkRecording talk) {
            Logger.error("{} stops: the disk does not take it", talk);
            alarm();
            ledger.event(talk.callId(), clock.now(), "recording stopped: the disk is full");
        }

        private synchronized void alarm() {
            if (!stopped) {
                stopped = true;
                alarms.raise(STOPPED, BOX, clock.now());
                clock.after(HEALING, "recordings", this::look);
            }
        }

        @Override
        public void over(TalkRecording talk) {
            running.remove(talk.callId(), talk);
        }
    }
}
