package ringdown.audio.echo;

import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * The non-linear processor: while only the far end talks, what the filter leaves is faded into the
 * line's own noise; a near voice opens it within milliseconds. Fades over 4 ms so that it is not heard to switch.
 */
final class ResidualGate {
    private static final double SMOOTH = 1.0 / Frame.samples(8);
    private static final double FAR_HOLD = 1 - 1.0 / Frame.samples(40);
    private static final double FAR_TALKS = Level.power(-42);
    /** Residual below this share of the far energy is echo: 19 dB of echo loss and cancellation together. */
    private static final double ECHO_SHARE = 0.012;

    private static final double FADE = 1.0 / Frame.samples(4);
    private static final int HANGOVER = Frame.samples(60);

    private final LineNoise noise = new LineNoise();
    private double far;
    private double near;
    private double left;
    private double gain = 1;
    private int open;

    double next(double sent, double received, double residual) {
        double square = sent * sent;
        far = Math.max(far * FAR_HOLD, far + SMOOTH * (square - far));
        near += SMOOTH * (received * received - near);
        left += SMOOTH * (residual * residual - left);
        boolean echoOnly = far > FAR_TALKS && left < ECHO_SHARE * far;
        boolean nearTalks = far <= FAR_TALKS || (left > ECHO_SHARE * far && left > 0.25 * near);
        open = nearTalks ? HANGOVER : Math.max(0, open - 1);
        double target = open == 0 && echoOnly ? 0 : 1;
        gain = target > gain ? Math.min(target, gain + 4 * FADE) : Math.max(target, gain - FADE);
        noise.add(sent, residual);
        return gain == 1 ? residual : residual * gain + noise.next() * (1 - gain);
    }
}
