package ringdown.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static ringdown.quality.Given.at;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;

/** What repeats itself, and the one change of the office file that would mend it. */
class ProposedChangesTest {
    private static final Instant NOW = at("2026-11-27 18:00");
    private final Office office = Given.office();

    private static Deviation seen(
            Deviation.Kind kind,
            Deviation.What what,
            String subject,
            @Nullable String stage,
            @Nullable String person,
            @Nullable String note,
            String at) {
        return new Deviation(at, at(at), kind, new Deviation.Subject(what, subject), stage, person, null, note);
    }

    private Optional<RuleChange> change(Deviation... seen) {
        return new ProposedChanges(office, NOW).of(seen[0].group(), List.of(seen));
    }

    /** The change in words, and its lines; the file with it holds. */
    private String told(Deviation... seen) {
        RuleChange change = change(seen).orElseThrow();
        String after = OfficeFile.write(change.after(), List.of(), false);
        assertThat(OfficeFile.read(after)).isInstanceOf(Reading.Good.class);
        List<String> diff =
                FileDiff.of(OfficeFile.write(office, List.of(), false), after).lines();
        return change.word().word() + " " + change.args() + " "
                + diff.stream().filter(line -> !line.startsWith(" ")).toList();
    }

    @Test
    void aManagerWhoLiftsTooLateRingsLonger() {
        assertThat(told(seen(
                        Deviation.Kind.OUT_OF_TURN,
                        Deviation.What.SCRIPT,
                        "clients",
                        "manager",
                        "202",
                        null,
                        "2026-11-23 10:00")))
                .startsWith("longerStage {script=clients, stage=manager, from=12s, to=18s}")
                .contains("for: 12s", "for: 18s");
    }

    @Test
    void whoeverTakesATeamsCallsJoinsTheTeamIfMostlyTheSamePersonDoes() {
        Deviation[] byPetro = Stream.of("2026-11-23 10:00", "2026-11-24 10:00", "2026-11-25 10:00")
                .map(at ->
                        seen(Deviation.Kind.OUT_OF_TURN, Deviation.What.SCRIPT, "front", "team care", "204", null, at))
                .toArray(Deviation[]::new);
        assertThat(told(byPetro))
                .startsWith("addToTeam {person=204, team=care}")
                .contains("204");
        Deviation byMaria = seen(
                Deviation.Kind.OUT_OF_TURN,
                Deviation.What.SCRIPT,
                "front",
                "team care",
                "203",
                null,
                "2026-11-26 10:00");
        assertThat(told(byPetro[0], byMaria)).startsWith("longerStage");
    }

    @Test
    void lateAnswersMakeTheFirstStageShorterAndLongWaitsBringSomebodyMore() {
        String at = "2026-11-23 10:00";
        assertThat(told(seen(Deviation.Kind.LATE_ANSWER, Deviation.What.SCRIPT, "clients", null, "202", null, at)))
                .startsWith("shorterStage {script=clients, stage=manager, from=12s, to=8s}");
        assertThat(told(seen(Deviation.Kind.LONG_WAIT, Deviation.What.SCRIPT, "front", null, null, null, at)))
                .startsWith("addToTeam {person=203, team=care}");
    }

    @Test
    void overridesEndByThemselvesOrBecomeHours() {
        assertThat(told(seen(
                        Deviation.Kind.OVERRIDE_LEFT_ON,
                        Deviation.What.OVERRIDE,
                        "shelter",
                        null,
                        null,
                        null,
                        "2026-11-23 16:10")))
                .startsWith("overrideEnds {override=shelter, to=16:30}");
        assertThat(told(set("2026-11-23 12:02"), set("2026-11-24 11:58"), set("2026-11-25 12:04")))
                .startsWith("breakInHours {override=lunch, from=12:00, to=12:30}")
                .contains("mon-wed", "09:00-12:00, 12:30-13:00, 14:00-18:00", "thu-fri");
    }

    private static Deviation set(String at) {
        return seen(Deviation.Kind.OVERRIDE_SET, Deviation.What.OVERRIDE, "lunch", null, "201", null, at);
    }

    @Test
    void whatCannotBeKeptIsPromisedForLater() {
        assertThat(told(seen(
                        Deviation.Kind.PROMISE_LATE,
                        Deviation.What.PERSON,
                        "201",
                        null,
                        "201",
                        "client",
                        "2026-11-23 10:00")))
                .startsWith("longerPromise {class=client, from=60m, to=90m}");
    }

    @Test
    void callsThatArePassedOnGoThereFirstAndAClassIsServedByWhoeverServesIt() {
        String at = "2026-11-23 10:00";
        assertThat(told(seen(Deviation.Kind.TRANSFERS, Deviation.What.SCRIPT, "front", null, "204", null, at)))
                .startsWith("otherTeam {script=front, from=team care, to=team sales}");
        assertThat(told(seen(
                        Deviation.Kind.WRONG_TEAM, Deviation.What.CALLER_CLASS, "prospect", null, "201", null, at)))
                .startsWith("addToTeam {person=201, team=sales}");
    }

    @Test
    void aBusyLineIsForwardedAndDutyGoesToTheReserve() {
        String at = "2026-11-23 10:00";
        assertThat(told(seen(Deviation.Kind.ALL_BUSY, Deviation.What.LINE, "fxo:1", null, null, null, at)))
                .startsWith("busyForward {line=fxo:1, to=+380441230002}");
        assertThat(told(seen(Deviation.Kind.NOT_ANSWERING, Deviation.What.PERSON, "201", null, "201", null, at)))
                .startsWith("otherDuty {person=201, to=204}");
    }

    @Test
    void whereNoRuleIsToBlameNoneIsChanged() {
        String at = "2026-11-23 10:00";
        assertThat(change(seen(Deviation.Kind.HUNG_UP, Deviation.What.PERSON, "201", null, "201", null, at)))
                .isEmpty();
        assertThat(change(seen(Deviation.Kind.LINE_DEAF, Deviation.What.LINE, "fxo:1", null, null, null, at)))
                .isEmpty();
        assertThat(change(seen(Deviation.Kind.LATE_ANSWER, Deviation.What.SCRIPT, "gone", null, null, null, at)))
                .isEmpty();
    }
}
