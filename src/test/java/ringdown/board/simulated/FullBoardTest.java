package ringdown.board.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void aCallBetweenTwoPortsIsAWireOfTwoFrames() {
        Bay bay = new Bay("UA", 1, 1);
        FxoCard line = bay.line();
        line.hook(true);
        bay.telephone().farEnd(() -> bay.telephone().hook(true));
        bay.run(500);
        short[] click = Frame.silence();
        click[0] = 8000;
        short[] frame = Frame.silence();
        int frames = 0;
        bay.exchange().speak(click);
        do {
            frames++;
            bay.board.frame();
            line.receive(frame);
            bay.port().send(frame);
            bay.exchange().speak(Frame.silence());
            bay.telephone().heard(frame);
        } while (frames < 10 && frame[0] < 4000);
        assertThat(frames)
                .as("10 ms each way of a slot: in with one frame, out with the next")
                .isEqualTo(2);
    }
}
