package ringdown.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static ringdown.quality.Given.at;
import static ringdown.quality.Given.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringdown.ledger.Outcome;

/** The figures, reckoned by hand. */
class TargetsTest {
    private static final Instant NOW = at("2026-11-24 08:30");

    private final List<CallFact> calls = new ArrayList<>(List.of(
            talk("a", "10:00", "lily", 5, 5, false),
            talk("b", "10:10", "oleh", 25, null, true),
            talk("c", "10:20", "petro", 20, 2, false),
            fact("d", "2026-11-23 11:00", Outcome.REFUSED),
            owing("e", "11:10", new CallFact.Owed("p1", true, false, null, false, at("2026-11-23 12:30"))),
            owing("f", "11:20", new CallFact.Owed("p2", false, true, "talk", false, at("2026-11-23 12:30"))),
            owing("g", "11:30", new CallFact.Owed("p2", false, true, "talk", false, at("2026-11-23 12:30"))),
            owing("h", "11:40", new CallFact.Owed("p3", true, false, null, false, at("2026-11-24 10:00"))),
            owing("i", "11:50", new CallFact.Owed("p4", false, false, "wrongNumber", false, at("2026-11-24 10:00"))),
            talk("j", "15:00", "lily", 3, null, false)));

    private static CallFact talk(
            String id, String time, String party, double waited, @Nullable Integer mark, boolean head) {
        return new CallFact(
                id,
                at("2026-11-23 " + time),
                "fxo:1",
                null,
                party,
                "client",
                null,
                Outcome.TALKED,
                true,
                "201",
                waited,
                60,
                0,
                mark,
                true,
                head,
                "clients",
                null);
    }

    private static CallFact owing(String id, String time, CallFact.Owed promise) {
        return new CallFact(
                id,
                at("2026-11-23 " + time),
                "fxo:1",
                null,
                "caller of " + id,
                null,
                null,
                Outcome.GAVE_UP,
                false,
                null,
                40,
                0,
                0,
                null,
                true,
                false,
                "front",
                promise);
    }

    private Target figure(Target.Name name) {
        return new Targets(Given.office(), NOW)
                .of(calls, calls).stream()
                        .filter(target -> target.name() == name)
                        .findFirst()
                        .orElseThrow();
    }

    private void is(Target.Name name, int n, int of, String... calls) {
        Target target = figure(name);
        assertThat(target.n()).as(name.word()).isEqualTo(n);
        assertThat(target.of()).as(name.word()).isEqualTo(of);
        assertThat(target.calls()).as(name.word()).containsExactly(calls);
    }

    @Test
    void callsTakenWithinTwentySecondsAreThoseOfAllThatSomebodyWasToAnswer() {
        is(Target.Name.ANSWERED_IN_20S, 3, 9, "a", "c", "j");
        assertThat(figure(Target.Name.ANSWERED_IN_20S).met()).isFalse();
    }

    @Test
    void lostAreThoseWhosePromiseIsOverdueNotThoseThatWaitOrWereClosedWithAReason() {
        is(Target.Name.LOST, 1, 10, "e");
        assertThat(figure(Target.Name.LOST).figure()).isEqualTo(0.1);
    }

    @Test
    void theHeadIsReachedByWhoeverNobodyElseTook() {
        is(Target.Name.REACHED_HEAD, 1, 9, "b");
        assertThat(figure(Target.Name.REACHED_HEAD).wanted()).isNull();
        assertThat(figure(Target.Name.REACHED_HEAD).met()).isNull();
    }

    @Test
    void onePromiseOfTwoCallsCountsOnceAndOneThatWaitsNotYet() {
        is(Target.Name.PROMISES_IN_TIME, 1, 2, "f", "g");
    }

    @Test
    void whoeverCallsAgainWithinAWeekWasNotServedTheFirstTime() {
        is(Target.Name.FIRST_CALL_SOLVED, 3, 4, "b", "c", "j");
    }

    @Test
    void theMeanMarkAndTheShareOfThoseWhoGaveOne() {
        is(Target.Name.RATING, 7, 2, "a", "c");
        assertThat(figure(Target.Name.RATING).figure()).isEqualTo(3.5);
        assertThat(figure(Target.Name.RATING).met()).isFalse();
        is(Target.Name.RATING_SHARE, 2, 4, "a", "c");
    }

    @Test
    void nothingToReckonWithIsNoFigure() {
        calls.clear();
        assertThat(figure(Target.Name.LOST).figure()).isNull();
        assertThat(figure(Target.Name.LOST).met()).isNull();
    }

    @Test
    void theDaySheetAddsUpAndSaysThatNobodyWasLostOnlyThen() {
        DaySheet day = new DaySheet(calls, NOW);
        assertThat(day.in().n())
                .isEqualTo(day.talked().n()
                        + day.promised().n()
                        + day.refused().n()
                        + day.open().n());
        assertThat(day.sentence(1)).isEqualTo("lost");
        assertThat(day.sentence(0)).isEqualTo("lost");
        assertThat(new DaySheet(List.of(calls.getFirst()), NOW).sentence(0)).isEqualTo("nobodyLost");
        assertThat(new DaySheet(List.of(calls.getFirst()), NOW).sentence(1)).isEqualTo("lost");
        assertThat(new DaySheet(List.of(), NOW).sentence(0)).isEqualTo("noCalls");
    }
}
