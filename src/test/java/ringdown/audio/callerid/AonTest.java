package ringdown.audio.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringdown.audio.Level;
import ringdown.audio.Noise;

class AonTest {
    @Test
    void aPacketIsReadWhereverItBeginsAndWhateverItsDigits() {
        for (String digits : List.of("1234567", "1112233", "0000000", "9876543", "5550555", "2212221")) {
            for (int first = 0; first < 9; first++) {
                for (int shift = 0; shift < 40; shift += 11) {
                    short[] sound = Noise.join(
                            new short[800 + shift], AonSender.packets(1, digits, first, 4), Noise.silence(300));
                    assertThat(numbers(sound)).as("%s from %d", digits, first).containsExactly(digits);
                }
            }
        }
    }

    @Test
    void aQuietPacketInNoiseIsRead() {
        short[] sound = Noise.join(Noise.silence(200), AonSender.packets(1, "2345678", 3, 4), Noise.silence(300));
        for (int seed = 0; seed < 20; seed++) {
            assertThat(numbers(Noise.add(Noise.gain(sound, -18), -45, seed))).containsExactly("2345678");
        }
    }

    @Test
    void oneTurnIsNotEnoughAndSpeechIsNoNumber() throws Exception {
        assertThat(numbers(Noise.join(AonSender.packets(1, "2345678", 0, 1), Noise.silence(300))))
                .isEmpty();
        assertThat(numbers(Noise.speech("ru", "Добрый день, вы позвонили в стоматологию. ".repeat(20))))
                .isEmpty();
    }

    @Test
    void theRequestIsFiveHundredHertzForATenthOfASecond() {
        short[] sound = new short[1600];
        AonSender.request().read(sound, 0, 1600);
        assertThat(Level.dbm0(sound, 80, 640)).isBetween(-4.5, -4.1);
        assertThat(Level.peak(sound, 800, 800)).isZero();
    }

    private static List<String> numbers(short[] sound) {
        List<String> numbers = new ArrayList<>();
        var decoder = new AonDecoder(heard -> {
            if (heard instanceof CallerIdHeard.Received received) {
                received.message().numberIfAny().ifPresent(numbers::add);
            }
        });
        decoder.process(sound, 0, sound.length);
        return numbers;
    }
}
