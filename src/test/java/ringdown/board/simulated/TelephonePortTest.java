package ringdown.board.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.board.simulated.silicon.Chip.Damage;
import ringdown.line.FxsCard.Feed;

class TelephonePortTest {
    private final Bay bay = new Bay("UA", 0, 1);

    @Test
    void liftingInARingEndsItAtOnceAndIsSeenWhateverTheMoment() {
        for (int millis = 0; millis < 10; millis++) {
            int closed = (0x3FF << millis) & 0x3FF;
            bay.telephone().hook(false);
            bay.port().feed(Feed.FORWARD);
            bay.run(100);
            bay.port().feed(Feed.RINGING);
            bay.run(510);
            assertThat(bay.port().loopClosed()).isFalse();
            bay.telephone().hook(closed);
            bay.run(10);
            bay.telephone().hook(true);
            bay.run(30);
            assertThat(bay.port().loopClosed()).isTrue();
            assertThat(bay.telephone().feed())
                    .as("the chip ends the ring itself")
                    .isEqualTo(Feed.FORWARD);
            bay.port().feed(Feed.RINGING); // the lines have not seen it yet
            for (int i = 0; i < 20; i++) {
                bay.run(10);
                assertThat(bay.port().loopClosed()).isTrue();
                assertThat(bay.telephone().feed()).isEqualTo(Feed.FORWARD);
            }
        }
    }

    @Test
    void whatIsSaidOnHookReachesTheTelephoneAndBatteryIsPlainAgainSixSecondsLater() {
        short[] loud = Frame.silence();
        java.util.Arrays.fill(loud, (short) 8000);
        short[] heard = Frame.silence();
        bay.port().send(loud);
        bay.run(10);
        bay.telephone().heard(heard);
        assertThat(Level.dbm0(heard)).isGreaterThan(-10);
        assertThat(bay.si3210().read(64) & 7).as("on-hook transmission").isEqualTo(2);
        bay.run(6100);
        assertThat(bay.si3210().read(64) & 7).as("active").isEqualTo(1);
        bay.port().feed(Feed.REVERSE);
        bay.run(10);
        assertThat(bay.si3210().read(64) & 7).as("reversed").isEqualTo(5);
    }

    @Test
    void theLampIsLitByHighVoltageWhichGivesWayToEverythingElse() {
        bay.port().lamp(true);
        bay.run(20);
        assertThat(bay.telephone().lampLit()).isTrue();
        assertThat(bay.si3210().read(74)).isEqualTo(0x3F);
        bay.port().feed(Feed.RINGING);
        bay.run(20);
        assertThat(bay.telephone().ringing()).as("rung, not lit").isTrue();
        assertThat(bay.telephone().ringVrms()).isBetween(58.0, 62.0);
        bay.port().feed(Feed.FORWARD);
        bay.run(7000);
        assertThat(bay.si3210().read(34)).as("lit again").isEqualTo(0x19);
        bay.telephone().hook(true);
        bay.run(50);
        assertThat(bay.port().loopClosed())
                .as("lifted under the lamp's voltage")
                .isTrue();
        assertThat(bay.telephone().feed()).isEqualTo(Feed.FORWARD);
        assertThat(bay.si3210().read(34)).isZero();
        bay.telephone().hook(false);
        bay.port().lamp(false);
        bay.run(100);
        assertThat(bay.telephone().lampLit()).isFalse();
    }

    @Test
    void oneStrokeOfOverloadIsClosedAgainAndAnnouncesNothing() {
        var chip = bay.board.silicon().telephoneChips().getFirst();
        chip.damage(Damage.SHORTED);
        bay.run(30);
        chip.damage(Damage.NONE);
        bay.run(100);
        assertThat(bay.telephone().feed()).isEqualTo(Feed.FORWARD);
        assertThat(bay.port().fault()).isNull();
        assertThat(bay.si3210().read(19)).as("acknowledged").isZero();
    }
}
