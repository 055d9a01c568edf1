package ringdown.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.audio.Noise;
import ringdown.audio.dtmf.DtmfListener;
import ringdown.audio.dtmf.DtmfReceiver;
import ringdown.audio.echo.EchoCanceller;
import ringdown.audio.progress.CallProgressDetector;
import ringdown.audio.progress.MachineWatch;
import ringdown.audio.tone.CountryTones;

/**
 * What one analog channel costs that talks: the canceller with a tail of 32 ms, keys both ways, call progress, fax and modem tones. Processor
 * time of this thread, so that what else runs here disturbs little.
 */
final class ChannelBench {
    private static final int RUNS = 7;
    private static final int SECONDS = 30;
    private static final int FRAMES = SECONDS * 1000 / Frame.MILLIS;
    private static final double WANTED = 0.2;

    private final short[] sent = law(Noise.add(Noise.silence(SECONDS * 1000), -20, 1));
    private final short[] received = law(hybrid(sent));

    /** Takes a frame that went out and one that came in. */
    private interface Part {
        void frame(short[] out, short[] in);
    }

    void run(Launch launch) {
        Table table = new Table("One analog channel that talks, share of a core; " + SECONDS + " s of sound a run");
        List<Double> canceller = measured(ChannelBench::canceller);
        List<Double> keys = measured(ChannelBench::keys);
        List<Double> tones = measured(ChannelBench::tones);
        table.row("canceller, tail 32 ms", canceller, "%", Double.NaN);
        table.row("keys, both ways", keys, "%", Double.NaN);
        table.row("call progress, faxes and modems", tones, "%", Double.NaN);
        table.row("together", sum(canceller, keys, tones), "%", WANTED);
        table.row("reference: A-law there and back", measured(ChannelBench::law), "%", Double.NaN);
        table.print();
    }

    private static Part canceller() {
        var canceller = new EchoCanceller();
        return (out, in) -> canceller.process(out, 0, in, 0, Frame.SAMPLES);
    }

    private static Part keys() {
        var there = new DtmfReceiver(new Nobody());
        var here = new DtmfReceiver(new Nobody());
        return (out, in) -> {
            here.process(out, 0, Frame.SAMPLES);
            there.process(in, 0, Frame.SAMPLES);
        };
    }

    private static Part tones() {
        var progress = new CallProgressDetector(CountryTones.of("UA"), event -> {});
        var machines = new MachineWatch();
        return (out, in) -> {
            progress.process(in, 0, Frame.SAMPLES);
            machines.sent(out);
            machines.received(in);
        };
    }

    private static Part law() {
        return (out, in) -> System.arraycopy(law(in), 0, in, 0, Frame.SAMPLES);
    }

    /** 8 dB of loss over 10 ms, as a loaded line has. */
    private static short[] hybrid(short[] sound) {
        short[] out = new short[sound.length];
        for (int i = 80; i < sound.length; i++) {
            double sum = 0;
            for (int k = 0; k < 80; k++) {
                sum += 0.19 * Math.exp(-k / 12.0) * Math.cos(0.9 * k) * sound[i - k];
            }
            out[i] = (short) Math.round(sum);
        }
        return out;
    }

    private static short[] law(short[] sound) {
        short[] out = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            out[i] = Companding.A_LAW.decode(Companding.A_LAW.encode(sound[i]));
        }
        return out;
    }

    private List<Double> measured(Supplier<Part> parts) {
        List<Double> shares = new ArrayList<>();
        one(parts.get()); // compiled
        for (int run = 0; run < RUNS; run++) {
            shares.add(one(parts.get()));
        }
        return shares;
    }

    private double one(Part part) {
        var threads = ManagementFactory.getThreadMXBean();
        short[] out = Frame.silence();
        short[] in = Frame.silence();
        long before = threads.getCurrentThreadCpuTime();
        for (int n = 0; n < FRAMES; n++) {
            System.arraycopy(sent, n * Frame.SAMPLES, out, 0, Frame.SAMPLES);
            System.arraycopy(received, n * Frame.SAMPLES, in, 0, Frame.SAMPLES);
            part.frame(out, in);
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1e9 / SECONDS * 100;
    }

    @SafeVarargs
    private static List<Double> sum(List<Double>... parts) {
        List<Double> sums = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            double sum = 0;
            for (List<Double> part : parts) {
                sum += part.get(run);
            }
            sums.add(sum);
        }
        return sums;
    }

    private static final class Nobody implements DtmfListener {
        @Override
        public void began(char key, long from) {}

        @Override
        public void ended(char key, long from, long to) {}
    }
}
