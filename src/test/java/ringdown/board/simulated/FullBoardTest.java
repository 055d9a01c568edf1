package ringdown.board.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.line.FxoCard;
import ringdown.line.LineCard;

/** Eight ports, the most a board has: all talk for ten minutes, and no frame of any of them is lost. */
class FullBoardTest {
    private static final int TEN_MINUTES = 60_000;

    @ParameterizedTest
    @CsvSource({"4, 4", "8, 0"})
    void tenMinutesOfTalkOnEveryPortLoseNoFrame(int fxo, int fxs) {
        Bay bay = new Bay("UA", fxo, fxs);
        short[] tone = Frame.silence();
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (6000 * Math.sin(2 * Math.PI * 1000 * i / 8000));
        }
        bay.board.exchangePairs().forEach(pair -> pair.farEnd(() -> pair.speak(tone)));
        bay.board
                .telephonePairs()
                .forEach(pair -> pair.farEnd(() -> {
                    pair.hook(true);
                    pair.speak(tone);
                }));
        bay.board.fxo().forEach(card -> card.hook(true));
        bay.run(500);
        List<LineCard> cards = java.util.stream.Stream.<LineCard>concat(
                        bay.board.fxo().stream(), bay.board.fxs().stream())
                .toList();
        short[] frame = Frame.silence();
        int lost = 0;
        for (int n = 0; n < TEN_MINUTES; n++) {
            cards.forEach(card -> card.send(tone));
            bay.board.frame();
            for (LineCard card : cards) {
                card.receive(frame);
                lost += Level.dbm0(frame) < -20 ? 1 : 0;
            }
        }
        assertThat(lost).isZero();
        short[] heard = Frame.silence();
        bay.board.exchangePairs().forEach(pair -> {
            pair.heard(heard);
            assertThat(Level.dbm0(heard)).isGreaterThan(-20);
        });
        bay.board.telephonePairs().forEach(pair -> {
            pair.heard(heard);
            assertThat(Level.dbm0(heard)).isGreaterThan(-20);
        });
    }

    @Test
    void halvesThatHaveChangedPlacesInOneDirectionAloneAreExchangedInThatOne() {
        for (boolean outward : new boolean[] {true, false}) {
            Bay bay = new Bay("UA", 1, 1);
            bay.line().hook(true);
            bay.run(500);
            bay.board.silicon().highway().xrun(outward, !outward);
            bay.run(100);
            assertThat(bay.board.fault()).as("set right within 100 ms").isNull();
            short[] tone = Frame.silence();
            Arrays.fill(tone, 0, 40, (short) 8000);
            short[] frame = Frame.silence();
            for (int block = 0; block < 2; block++) {
                bay.line().send(tone);
                bay.exchange().speak(tone);
                bay.board.frame();
            }
            bay.exchange().heard(frame);
            assertThat(Level.dbm0(frame)).isGreaterThan(-20);
            bay.line().receive(frame);
            assertThat(Level.dbm0(frame)).isGreaterThan(-20);
        }
    }

    /** LINES rule 3: with ALSA's buffering, three periods of 5 ms. */
    @Test
    void aCallBetweenTwoPortsIsAWireOfFifteenMilliseconds() {
        Bay bay = new Bay("UA", 1, 1);
        FxoCard line = bay.line();
        line.hook(true);
        bay.telephone().farEnd(() -> bay.telephone().hook(true));
        bay.run(500);
        short[] click = Frame.silence();
        click[0] = 8000;
        short[] frame = Frame.silence();
        List<Short> heard = new ArrayList<>();
        bay.exchange().speak(click);
        for (int n = 0; n < 5; n++) {
            bay.board.frame();
            line.receive(frame);
            bay.port().send(frame);
            bay.exchange().speak(Frame.silence());
            bay.telephone().heard(frame);
            for (short sample : frame) {
                heard.add(sample);
            }
        }
        int at = IntStream.range(0, heard.size())
                .filter(i -> heard.get(i) > 4000)
                .findFirst()
                .orElse(-1);
        assertThat(at / 8.0).as("milliseconds on the way").isEqualTo(15);
        assertThat(heard.stream().filter(sample -> sample > 4000).count())
                .as("sample for sample")
                .isEqualTo(1);
    }

    @Test
    void whatStoodInTheSlotIsKnownByFrameEvenIfWhatComesInIsLater() {
        Bay bay = new Bay("UA", 1, 0);
        bay.board.silicon().highway().lateness(3);
        bay.board.silicon().highway().xrun(false, false);
        bay.run(200);
        assertThat(bay.board.fault()).isNull();
        FxoCard line = bay.line();
        line.hook(true);
        bay.exchange().echo(new Echo(6, 0));
        bay.run(500);
        short[] click = Frame.silence();
        click[20] = 8000;
        short[] in = Frame.silence();
        short[] out = Frame.silence();
        List<Integer> offsets = new ArrayList<>();
        line.send(click);
        for (int n = 0; n < 4; n++) {
            bay.board.frame();
            line.receive(in);
            line.sent(out);
            if (loudest(out) >= 0) {
                offsets.add(loudest(in) - loudest(out));
            }
        }
        assertThat(offsets).as("the echo of a hybrid without delay, in samples").containsExactly(0);
    }

    private static int loudest(short[] frame) {
        return IntStream.range(0, frame.length)
                .filter(i -> Math.abs(frame[i]) > 2000)
                .findFirst()
                .orElse(-1);
    }
}
