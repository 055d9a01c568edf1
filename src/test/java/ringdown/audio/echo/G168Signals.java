package ringdown.audio.echo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ringdown.audio.Companding;
import ringdown.audio.Level;
import ringdown.audio.Mixing;
import ringdown.audio.SpandspMachine;

/** Composite source signals (annex C) and echo path models (annex D) of ITU-T G.168, the tables as libspandsp has them. */
final class G168Signals {
    static final List<String> MODELS = List.of("D.2", "D.3", "D.4", "D.5", "D.6", "D.7", "D.8", "D.9");
    /** The tables of voiced sound are sampled at it. */
    private static final double TABLE_RATE = 44_100;

    private static final Map<String, double[]> TABLES = tables();

    private G168Signals() {}

    private static Map<String, double[]> tables() {
        Map<String, double[]> all = new LinkedHashMap<>();
        SpandspMachine.g168().lines().forEach(line -> {
            String[] words = line.split(" ");
            double gain = Double.parseDouble(words[1]);
            all.put(
                    words[0],
                    Arrays.stream(words)
                            .skip(2)
                            .mapToDouble(word -> Double.parseDouble(word) * gain)
                            .toArray());
        });
        return all;
    }

    private static double[] table(String name) {
        return java.util.Objects.requireNonNull(TABLES.get(name), name);
    }

    /** The signal of one talker: 48.62 ms voiced, 200 ms noise, 101.38 ms pause, turned round each time. */
    static short[] talk(double dbm0, double seconds) {
        return composite(table("C.1"), 48.62, 101.38, dbm0, seconds, 1);
    }

    /** The other talker's: 72.69 ms, 200 ms, 127.31 ms. */
    static short[] doubleTalk(double dbm0, double seconds) {
        return composite(table("C.3"), 72.69, 127.31, dbm0, seconds, 2);
    }

    private static short[] composite(
            double[] voiced, double voicedMs, double pauseMs, double dbm0, double seconds, long seed) {
        var random = new Random(seed);
        int speaks = (int) Math.round(voicedMs * 8);
        int period = speaks + 1600 + (int) Math.round(pauseMs * 8);
        double[] one = new double[period];
        double voicedGain = Level.rms(dbm0) / rms(voiced);
        short[] out = new short[(int) (seconds * 8000)];
        for (int at = 0, turn = 1; at < out.length; at += period, turn = -turn) {
            for (int i = 0; i < period; i++) {
                double noise = Level.rms(dbm0) * random.nextGaussian();
                one[i] = i < speaks ? voicedGain * at(voiced, i) : i < speaks + 1600 ? noise : 0;
            }
            for (int i = 0; i < period && at + i < out.length; i++) {
                out[at + i] = Mixing.saturate((int) Math.round(turn * one[i]));
            }
        }
        return out;
    }

    /** Sample i at 8 kHz of a table that goes round. */
    private static double at(double[] table, int i) {
        double place = i * TABLE_RATE / 8000 % table.length;
        int whole = (int) place;
        double part = place - whole;
        return table[whole] * (1 - part) + table[(whole + 1) % table.length] * part;
    }

    private static double rms(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElse(1));
    }

    /** The response of a model with that echo return loss, after a pure delay. */
    static double[] path(String model, double lossDb, int delayMs) {
        double[] table = table(model);
        double[] path = new double[delayMs * 8 + table.length];
        for (int i = 0; i < table.length; i++) {
            path[delayMs * 8 + i] = Math.pow(10, -lossDb / 20) * table[i];
        }
        return path;
    }

    static short[] law(short[] sound) {
        short[] out = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            out[i] = Companding.A_LAW.decode(Companding.A_LAW.encode(sound[i]));
        }
        return out;
    }
}
