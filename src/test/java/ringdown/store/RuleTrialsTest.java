package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.quality.Deviation;
import ringdown.quality.FileDiff;
import ringdown.quality.OutCall;
import ringdown.quality.RuleTrial;

/** What is tried and what is attempted stands whole or not at all. */
class RuleTrialsTest {
    @TempDir
    Path dir;

    @Test
    void aChangeOnTrialStandsTogetherWithItsTrialOrNotAtAll() throws StoreFault {
        try (Box box = Box.ready(dir, Box.MONDAY)) {
            var quality = box.store.quality();
            assertThat(quality.decide(trial("t1", "maria"), "first", "maria", Box.MONDAY, null))
                    .isPresent();
            RuleTrial cannotBeKept = trial("t2", null);
            assertThatThrownBy(() -> quality.decide(cannotBeKept, "second", "maria", Box.MONDAY, null))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(box.store.office().current().orElseThrow().text()).isEqualTo("first");
            assertThat(quality.decide(trial("t3", "maria"), "third", "maria", Box.MONDAY, "no such version"))
                    .isEmpty();
            assertThat(quality.trials()).extracting(RuleTrial::id).containsExactly("t1");
        }
    }

    @SuppressWarnings("NullAway") // a row without an author is one that the disk does not take
    private static RuleTrial trial(String id, @Nullable String by) {
        return new RuleTrial(
                id,
                new Deviation.Group(
                        Deviation.Kind.LONG_WAIT, new Deviation.Subject(Deviation.What.SCRIPT, "front"), null),
                "moreHands",
                Map.of(),
                new FileDiff(List.of("-a", "+b")),
                RuleTrial.State.TRYING,
                by,
                Box.MONDAY,
                Box.MONDAY.plus(Duration.ofDays(14)),
                null,
                null,
                null);
    }

    @Test
    void whatIsToldLaterOfACallFromAListTakesThePlaceOfWhatStoodBefore() throws StoreFault {
        try (Box box = Box.ready(dir, Box.MONDAY)) {
            var quality = box.store.quality();
            quality.begun(made("a1", OutCall.Result.NOT_REACHED));
            quality.begun(made("a2", OutCall.Result.NOT_REACHED));
            quality.made(made("a1", OutCall.Result.TALKED));
            quality.made(made(null, OutCall.Result.DECLINED));
            quality.made(made(null, OutCall.Result.RATED));
            assertThat(quality.callsMade(Box.MONDAY))
                    .extracting(OutCall.Made::result)
                    .containsExactlyInAnyOrder(
                            OutCall.Result.NOT_REACHED,
                            OutCall.Result.TALKED,
                            OutCall.Result.DECLINED,
                            OutCall.Result.RATED);
        }
    }

    private static OutCall.Made made(@Nullable String attempt, OutCall.Result result) {
        return new OutCall.Made("winBack-n380", attempt, result, "202", Box.MONDAY, null, null);
    }
}
