package ringdown.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static ringdown.quality.Given.stage;
import static ringdown.quality.Given.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringdown.ledger.CallEntry;
import ringdown.ledger.DeafTime;
import ringdown.ledger.StageEntry.Result;

/** Calls that keep the order, and calls that leave it. */
class DeviationRulesTest {
    private final DeviationRules rules = new DeviationRules(Given.office());

    private List<String> kinds(CallEntry call) {
        return rules.of(call).stream()
                .map(one -> one.kind().word() + " " + one.subject().name())
                .toList();
    }

    @Test
    void whoeverTakesTheirTurnLeavesNoOrder() {
        assertThat(kinds(talk("clients", "client", "201", 6, List.of(stage("manager", "201", "", 6, Result.ANSWERED)))))
                .isEmpty();
    }

    @Test
    void backupsWhoAnswerForABusyManagerKeepTheOrder() {
        assertThat(kinds(talk(
                        "clients",
                        "client",
                        "202",
                        6,
                        List.of(
                                stage("manager", "", "201=busy", 0, Result.BUSY),
                                stage("backups", "202", "", 6, Result.ANSWERED)))))
                .isEmpty();
    }

    @Test
    void whoeverTakesACallThatRangElsewhereIsOutOfTurnButNotWhoWasDiallingTheCaller() {
        assertThat(kinds(talk("front", null, "204", 6, List.of(stage("team care", "201", "", 6, Result.NO_ANSWER)))))
                .containsExactly("outOfTurn front");
        assertThat(kinds(talk("front", null, "204", 6, List.of()))).isEmpty();
    }

    @Test
    void backupsWhoAnswerForASilentManagerAnswerOutOfTurnAndLate() {
        List<Deviation> found = rules.of(talk(
                "clients",
                "client",
                "202",
                25,
                List.of(
                        stage("manager", "201", "", 12, Result.NO_ANSWER),
                        stage("backups", "202", "", 6, Result.ANSWERED))));
        assertThat(found)
                .extracting(Deviation::kind)
                .containsExactly(Deviation.Kind.OUT_OF_TURN, Deviation.Kind.LATE_ANSWER);
        assertThat(found.getFirst().stage()).isEqualTo("manager");
        assertThat(found.getFirst().person()).isEqualTo("202");
        assertThat(found.getLast().note()).isEqualTo("25 s in place of 20 s");
    }

    @Test
    void theClassGoesBeforeTheScriptInSayingWhatIsLate() {
        List<ringdown.ledger.StageEntry> stages = List.of(stage("manager", "201", "", 30, Result.ANSWERED));
        assertThat(kinds(talk("clients", "client", "201", 30, stages))).containsExactly("lateAnswer clients");
        assertThat(kinds(talk("clients", null, "201", 30, stages))).isEmpty();
        assertThat(kinds(talk("clients", null, "201", 46, stages))).containsExactly("lateAnswer clients");
    }

    @Test
    void aMinuteIsLongForEverybody() {
        assertThat(kinds(talk("front", null, "201", 60, List.of(stage("team care", "201", "", 55, Result.ANSWERED)))))
                .containsExactly("longWait front");
    }

    @Test
    void aClassThatIsAnotherTeamsStandsOutButNotWhoAnsweredByName() {
        assertThat(kinds(talk(
                        "front", "prospect", "201", 6, List.of(stage("team care", "201", "", 6, Result.ANSWERED)))))
                .containsExactly("wrongTeam prospect");
        assertThat(kinds(talk("front", "prospect", "203", 6, List.of(stage("head", "203", "", 6, Result.ANSWERED)))))
                .isEmpty();
        assertThat(kinds(talk(
                        "front", "prospect", "204", 6, List.of(stage("team sales", "204", "", 6, Result.ANSWERED)))))
                .isEmpty();
    }

    @Test
    void twoTransfersAreAChain() {
        CallEntry once = talk("front", "client", "201", 6, List.of(stage("team care", "201", "", 6, Result.ANSWERED)));
        assertThat(kinds(transferred(once, 1))).isEmpty();
        assertThat(kinds(transferred(once, 2))).containsExactly("transfers client");
    }

    private static CallEntry transferred(CallEntry c, int times) {
        return new CallEntry(
                c.id(),
                c.startedAt(),
                c.endedAt(),
                c.direction(),
                c.via(),
                c.called(),
                c.callerNumber(),
                c.callerName(),
                c.hidden(),
                c.contactId(),
                c.contactName(),
                c.callerClass(),
                c.topic(),
                c.essence(),
                c.handedTo(),
                c.outcome(),
                c.settled(),
                c.answeredBy(),
                c.waitSeconds(),
                c.talkSeconds(),
                c.holdSeconds(),
                times,
                c.stages(),
                c.recording(),
                c.rating(),
                c.promiseId(),
                c.events());
    }

    @Test
    void aLineThatWasDeafForHalfAMinuteIsNotedAndAShorterDeafnessLostNobody() {
        Instant from = Given.at("2026-11-23 10:00");
        Instant now = from.plus(Duration.ofHours(1));
        assertThat(rules.of(new DeafTime("fxo:1", from, from.plusSeconds(29), DeafTime.Cause.CUT, "cut"), now))
                .isEmpty();
        assertThat(rules.of(new DeafTime("fxo:1", from, null, DeafTime.Cause.CUT, "cut"), now))
                .get()
                .extracting(Deviation::kind)
                .isEqualTo(Deviation.Kind.LINE_DEAF);
        assertThat(rules.of(new DeafTime("fxo:1", from, from.plusSeconds(31), DeafTime.Cause.ALL_BUSY, "busy"), now))
                .get()
                .extracting(Deviation::kind)
                .isEqualTo(Deviation.Kind.ALL_BUSY);
    }
}
