package ringdown.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringdown.Installed;
import ringdown.audio.dtmf.DtmfListener;
import ringdown.audio.dtmf.DtmfReceiver;
import ringdown.audio.progress.CallProgressDetector;
import ringdown.audio.tone.CountryTones;

/** Speech and music that nobody of this house made hold no key and release no line. */
class TalkOffTest {
    private static final Path SHIPPED = Path.of("src/main/resources/prompts");
    private static final String SOUNDS = "/usr/share/asterisk/sounds";
    private static final String MUSIC = "/usr/share/asterisk/moh";

    @Test
    void theShippedSoundsHoldNoKeyAndNoEndOfACall() throws IOException {
        assertNothingIn(files(SHIPPED), 10);
    }

    @Test
    void twoHoursOfSpeechAndMusicHoldNoKeyAndNoEndOfACall() throws IOException {
        Installed.file("asterisk-core-sounds-*-wav", SOUNDS);
        Installed.file("asterisk-moh-opsound-wav", MUSIC);
        List<Path> all = new ArrayList<>(files(Path.of(SOUNDS)));
        all.addAll(files(Path.of(MUSIC)));
        assertNothingIn(all, 110);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(".wav"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** What the packages hold of signalling tones on purpose: names of their files. */
    private static boolean isSpeechOrMusic(Path file) {
        String name = file.getFileName().toString();
        return !name.matches("(beep|beeperr|ascending-2tone|descending-2tone|dtmf.*|tone.*).*\\.wav");
    }

    private static void assertNothingIn(List<Path> files, int minutes) throws IOException {
        List<String> found = new ArrayList<>();
        long samples = 0;
        for (Path file : files.stream().filter(TalkOffTest::isSpeechOrMusic).toList()) {
            short[] sound = Wav.any(Files.readAllBytes(file));
            samples += sound.length;
            found.addAll(keys(file, sound));
            found.addAll(releases(file, sound, samples));
        }
        assertThat(samples / 8000 / 60).as("minutes of sound").isGreaterThanOrEqualTo(minutes);
        assertThat(found).isEmpty();
    }

    private static List<String> keys(Path file, short[] sound) {
        List<String> keys = new ArrayList<>();
        var receiver = new DtmfReceiver(new DtmfListener() {
            @Override
            public void began(char key, long from) {
                keys.add(file + " at " + from / 8 + " ms: key " + key);
            }

            @Override
            public void ended(char key, long from, long to) {}
        });
        receiver.process(sound, 0, sound.length);
        return keys;
    }

    /** Each file with the tones of another country, so that all are tried. */
    private static List<String> releases(Path file, short[] sound, long which) {
        List<String> countries = CountryTones.countries();
        List<String> heard = new ArrayList<>();
        for (String country : List.of("UA", countries.get((int) (which % countries.size())))) {
            var detector = new CallProgressDetector(CountryTones.of(country), event -> {
                if (event.released()) {
                    heard.add(file + " in " + country + ": " + event);
                }
            });
            detector.dialled();
            detector.process(sound, 0, sound.length);
        }
        return heard;
    }
}
