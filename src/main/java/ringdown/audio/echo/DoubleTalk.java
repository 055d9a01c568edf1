package ringdown.audio.echo;

import ringdown.audio.Frame;

/**
 * Geigel's detector: what comes back louder than half of the loudest sample sent lately is no echo, since a hybrid loses
 * 6 dB at least.
 */
final class DoubleTalk {
    private static final double KEEP = 1 - 1.0 / Frame.samples(80);
    private static final double LOSS = 0.5;
    private static final int HANGOVER = Frame.samples(30);

    private double loudest;
    private int left;

    /** Takes a sample of each side; true while the near end talks. */
    boolean add(short sent, short received) {
        loudest = Math.max(Math.abs(sent), loudest * KEEP);
        left = Math.abs(received) > LOSS * loudest ? HANGOVER : Math.max(0, left - 1);
        return left > 0;
    }
}
