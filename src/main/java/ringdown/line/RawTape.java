package ringdown.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.call.RawTake;

/**
 * Records one call of a line in both directions, from 3 s before its first ring, or from its seizure, to a second after its end; five
 * minutes at most, 9.6 MB. Rings that become no call of the office, and tests, are not kept. Belongs to the board's thread; read from any
 * once it is done.
 */
final class RawTape {
    static final int LONGEST = Frames.of(300_000);
    private static final int BEFORE = Frames.of(3000);
    private static final int AFTER = Frames.of(1000);
    /** Longer than any pause between rings: whoever rang has not become a call. */
    private static final int NOBODY = Frames.of(10_000);

    private final Instant askedAt;
    private final Reel heard = new Reel();
    private final Reel sent = new Reel();
    private LineTape before = new LineTape();
    /** What goes on when it is asked for is not the next call. */
    private boolean ready;

    private int restsFor;
    private volatile RawTake.State state = RawTake.State.WAITING;
    private volatile @Nullable String callId;
    private volatile int frames;

    RawTape(Instant askedAt) {
        this.askedAt = askedAt;
    }

    /** What came and what went in one frame. */
    void frame(short[] in, short[] out, boolean ringing, @Nullable FxoCall call) {
        ready |= call == null && !ringing;
        switch (state) {
            case DONE -> {}
            case WAITING -> {
                if (ready && (ringing || counts(call))) {
                    begin();
                    running(in, out, ringing, call);
                } else {
                    before.add(in);
                }
            }
            case RUNNING -> running(in, out, ringing, call);
        }
    }

    private void begin() {
        short[] first = before.last(BEFORE);
        heard.add(first);
        sent.add(new short[first.length]);
        frames = first.length / Frame.SAMPLES;
        restsFor = 0;
        state = RawTake.State.RUNNING;
    }

    private void running(short[] in, short[] out, boolean ringing, @Nullable FxoCall call) {
        heard.add(in);
        sent.add(out);
        frames++;
        restsFor = ringing || call != null ? 0 : restsFor + 1;
        if (callId == null && call != null && counts(call)) {
            callId = call.leg.mail().owner().callId();
            call.note("recorded as it comes and goes, for whoever installs the line");
        }
        boolean over = callId != null && restsFor > AFTER;
        if (over || frames >= LONGEST) {
            state = RawTake.State.DONE;
        } else if (callId == null && restsFor > NOBODY) {
            again();
        }
    }

    private void again() {
        heard.clear();
        sent.clear();
        before = new LineTape();
        frames = 0;
        state = RawTake.State.WAITING;
    }

    private static boolean counts(@Nullable FxoCall call) {
        boolean office = call instanceof IncomingCall || call instanceof OutgoingCall || call instanceof RawCall;
        return call != null && office && !call.leg.trial();
    }

    RawTake take() {
        return new RawTake(state, askedAt, callId, Frames.millis(frames) / 1000.0);
    }

    Optional<RawTake.Sound> sound() {
        return state == RawTake.State.DONE ? Optional.of(new RawTake.Sound(heard.all(), sent.all())) : Optional.empty();
    }

    /** Grows by ten seconds at a time. */
    private static final class Reel {
        private static final int PIECE = 10 * Frame.SAMPLE_RATE;

        private final List<short[]> pieces = new ArrayList<>();
        private int filled;

        void add(short[] samples) {
            for (int from = 0; from < samples.length; ) {
                int at = filled % PIECE;
                if (at == 0) {
                    pieces.add(new short[PIECE]);
                }
                int count = Math.min(PIECE - at, samples.length - from);
                System.arraycopy(samples, from, pieces.getLast(), at, count);
                from += count;
                filled += count;
            }
        }

        void clear() {
            pieces.clear();
            filled = 0;
        }

        short[] all() {
            short[] out = new short[filled];
            for (int i = 0; i < pieces.size(); i++) {
                System.arraycopy(pieces.get(i), 0, out, i * PIECE, Math.min(PIECE, filled - i * PIECE));
            }
            return out;
        }
    }
}
