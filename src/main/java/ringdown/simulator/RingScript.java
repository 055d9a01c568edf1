package ringdown.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.callerid.CallerIdSignal;

/** Ringing voltage and caller ID of one call, frame by frame, for ever. Guarded by its owner's lock. */
final class RingScript {
    private record Piece(boolean ring, int frames, short[] sound) {}

    private static final short[] SILENT = new short[0];

    private final List<Piece> once = new ArrayList<>();
    private final List<Piece> cycle = new ArrayList<>();
    private int index;
    private int inPiece;

    /** The cadence in milliseconds on and off; the signal where it belongs, null for none. */
    RingScript(List<Integer> cadence, @Nullable CallerIdSignal signal) {
        int longest = 1;
        for (int i = 0; i < cadence.size(); i++) {
            cycle.add(new Piece(i % 2 == 0, frames(cadence.get(i)), SILENT));
            longest = i % 2 == 1 && cadence.get(i) > cadence.get(longest) ? i : longest;
        }
        if (signal == null) {
            return;
        }
        switch (signal.place()) {
            case BEFORE_FIRST_RING -> {
                if (signal.pulseMillis() > 0) {
                    once.add(new Piece(true, frames(signal.pulseMillis()), SILENT));
                }
                once.addAll(around(signal, 0));
            }
            case AFTER_FIRST_RING -> {
                once.addAll(cycle.subList(0, longest));
                once.addAll(around(signal, frames(cadence.get(longest))));
                once.addAll(cycle.subList(longest + 1, cycle.size()));
            }
            case AFTER_ANSWER -> {}
        }
    }

    /** A burst of that length in place of the first ring; caller ID and ringing follow where there is a signal, else nothing more. */
    static RingScript splash(int millis, List<Integer> cadence, @Nullable CallerIdSignal signal) {
        RingScript script = new RingScript(cadence, null);
        script.once.add(new Piece(true, Math.max(1, frames(millis)), SILENT));
        if (signal == null) {
            script.cycle.clear();
        } else {
            script.once.addAll(around(signal, 0));
        }
        return script;
    }

    private static List<Piece> around(CallerIdSignal signal, int atLeast) {
        int sound = (signal.samples().length + Frame.SAMPLES - 1) / Frame.SAMPLES;
        int before = frames(signal.quietBefore());
        int after = Math.max(frames(signal.quietAfter()), atLeast - before - sound);
        return List.of(
                new Piece(false, before, SILENT),
                new Piece(false, sound, signal.samples()),
                new Piece(false, after, SILENT));
    }

    private static int frames(int millis) {
        return millis / Frame.MILLIS;
    }

    /** Nothing more comes of it. */
    boolean over() {
        return cycle.isEmpty()
                && (index >= once.size()
                        || (index == once.size() - 1
                                && inPiece >= once.getLast().frames()));
    }

    /** All has been said about the caller. */
    boolean told() {
        return index >= once.size() || once.stream().skip(index).allMatch(piece -> piece.sound().length == 0);
    }

    /** Fills the frame with what is said in it and tells whether it rings; goes on to the next one. */
    boolean next(short[] frame) {
        Piece now = piece();
        while (inPiece >= now.frames()) {
            inPiece = 0;
            index++;
            now = piece();
        }
        Arrays.fill(frame, (short) 0);
        int from = inPiece * Frame.SAMPLES;
        int count = Math.min(Frame.SAMPLES, now.sound().length - from);
        if (count > 0) {
            System.arraycopy(now.sound(), from, frame, 0, count);
        }
        inPiece++;
        return now.ring();
    }

    private Piece piece() {
        return index < once.size() ? once.get(index) : cycle.get((index - once.size()) % cycle.size());
    }
}
