package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Outcome;
import ringdown.ledger.StageEntry;
import ringdown.quality.CallFact;
import ringdown.quality.Part;
import ringdown.quality.Verdict;

/** What figures are drawn from agrees with the calls one by one. */
class FiguresOfCallsTest {
    private static final Instant LATER = Box.MONDAY.plus(Duration.ofDays(1));

    @TempDir
    Path dir;

    @Test
    void reviewsAreOpenUntilTheirVerdictWhetherTheHeadWasRungOrTheMarkWasBadOrBoth() throws StoreFault {
        try (Box box = Box.ready(dir, Box.MONDAY)) {
            var quality = box.store.quality();
            String head = talked(box, "head", null);
            String both = talked(box, "backups, else head", 1);
            String bad = talked(box, "team care", 2);
            talked(box, "team care", 5);
            ringingAtTheHead(box);
            box.written();
            assertThat(quality.openReviews()).isEqualTo(4);
            assertThat(quality.reviews(true, 10, null).items()).hasSize(4);
            quality.decide(verdict(head + "-head"));
            quality.decide(verdict(both + "-rating"));
            quality.decide(verdict("no call of this box-head"));
            assertThat(quality.openReviews()).isEqualTo(2);
            assertThat(quality.reviews(true, 10, null).items())
                    .extracting(review -> review.callId())
                    .containsExactlyInAnyOrder(both, bad);
        }
    }

    @Test
    void talksWithoutAClassAreCountedOutOfAllTalksAndTheNewestAreNamed() throws StoreFault {
        try (Box box = Box.ready(dir, Box.MONDAY)) {
            String first = talked(box, "team care", null);
            String second = talked(box, "team care", null);
            String classed = talked(box, "team care", null);
            box.ledger.describe(classed, "client", null, null, null);
            box.gaveUp(box.rings(null), null);
            box.written();
            var quality = box.store.quality();
            assertThat(quality.unclassed(Box.MONDAY, LATER, 10)).isEqualTo(new Part(2, 3, List.of(first, second)));
            assertThat(quality.unclassed(Box.MONDAY, LATER, 1)).isEqualTo(new Part(2, 3, List.of(second)));
            assertThat(quality.unclassed(LATER, LATER, 10)).isEqualTo(new Part(0, 0, List.of()));
        }
    }

    @Test
    void whatStandsWithACallIsItsFirstScriptAndThatSomebodyWasToBeRung() throws StoreFault {
        try (Box box = Box.ready(dir, Box.MONDAY)) {
            String call = talked(box, "team care", null);
            String alone = box.rings(Box.LILY);
            box.gaveUp(alone, Box.LILY);
            String moved = box.rings(Box.LILY);
            box.ledger.event(moved, box.clock.now(), "script front");
            box.ledger.event(moved, box.clock.now(), "script clients");
            box.gaveUp(moved, Box.LILY);
            box.written();
            assertThat(box.store.quality().callsIn(Box.MONDAY, LATER))
                    .extracting(CallFact::id, CallFact::staged, CallFact::script)
                    .containsExactly(tuple(call, true, null), tuple(alone, false, null), tuple(moved, false, "front"));
        }
    }

    @Test
    void deafTimeIsFoundByWhatOverlapsWhetherItIsOverOrNot() throws StoreFault {
        try (Box box = Box.ready(dir, Box.MONDAY)) {
            Instant at = Box.MONDAY;
            box.ledger.deafSince("fxo:1", at, DeafTime.Cause.ALL_BUSY, "all busy");
            box.ledger.heardAgain("fxo:1", at.plusSeconds(60), DeafTime.Cause.ALL_BUSY);
            box.ledger.deafSince("fxo:2", at.plusSeconds(90), DeafTime.Cause.ALL_BUSY, "all busy");
            box.written();
            assertThat(via(box, at.plusSeconds(30), at.plusSeconds(45))).containsExactly("fxo:1");
            assertThat(via(box, at, at.plusSeconds(100))).containsExactly("fxo:2", "fxo:1");
            assertThat(via(box, at.plusSeconds(60), at.plusSeconds(90))).isEmpty();
            assertThat(via(box, LATER, LATER.plusSeconds(1))).containsExactly("fxo:2");
        }
    }

    private static List<String> via(Box box, Instant from, Instant to) {
        return box.ledger.deaf(from, to).stream().map(DeafTime::via).toList();
    }

    private static String talked(Box box, String target, @Nullable Integer mark) {
        String call = box.rings(Box.LILY);
        box.ledger.stage(call, new StageEntry(target, List.of("203"), Map.of(), 5, StageEntry.Result.ANSWERED));
        box.talked(call, 40);
        if (mark != null) {
            box.ledger.rated(call, mark, null);
        }
        return call;
    }

    private static void ringingAtTheHead(Box box) {
        String call = box.rings(null);
        box.ledger.stage(call, new StageEntry("head", List.of("203"), Map.of(), 5, StageEntry.Result.NO_ANSWER));
        assertThat(box.ledger.call(call).orElseThrow().outcome()).isEqualTo(Outcome.RINGING);
    }

    private static Verdict verdict(String review) {
        return new Verdict(review, Verdict.Cause.SCRIPT, "seen", "maria", Box.MONDAY);
    }
}
