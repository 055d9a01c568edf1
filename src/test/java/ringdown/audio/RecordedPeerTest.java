package ringdown.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.audio.callerid.CallerIdReceiver;
import ringdown.audio.progress.CallProgressDetector;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.audio.tone.CountryTones;

/** What libspandsp sent once, kept as sound: src/test/resources/ringdown/audio/README.md says how it was made. */
class RecordedPeerTest {
    @ParameterizedTest
    @CsvSource({
        "class, BELLCORE, 0501112233",
        "clip, ETSI, 0501112233",
        "jclip, NTT, 0312345678",
        "dtmf, DTMF, 0501112233"
    })
    void itsCallerIdIsRead(String file, String scheme, String number) throws IOException {
        short[] sound = sound(file);
        List<CallerIdHeard> heard = new ArrayList<>();
        new CallerIdReceiver(heard::add).process(sound, 0, sound.length);
        assertThat(heard).singleElement().isInstanceOfSatisfying(CallerIdHeard.Received.class, received -> {
            assertThat(received.scheme()).hasToString(scheme);
            assertThat(received.message().number()).isEqualTo(number);
        });
    }

    @Test
    void itsBusyToneReleases() throws IOException {
        short[] sound = sound("busy");
        List<CallProgressEvent> heard = new ArrayList<>();
        new CallProgressDetector(CountryTones.of("UA"), heard::add).process(sound, 0, sound.length);
        assertThat(heard).singleElement().isInstanceOf(CallProgressEvent.Busy.class);
    }

    private static short[] sound(String file) throws IOException {
        byte[] octets = Files.readAllBytes(Path.of("src/test/resources/ringdown/audio/spandsp-" + file + ".al"));
        short[] sound = new short[octets.length];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = Companding.A_LAW.decode(octets[i]);
        }
        return sound;
    }
}
