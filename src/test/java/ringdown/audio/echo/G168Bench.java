package ringdown.audio.echo;

import ringdown.audio.Level;

/** A canceller on a line of ITU-T G.168 (figure 8): what is sent, what comes from the near talker, what comes out. Eight-bit slots both ways. */
final class G168Bench {
    /** The level meter of §6.4.1.2.2: the loudest 35 ms. */
    private static final int METER = 280;

    final EchoCanceller canceller;
    private double[] path;
    private short[] memory = new short[0];
    private short[] out = {};
    private short[] echo = {};

    G168Bench(int tailMillis, double[] path, boolean gate) {
        canceller = new EchoCanceller(tailMillis);
        canceller.suppressResidual(gate);
        this.path = path;
    }

    /** Another line. */
    void path(double[] next) {
        path = next;
    }

    /** One side talks. */
    G168Bench runs(short[] sent) {
        return runs(sent, new short[sent.length]);
    }

    /** Both do; what was sent before goes on echoing. */
    G168Bench runs(short[] sent, short[] near) {
        short[] law = G168Signals.law(sent);
        short[] all = new short[memory.length + law.length];
        System.arraycopy(memory, 0, all, 0, memory.length);
        System.arraycopy(law, 0, all, memory.length, law.length);
        short[] line = new short[law.length];
        echo = new short[law.length];
        for (int i = 0; i < line.length; i++) {
            double sum = 0;
            for (int k = 0; k < path.length && k <= memory.length + i; k++) {
                sum += path[k] * all[memory.length + i - k];
            }
            echo[i] = (short) Math.round(sum);
            line[i] = ringdown.audio.Mixing.saturate((int) Math.round(sum + (i < near.length ? near[i] : 0)));
        }
        line = G168Signals.law(line);
        canceller.process(law, 0, line, 0, line.length);
        out = line;
        int kept = Math.min(all.length, 2048);
        memory = java.util.Arrays.copyOfRange(all, all.length - kept, all.length);
        return this;
    }

    /** Nobody talks. */
    G168Bench quiet(double seconds) {
        return runs(new short[(int) (seconds * 8000)]);
    }

    /** The loudest 35 ms of the last run from that second on, direct current aside. */
    double residual(double fromSecond) {
        return loudest(out, fromSecond, out.length / 8000.0);
    }

    double residual(double fromSecond, double toSecond) {
        return loudest(out, fromSecond, toSecond);
    }

    /** Of what came back over the line alone. */
    double echo(double fromSecond) {
        return loudest(echo, fromSecond, echo.length / 8000.0);
    }

    /** What came out in the last run. */
    short[] heard() {
        return out;
    }

    static double loudest(short[] sound, double fromSecond, double toSecond) {
        double loudest = Level.SILENCE_DBM0;
        for (int at = (int) (fromSecond * 8000); at + METER <= toSecond * 8000; at += METER / 2) {
            double sum = 0;
            double square = 0;
            for (int i = at; i < at + METER; i++) {
                sum += sound[i];
                square += (double) sound[i] * sound[i];
            }
            loudest = Math.max(loudest, Level.dbm0OfPower((square - sum * sum / METER) / METER));
        }
        return loudest;
    }
}
