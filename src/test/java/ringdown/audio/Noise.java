package ringdown.audio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import ringdown.Installed;

/** Sounds that tests need: seeded noise, speech, and joining pieces. */
public final class Noise {
    private Noise() {}

    /** Adds white Gaussian noise. */
    public static short[] add(short[] sound, double dbm0, long seed) {
        var random = new Random(seed);
        double rms = Level.rms(dbm0);
        short[] out = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            out[i] = Mixing.saturate((int) Math.round(sound[i] + rms * random.nextGaussian()));
        }
        return out;
    }

    public static short[] gain(short[] sound, double db) {
        short[] out = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            out[i] = Mixing.saturate((int) Math.round(sound[i] * Math.pow(10, db / 20)));
        }
        return out;
    }

    public static short[] join(short[]... parts) {
        int length = 0;
        for (short[] part : parts) {
            length += part.length;
        }
        short[] all = new short[length];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    public static short[] silence(int millis) {
        return new short[millis * 8];
    }

    /** Speech by espeak-ng, an independent synthesizer, at about -20 dBm0. */
    public static short[] speech(String voice, String text) throws IOException, InterruptedException {
        Installed.program("espeak-ng");
        Path file = Files.createTempFile("ringdown-speech", ".wav");
        try {
            Process espeak = new ProcessBuilder("espeak-ng", "-v", voice, "-w", file.toString(), "--stdin")
                    .redirectErrorStream(true)
                    .start();
            try (var in = espeak.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            espeak.getInputStream().readAllBytes();
            if (espeak.waitFor() != 0) {
                throw new IOException("espeak-ng failed");
            }
            short[] sound = Wav.any(Files.readAllBytes(file));
            var level = new SpeechLevel();
            level.process(sound, 0, sound.length);
            return gain(sound, -20 - level.dbm0());
        } finally {
            Files.delete(file);
        }
    }
}
