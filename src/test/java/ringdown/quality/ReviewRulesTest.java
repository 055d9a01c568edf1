package ringdown.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static ringdown.quality.Given.stage;
import static ringdown.quality.Given.talk;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringdown.ledger.CallEntry;
import ringdown.ledger.StageEntry;
import ringdown.ledger.StageEntry.Result;

/** Why a call came to the head, read out of its stages. */
class ReviewRulesTest {
    private static Review review(boolean third, StageEntry... stages) {
        CallEntry call = talk("clients", "client", "203", 30, List.of(stages));
        if (third) {
            call.events().add(new CallEntry.Event(call.startedAt(), CallEntry.THIRD_CALL));
        }
        return ReviewRules.of(Review.Kind.HEAD, call, null);
    }

    @Test
    void everybodyWhoWasMeantStandsThereWithTheLastThatWasSeenOfThem() {
        Review review = review(
                false,
                stage("manager", "", "201=busy", 0, Result.BUSY),
                stage("backups", "202 203", "204=away", 12, Result.NO_ANSWER),
                stage("team care", "201", "202=notAnswering", 5, Result.NO_ANSWER),
                stage("head", "203", "", 4, Result.ANSWERED));
        assertThat(review.cause()).isEqualTo("silent");
        assertThat(review.people())
                .extracting(one -> one.person() + " " + one.cause())
                .containsExactly("201 silent", "204 away", "202 notAnswering");
    }

    @Test
    void aHeadInPlaceOfAManagerIsAnEscalationAndSaysOfWhom() {
        StageEntry instead = stage("manager, else head", "203", "201=absent", 4, Result.ANSWERED);
        assertThat(instead.escalated()).isTrue();
        assertThat(review(false, instead).cause()).isEqualTo("absent");
    }

    @Test
    void aHeadWhoAnswersAsABackupIsNone() {
        assertThat(stage("backups", "203", "", 4, Result.ANSWERED).escalated()).isFalse();
        assertThat(stage("team head", "203", "", 4, Result.ANSWERED).escalated())
                .isFalse();
        assertThat(stage("head", "", "203=busy", 0, Result.BUSY).escalated()).isFalse();
    }

    @Test
    void whereNobodyWasMeantBeforeTheCauseIsThatOrTheThirdCall() {
        StageEntry head = stage("head", "203", "", 4, Result.ANSWERED);
        assertThat(review(false, head).cause()).isEqualTo("nobodyElse");
        assertThat(review(true, head).cause()).isEqualTo("calledAgain");
    }
}
