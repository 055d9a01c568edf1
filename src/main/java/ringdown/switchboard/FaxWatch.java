package ringdown.switchboard;

import ringdown.audio.Frame;
import ringdown.audio.progress.CallingFax;
import ringdown.call.CallEvent;
import ringdown.media.AudioSink;
import ringdown.media.Connection;

/**
 * Listens for a calling fax from the moment the box answers, whatever the caller hears or whoever talks with them (SITUATIONS 5). What the
 * call does is broken off only where it can be; in a talk the talk ends. Used by the call's own thread only, but for the ear.
 */
@SuppressWarnings("ReferenceEquality") // a watch is itself
final class FaxWatch implements CallRun.CallListener, AutoCloseable {
    /** A machine calls for 40 s at most (ITU-T T.30, T1); a talk that has gone on for longer is forwarded undecoded again. */
    private static final int LONGEST_IN_TALK = 60 * Frame.SAMPLE_RATE;

    private final CallRun run;
    private final Connection listening;
    private boolean mayBreakOff;
    private boolean heard;
    private boolean over;
    private volatile boolean talking;

    /** What the ear tells the call: a fax, or that nobody need listen any longer. */
    private record Told(FaxWatch watch, boolean fax) implements CallEvent.Request {}

    FaxWatch(CallRun run) {
        this.run = run;
        this.listening = run.desk.matrix().overhear(run.caller.voice(), new Ear());
        run.listen(this);
    }

    /** From here on the way may be broken off; throws if a fax has been heard already. */
    void listens() {
        mayBreakOff = true;
        talking = false;
        breakOff();
    }

    /** Somebody talks with the caller, or is being fetched from another call: nothing is broken off from within. */
    void talks() {
        mayBreakOff = false;
        talking = true;
    }

    /** A talk ends for it. */
    boolean ends(CallEvent.Request request) {
        return request instanceof Told told && told.watch() == this && told.fax() && !over;
    }

    private void breakOff() {
        if (heard && mayBreakOff && !over) {
            close();
            throw new FaxCalls();
        }
    }

    @Override
    public boolean hears(CallEvent event) {
        if (!(event instanceof CallEvent.Asked asked && asked.request() instanceof Told told && told.watch() == this)) {
            return false;
        }
        if (told.fax()) {
            heard = true;
            breakOff();
        } else {
            listening.close();
        }
        return true;
    }

    @Override
    public void close() {
        over = true;
        mayBreakOff = false;
        listening.close();
    }

    /** Media clock's thread. */
    private final class Ear implements AudioSink {
        private final CallingFax fax = new CallingFax(() -> tell(true));
        private int inTalk;

        private void tell(boolean aFax) {
            run.inbox.post(new CallEvent.Asked(new Told(FaxWatch.this, aFax)));
        }

        @Override
        public void write(short[] frame) {
            fax.process(frame, 0, Frame.SAMPLES);
            if (talking && inTalk < LONGEST_IN_TALK) {
                inTalk += Frame.SAMPLES;
                if (inTalk >= LONGEST_IN_TALK) {
                    tell(false);
                }
            }
        }

        @Override
        public String toString() {
            return "fax watch";
        }
    }
}
