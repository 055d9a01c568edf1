package ringdown.board.hat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.board.simulated.silicon.Chip.Damage;
import ringdown.board.simulated.silicon.ModelHat;
import ringdown.board.simulated.silicon.ModelHat.City;
import ringdown.board.simulated.silicon.ModelHat.Handset;
import ringdown.board.tdm.SoundCard;
import ringdown.clock.BoxClock;
import ringdown.line.Fault;
import ringdown.line.FxoCard;
import ringdown.line.FxsCard;
import ringdown.line.LifelineRelay;
import ringdown.line.LineCard;

/** OAK and OAK8X through Pi4J, from the first octet on the SPI bus to an answered line. */
@Execution(ExecutionMode.CONCURRENT)
class HatBoardTest {
    private final BoxClock clock = new BoxClock(() -> true);
    private final ModelHat hat = new ModelHat();
    private ModelPins pins = new ModelPins(hat, true);
    private volatile boolean soundAbsent;
    private @Nullable HatBoard board;

    @AfterEach
    void close() {
        if (board != null) {
            board.close();
        }
    }

    private HatBoard open(String name, String... named) {
        Hardware real = new RaspberryPi(() -> pins.open());
        Hardware hardware = new Hardware() {
            @Override
            public Wiring pins(BoardProfile profile) throws IOException {
                return real.pins(profile);
            }

            @Override
            public SoundCard sound(BoardProfile profile) throws IOException {
                if (soundAbsent) {
                    throw new IOException("hw:" + profile.card() + ",0: there is no such card");
                }
                return new ModelSound(hat, clock);
            }
        };
        HatBoard opened = new HatBoard(BoardProfile.of(name), hardware, clock, Companding.A_LAW, "UA", Set.of(named));
        board = opened;
        return opened;
    }

    private static void until(HatBoard board, String what, BooleanSupplier so) {
        for (int frames = 0; frames < 6000 && !so.getAsBoolean(); frames++) {
            assertThat(board.await()).isTrue();
        }
        assertThat(so.getAsBoolean()).as(what).isTrue();
    }

    private static boolean well(HatBoard board) {
        return board.fault() == null
                && board.fxo().stream().allMatch(card -> card.fault() == null && card.volts() > 0)
                && board.fxs().stream().allMatch(card -> card.fault() == null);
    }

    private static void answers(HatBoard board, FxoCard line, City city) {
        city.ringing = true;
        until(board, line.port() + " rings", line::ringing);
        line.hook(true);
        until(board, line.port() + " is answered", () -> city.answered);
        city.says = 8000;
        short[] frame = Frame.silence();
        short[] loud = Frame.silence();
        java.util.Arrays.fill(loud, (short) 6000);
        until(board, "both hear each other", () -> {
            line.receive(frame);
            line.send(loud);
            return frame[0] > 7000 && city.heard > 5000;
        });
        city.ringing = false;
    }

    @Test
    void aLineOfAnOakIsAnsweredThroughPi4jAndEveryOctetIsATransferOfItsOwn() {
        pins = new ModelPins(hat, false);
        City city = new City();
        Handset handset = new Handset();
        hat.plug(4, city);
        hat.plug(0, handset);
        HatBoard oak = open("oak");
        assertThat(pins.pins).contains("spi0 mode 3 5000000", "spi1 mode 3 5000000", "gpio17 low", "gpio17 high");
        assertThat(pins.transfers).allMatch(transfer -> transfer.matches("\\d:..>.."));
        assertThat(String.join(" ", pins.transfers))
                .as("the Si3050 alone on select 1 says that it is one, the Si3210 on select 0 in frames of two octets")
                .contains("1:60>ff 1:02>ff 1:ff>03")
                .contains("0:8b>ff 0:ff>33");
        assertThat(oak.fxo()).extracting(LineCard::port).containsExactly("fxo:1");
        assertThat(oak.fxs()).extracting(LineCard::port).containsExactly("fxs:1");
        until(oak, "in service", () -> well(oak) && handset.feed == FxsCard.Feed.FORWARD);
        answers(oak, oak.fxo().getFirst(), city);
        handset.lifted = true;
        until(oak, "the handset is seen", () -> oak.fxs().getFirst().loopClosed());
        oak.close();
        assertThat(hat.held()).as("chips are left in reset").isTrue();
    }

    @Test
    void anOak8xTakesItsModulesInAnyMixAndNamesThemByTheirSockets() {
        City[] cities = {new City(), new City(), new City()};
        hat.plug(0, cities[0]);
        hat.plug(1, new Handset());
        hat.plug(2, cities[1]);
        hat.plug(5, new Handset());
        hat.plug(7, cities[2]);
        HatBoard oak8x = open("oak8x");
        assertThat(hat.synced()).as("the CPLD puts both halves in step").isEqualTo(3);
        assertThat(pins.transfers.getFirst()).as("before any chip is asked").startsWith("2:03");
        assertThat(oak8x.fxo()).extracting(LineCard::port).containsExactly("fxo:1", "fxo:3", "fxo:8");
        assertThat(oak8x.fxs()).extracting(LineCard::port).containsExactly("fxs:2", "fxs:6");
        until(oak8x, "in service", () -> well(oak8x));
        for (int i = 0; i < 3; i++) {
            answers(oak8x, oak8x.fxo().get(i), cities[i]);
        }
        assertThat(well(oak8x)).isTrue();
    }

    @Test
    void aModuleThatTheOfficeCountsOnAndThatIsMissingIsSaidAndTheRestWorks() {
        City city = new City();
        hat.plug(0, city);
        hat.plug(1, new Handset());
        HatBoard oak8x = open("oak8x", "fxo:2", "fxo:5", "fxs:2");
        assertThat(oak8x.fxo()).extracting(LineCard::port).containsExactly("fxo:1", "fxo:2", "fxo:5");
        FxoCard wrongKind = oak8x.fxo().get(1);
        FxoCard empty = oak8x.fxo().get(2);
        until(oak8x, "said", () -> wrongKind.fault() == Fault.ABSENT && empty.fault() == Fault.ABSENT);
        until(
                oak8x,
                "the others are up",
                () -> oak8x.fxs().getFirst().fault() == null
                        && oak8x.fxo().getFirst().volts() > 40);
        assertThat(oak8x.fault()).isNull();
        answers(oak8x, oak8x.fxo().getFirst(), city);
        assertThat(wrongKind.fault()).isEqualTo(Fault.ABSENT);
    }

    @Test
    void aBoardThatComesLaterIsTakenWithoutARestart() {
        City city = new City();
        hat.plug(4, city);
        pins.absent = true;
        soundAbsent = true;
        HatBoard oak = open("oak", "fxo:1");
        assertThat(oak.fault()).isEqualTo(Fault.BOARD_ABSENT);
        assertThat(oak.fxo()).hasSize(1);
        until(oak, "the line is out of service", () -> oak.fxo().getFirst().fault() == Fault.ABSENT);
        pins.absent = false;
        soundAbsent = false;
        until(oak, "the board is there", () -> oak.fault() == null);
        until(
                oak,
                "the line is up",
                () -> oak.fxo().getFirst().fault() == null
                        && oak.fxo().getFirst().volts() > 40);
        answers(oak, oak.fxo().getFirst(), city);
    }

    @Test
    void aSoundCardThatIsMissingIsSaidAndFramesGoOn() {
        hat.plug(4, new City());
        soundAbsent = true;
        HatBoard oak = open("oak");
        assertThat(oak.fault()).isEqualTo(Fault.SOUND_ABSENT);
        assertThat(hat.held())
                .as("no chip leaves reset without the frame clock")
                .isTrue();
        for (int frames = 0; frames < 10; frames++) {
            assertThat(oak.await()).isTrue();
        }
    }

    @Test
    void aChipThatIsGoneForAMomentComesBack() {
        City city = new City();
        hat.plug(4, city);
        HatBoard oak = open("oak");
        FxoCard line = oak.fxo().getFirst();
        until(oak, "in service", () -> well(oak));
        var chip = java.util.Objects.requireNonNull(hat.chip(4));
        chip.damage(Damage.ABSENT);
        until(oak, "said", () -> line.fault() == Fault.ABSENT);
        chip.damage(Damage.NONE);
        until(oak, "healed", () -> line.fault() == null);
        answers(oak, line, city);
    }

    /** The relay's pump is fed by edges: a level, whichever, drops it (LINES rule 17). */
    @Test
    void theLifelinePinTogglesOnlyWhileTheFramesAskForItAndIsLowInTheEnd() {
        hat.plug(4, new City());
        hat.plug(0, new Handset());
        HatBoard oak = open("oak");
        assertThat(pins.pins).noneMatch(pin -> pin.startsWith("gpio22"));
        LifelineRelay relay = oak.relay("fxs:1", "fxo:1").orElseThrow();
        assertThat(oak.relay("fxs:2", "fxo:1")).isEmpty();
        until(oak, "it toggles", () -> relay.hold() && edges() >= 20);
        until(oak, "nobody asks: the thread of the chips alone does not feed it", this::rests);
        until(oak, "asked again", () -> relay.hold() && !rests());
        oak.close();
        assertThat(lastLevel()).isEqualTo("gpio22 low");
        int after = edges();
        relay.hold();
        assertThat(edges()).isEqualTo(after);
    }

    private int edges() {
        return (int) pins.pins.stream().filter(pin -> pin.startsWith("gpio22")).count();
    }

    private String lastLevel() {
        return pins.pins.stream()
                .filter(pin -> pin.startsWith("gpio22"))
                .toList()
                .getLast();
    }

    private int edgesSeen;
    private int still;

    /** For half a second of frames no edge, and low. */
    private boolean rests() {
        int now = edges();
        still = now == edgesSeen ? still + 1 : 0;
        edgesSeen = now;
        return still >= 50 && lastLevel().equals("gpio22 low");
    }
}
