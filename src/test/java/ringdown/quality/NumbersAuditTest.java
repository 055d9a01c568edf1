package ringdown.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static ringdown.quality.Given.at;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Outcome;

/** What numbers bring, and which bring nothing. */
class NumbersAuditTest {
    private static final Instant NOW = at("2026-11-23 18:00");

    private static CallFact call(String id, String via, @Nullable String called, boolean lost) {
        return new CallFact(
                id,
                at("2026-11-23 10:00"),
                via,
                called,
                "lily",
                null,
                null,
                Outcome.GAVE_UP,
                false,
                null,
                9,
                0,
                0,
                null,
                true,
                false,
                "front",
                new CallFact.Owed("p" + id, lost, !lost, lost ? null : "talk", false, at("2026-11-23 11:00")));
    }

    private static NumberFigures of(String number, CallFact... calls) {
        DeafTime busy =
                new DeafTime("fxo:1", at("2026-11-23 10:00"), at("2026-11-23 10:02"), DeafTime.Cause.ALL_BUSY, "busy");
        DeafTime cut = new DeafTime("fxo:1", at("2026-11-23 11:00"), at("2026-11-23 11:30"), DeafTime.Cause.CUT, "cut");
        return new NumbersAudit(
                        Given.office(),
                        NOW,
                        List.of(calls),
                        List.of(busy, cut),
                        (any, via) -> Optional.of(at("2026-11-20 09:00")))
                .all().stream()
                        .filter(one -> number.equals(one.number()))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aLineCountsAllItsCallsWhateverWasDialled() {
        NumberFigures main = of("+380441230001", call("a", "fxo:1", null, true), call("b", "fxo:1", null, false));
        assertThat(main.calls()).containsExactly("a", "b");
        assertThat(main.lost()).containsExactly("a");
        assertThat(main.purpose()).isEqualTo("main");
        assertThat(main.allBusySeconds()).isEqualTo(120);
        assertThat(main.lastCall()).isEqualTo(at("2026-11-20 09:00"));
    }

    @Test
    void aNumberThatNeverRangIsToldAndOneWithoutPurposeThatRangToo() {
        assertThat(of("+380441230001").neverRang()).isTrue();
        assertThat(of("+380441230003").neverRang()).isTrue();
        assertThat(of("+380441230002").withoutPurpose()).isFalse();
        assertThat(of("+380441230002", call("a", "fxo:2", null, false)).withoutPurpose())
                .isTrue();
    }

    @Test
    void aNumberOfATrunkThatTheFileDoesNotNameStandsOut() {
        CallFact stray = call("a", "provider", "+380441239999", false);
        NumberFigures unknown = of("+380441239999", stray);
        assertThat(unknown.inFile()).isFalse();
        assertThat(unknown.withoutPurpose()).isTrue();
        assertThat(unknown.calls()).containsExactly("a");
        assertThat(of("+380441230003", stray).neverRang()).isTrue();
    }

    @Test
    void anOldNumberIsCountedWithTheLineAtWhichItArrivesAndItsRetirementIsDue() {
        NumberFigures letterhead = of("+380442223311", call("a", "fxo:2", null, false));
        assertThat(letterhead.countedWith()).isEqualTo("+380441230002");
        assertThat(letterhead.counted()).isFalse();
        assertThat(letterhead.neverRang()).isFalse();
        assertThat(letterhead.retireDue()).isTrue();
        assertThat(letterhead.replaceBy()).isEqualTo("+380441230001");
        assertThat(letterhead.script()).isEqualTo("front");
    }

    @Test
    void whatDoesNotArriveHereCannotBeCounted() {
        NumberFigures card = of("+380671110101");
        assertThat(card.via()).isNull();
        assertThat(card.counted()).isFalse();
        assertThat(card.neverRang()).isFalse();
        assertThat(card.printed()).containsExactly("card");
    }
}
