package ringdown.audio.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringdown.audio.Noise;
import ringdown.audio.SpandspPeer;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.CountryTones;
import ringdown.audio.tone.Tone;
import ringdown.audio.tone.ToneStep;

/** Tones and cadences of every country of the table, with libspandsp at the other end, both ways. Sound in files, nothing in real time. */
class TonePeerTest {
    private static Map<String, CadencedTone> of(CountryTones tones) {
        Map<String, CadencedTone> all = new LinkedHashMap<>();
        all.put("dial", tones.dial());
        all.put("busy", tones.busy());
        all.put("congestion", tones.congestion());
        all.put("ringback", tones.ringback());
        return all;
    }

    /** Long enough to be sure of it: a tone without a break, four rounds, two of ring back. */
    private static int millis(String what, CadencedTone tone) {
        return switch (what) {
            case "dial" -> 5000;
            case "ringback" -> 2 * tone.cycleMillis() + 500;
            default -> 4 * tone.cycleMillis() + 300;
        };
    }

    /** Each with a receiver of its own: one receiver of libspandsp takes frequencies 10 Hz apart (440, 450) for one. */
    @Test
    void libspandspKnowsTheTonesThatWeSend() {
        for (String country : CountryTones.countries()) {
            of(CountryTones.of(country)).forEach((what, tone) -> {
                for (double dbm0 : new double[] {-13, -28}) {
                    short[] sound = ToneSounds.of(tone, dbm0, millis(what, tone));
                    assertThat(SpandspPeer.hear(sound, "dec-plan", "OUT", what + "=" + windows(tone)))
                            .as("%s %s at %s dBm0", country, what, dbm0)
                            .contains(" ms: " + what);
                }
            });
        }
    }

    /** One round of it, whatever its levels. */
    private static String windows(CadencedTone tone) {
        List<String> steps = tone.steps().stream()
                .map(step -> hz(step.tone()) + "/" + window(step))
                .toList();
        List<String> half = steps.subList(0, steps.size() / 2);
        boolean twice = !half.isEmpty() && half.equals(steps.subList(steps.size() / 2, steps.size()));
        return String.join(",", twice ? half : steps);
    }

    private static String window(ToneStep step) {
        int slack = Math.max(25, step.millis() * 15 / 100);
        return step.millis() == 0 ? "1000/0" : step.millis() - slack + "/" + (step.millis() + slack);
    }

    /** A receiver of tones sees of a modulated one its carrier. */
    private static String hz(@Nullable Tone tone) {
        return switch (tone) {
            case null -> "0";
            case Tone.Modulated modulated -> String.valueOf((int) modulated.carrier());
            case Tone.Single _, Tone.Dual _ -> tone.toString();
        };
    }

    @Test
    void weKnowTheTonesThatLibspandspSends() {
        for (String country : CountryTones.countries()) {
            CountryTones tones = CountryTones.of(country);
            of(tones).forEach((what, tone) -> {
                for (double dbm0 : new double[] {-12, -30}) {
                    assertThat(heardByUs(tones, what, tone, dbm0))
                            .as("%s %s at %s dBm0", country, what, dbm0)
                            .singleElement()
                            .matches(event -> meant(what, event));
                }
            });
        }
    }

    private static boolean meant(String what, CallProgressEvent event) {
        return switch (what) {
            case "dial" -> event instanceof CallProgressEvent.DialTone;
            case "ringback" -> event instanceof CallProgressEvent.RingBack;
            default -> event.released();
        };
    }

    private static List<CallProgressEvent> heardByUs(CountryTones tones, String what, CadencedTone tone, double dbm0) {
        int millis = millis(what, tone);
        short[] sound =
                SpandspPeer.make("gen-plan", "OUT", String.valueOf(millis / 1000.0), plan(tone), "level=" + dbm0);
        List<CallProgressEvent> all = new ArrayList<>();
        var detector = new CallProgressDetector(tones, all::add);
        if (what.equals("ringback")) {
            detector.dialled();
        }
        short[] line = Noise.add(Noise.join(Noise.silence(500), sound), -50, 3);
        for (int at = 0; at + 160 <= line.length; at += 160) {
            detector.process(line, at, 160);
        }
        return all;
    }

    private static String plan(CadencedTone tone) {
        return tone.steps().stream()
                .map(step -> (step.tone() == null ? "0" : step.tone().toString()) + "/"
                        + (step.millis() == 0 ? 10_000 : step.millis())
                        + (step.gainDb() == 0 ? "" : "@" + step.gainDb()))
                .collect(Collectors.joining(","));
    }
}
