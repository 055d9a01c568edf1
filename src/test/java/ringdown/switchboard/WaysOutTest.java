package ringdown.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.call.Telephone;
import ringdown.clock.BoxClock;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Phone;
import ringdown.office.Reading;
import ringdown.switchboard.WaysOut.Purpose;
import ringdown.switchboard.WaysOut.Taken;

/** Which line is given to whom while nobody has dialled yet: lines that show nothing of what has been chosen. */
class WaysOutTest {
    private static final String OFFICE = """
            office: {name: A, country: UA, language: uk, timeZone: Europe/Kyiv}
            hours: {week: {mon-fri: "09:00-18:00"}}
            people:
              - {extension: 201, name: B, phones: ["fxs:1"]}
            teams:
              - {name: desk, members: [201], head: 201}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: front}
              - {port: "fxo:2", number: "+380441230002", script: front}
              - {port: "fxo:3", number: "+380441230003", script: front}
              - {port: "fxo:4", number: "+380441230004", script: front}
            scripts: {front: {stages: [{ring: team desk, for: 15s}], otherwise: message}}
            """;

    /** The only line that has shown how it releases; null: all have. */
    private static @Nullable String proven;

    /** The only line on which no call has ended yet. */
    private static @Nullable String untried;

    /** On hook, whatever has been decided about it. */
    private record OnHook(String via) implements OutsideLine {
        @Override
        public boolean releaseProven() {
            return proven == null || via.equals(proven);
        }

        @Override
        public boolean hidesItsEnd() {
            return !releaseProven() && !via.equals(untried);
        }

        @Override
        public State state() {
            return State.IDLE;
        }

        @Override
        public boolean free() {
            return true;
        }

        @Override
        public Leg dial(String number, @Nullable String shown, Inbox inbox) {
            throw new AssertionError("nobody dials here");
        }
    }

    private static final List<OutsideLine> LINES =
            List.of(new OnHook("fxo:1"), new OnHook("fxo:2"), new OnHook("fxo:3"), new OnHook("fxo:4"));

    private record PluggedIn(List<OutsideLine> outsideLines) implements Equipment {
        @Override
        public Optional<Telephone> telephone(Extension person, Phone phone) {
            return Optional.empty();
        }
    }

    private final BoxClock clock = new BoxClock(() -> true, Instant.parse("2026-11-23T08:00:00Z"));
    private final WaysOut ways = new WaysOut(new PluggedIn(LINES), clock);

    @AfterEach
    void stop() {
        proven = null;
        untried = null;
        clock.close();
    }

    private static Office office() {
        return office(OFFICE);
    }

    private static Office office(String text) {
        if (!(OfficeFile.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Good good)) {
            throw new IllegalStateException("the office file has faults");
        }
        return good.office();
    }

    /** Those on whom the first lines have failed want others than those who begin. */
    @Test
    void ofAnyNumberWhoChooseInTheSameMomentNobodyIsGivenTheLastIdleLine() throws Exception {
        Office office = office();
        int all = 8;
        CyclicBarrier together = new CyclicBarrier(all);
        List<Future<Taken>> choosing = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(all)) {
            for (int n = 0; n < all; n++) {
                Set<String> failed = n % 4 == 0 ? Set.of() : Set.of("fxo:" + n % 4);
                Purpose purpose = n % 2 == 0 ? Purpose.PERSON : Purpose.AUTOMATIC;
                choosing.add(people.submit(() -> {
                    together.await();
                    return ways.take(purpose, office, failed);
                }));
            }
        }
        List<String> given = new ArrayList<>();
        for (Future<Taken> one : choosing) {
            if (one.get() instanceof Taken.Way way) {
                given.add(way.line().via());
            }
        }
        assertThat(given).doesNotHaveDuplicates().hasSize(3);
        assertThat(ways.any(Purpose.AUTOMATIC, office)).isFalse();
    }

    @Test
    void whatOneGivesBackIsNotTakenFromWhoeverHasChosenItMeanwhile() {
        Office office = office();
        Taken.Way first = (Taken.Way) ways.take(Purpose.PERSON, office, Set.of());
        ways.back(first);
        Taken.Way second = (Taken.Way) ways.take(Purpose.PERSON, office, Set.of());
        assertThat(second.line()).isEqualTo(first.line());
        ways.back(first);
        Taken.Way third = (Taken.Way) ways.take(Purpose.PERSON, office, Set.of());
        assertThat(third.line()).isNotEqualTo(second.line());
    }

    @Test
    void theLastIdleLineIsNotGivenItselfEither() {
        Office office = office();
        for (OutsideLine line : LINES.subList(0, 3)) {
            assertThat(ways.take(line, office)).isInstanceOf(Taken.Way.class);
            assertThat(ways.take(line, office)).as("taken already").isInstanceOf(Taken.None.class);
        }
        assertThat(ways.take(LINES.get(3), office)).isEqualTo(new Taken.None(WaysOut.Refusal.LAST_LINE));
    }

    /** Whoever installs the box has said nothing of such a port: not what number is seen of it, nor what its calls cost. */
    @Test
    void aPortThatTheOfficeFileDoesNotNameIsTakenAfterLinesAndTrunksButForHelpBeforeTrunks() {
        Office office = office(OFFICE.replaceAll("(?m)^ .*fxo:[134].*\n", "")
                .replace("scripts:", "trunks:\n  - {name: provider, host: 127.0.0.1, port: 5090}\nscripts:"));
        WaysOut hunted = new WaysOut(
                new PluggedIn(List.of(new OnHook("fxo:1"), new OnHook("fxo:2"), new OnHook("provider"))), clock);
        List<String> order = new ArrayList<>();
        while (order.size() < 3 && hunted.take(Purpose.PERSON, office, Set.copyOf(order)) instanceof Taken.Way way) {
            order.add(way.line().via());
        }
        assertThat(order).containsExactly("fxo:2", "provider", "fxo:1");
        WaysOut help = new WaysOut(new PluggedIn(List.of(new OnHook("fxo:1"), new OnHook("provider"))), clock);
        assertThat(help.take(Purpose.EMERGENCY, office, Set.of()))
                .isInstanceOfSatisfying(
                        Taken.Way.class, way -> assertThat(way.line().via()).isEqualTo("fxo:1"));
    }

    @Test
    void noMobileIsRungOverALineIfBothOfTheTwoHideTheirEnds() {
        Office office = office();
        proven = "";
        assertThat(ways.take(Purpose.AUTOMATIC, office, Set.of("fxo:1"), "fxo:1"))
                .isEqualTo(new Taken.None(WaysOut.Refusal.UNWATCHED));
        assertThat(ways.take(Purpose.AUTOMATIC, office, Set.of("fxo:1"), "201"))
                .as("a telephone of the office hears it")
                .isInstanceOf(Taken.Way.class);
        untried = "fxo:3";
        assertThat(ways.take(Purpose.AUTOMATIC, office, Set.of("fxo:1"), "fxo:1"))
                .as("whatever has not been seen to hide it is trusted")
                .isInstanceOfSatisfying(
                        Taken.Way.class, way -> assertThat(way.line().via()).isEqualTo("fxo:3"));
        proven = "fxo:4";
        assertThat(ways.take(Purpose.AUTOMATIC, office, Set.of("fxo:1"), "fxo:1"))
                .isInstanceOfSatisfying(
                        Taken.Way.class, way -> assertThat(way.line().via()).isEqualTo("fxo:4"));
    }

    /** A line on which something goes on. */
    private record Used(String via, State state, Use use) implements OutsideLine {
        @Override
        public boolean free() {
            return false;
        }

        @Override
        public Leg dial(String number, @Nullable String shown, Inbox inbox) {
            throw new AssertionError("nobody dials here");
        }
    }

    private String helpOver(OutsideLine... lines) {
        Equipment equipment = new Equipment() {
            @Override
            public Optional<Telephone> telephone(Extension person, Phone phone) {
                return Optional.empty();
            }

            @Override
            public List<OutsideLine> outsideLines() {
                return List.of(lines);
            }
        };
        Taken taken = new WaysOut(equipment, clock).take(Purpose.EMERGENCY, office(), Set.of());
        return taken instanceof Taken.Way way ? way.line().via() : "";
    }

    /** Ending a talk takes the same two seconds on hook. */
    @Test
    void helpWaitsForALineThatIsOnHookInPlaceOfEndingATalkOnAnother() {
        OutsideLine talk = new Used("fxo:1", OutsideLine.State.TALKING, OutsideLine.Use.IN);
        OutsideLine callOut = new Used("fxo:2", OutsideLine.State.TALKING, OutsideLine.Use.OUT);
        OutsideLine justLaidDown = new Used("fxo:3", OutsideLine.State.IDLE, OutsideLine.Use.NONE);
        OutsideLine dead = new Used("fxo:4", OutsideLine.State.DEAD, OutsideLine.Use.NONE);
        assertThat(helpOver(talk, callOut, justLaidDown, dead)).isEqualTo("fxo:3");
        assertThat(helpOver(talk, callOut, justLaidDown, new OnHook("fxo:4"))).isEqualTo("fxo:4");
        assertThat(helpOver(talk, callOut, dead)).isEqualTo("fxo:2");
        assertThat(helpOver(talk, dead)).isEqualTo("fxo:1");
    }
}
