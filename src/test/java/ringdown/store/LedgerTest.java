package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.ledger.Balance;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallQuery;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseDraft;
import ringdown.ledger.Spoken;
import ringdown.ledger.StageEntry;

class LedgerTest {
    @TempDir
    Path dir;

    private Box box;

    @BeforeEach
    void start() throws StoreFault {
        box = Box.ready(dir, Box.MONDAY);
    }

    @AfterEach
    void stop() {
        box.close();
    }

    @Test
    void whileTheyTalkTheWaitIsWhatPassedUntilTheFirstPersonLifted() throws StoreFault {
        String call = box.rings(Box.LILY);
        var rang = box.ledger.call(call).orElseThrow().startedAt();
        box.ledger.talking(call, rang.plusSeconds(9), "203");
        box.ledger.talking(call, rang.plusSeconds(40), "202");
        assertThat(box.ledger.call(call).orElseThrow().waitSeconds()).isEqualTo(9);
    }

    @Test
    void aCallIsReadBackWithEverythingThatWasWritten() throws StoreFault {
        String call = box.rings(Box.LILY);
        box.belongsTo(call, Box.LILY, "c1");
        box.ledger.event(call, box.clock.now(), "caller identified");
        box.ledger.stage(
                call,
                new StageEntry("manager", List.of("201"), Map.of("202", "busy"), 15, StageEntry.Result.NO_ANSWER));
        box.ledger.talking(call, box.clock.now(), "203");
        CallEntry live = box.ledger.call(call).orElseThrow();
        box.ledger.close(
                call,
                new Ending(Outcome.TALKED, box.clock.now(), "203", 16.5, 42.25, 3, 1, true, true, null, null, null));
        box.ledger.recorded(call, "a.wav");
        box.ledger.describe(call, null, "рахунок", "asks for the invoice", "204");
        CallEntry before = box.ledger.call(call).orElseThrow();
        box.close();
        box = Box.ready(dir, box.clock.now());
        CallEntry after = box.ledger.call(call).orElseThrow();
        assertThat(after).isEqualTo(before);
        assertThat(live.outcome()).isEqualTo(Outcome.TALKING);
        assertThat(after.outcome()).isEqualTo(Outcome.TALKED);
        assertThat(after.settled()).isTrue();
        assertThat(after.stages()).hasSize(1).first().isEqualTo(live.stages().getFirst());
        assertThat(after.events()).isEqualTo(live.events()).hasSize(1);
        assertThat(after.talkSeconds()).isEqualTo(42.25);
        assertThat(after.topic()).isEqualTo("рахунок");
        assertThat(after.callerClass()).isEqualTo("client");
        assertThat(after.recording()).isEqualTo("a.wav");
    }

    @Test
    void howeverOftenACallerCallsThereIsOnePromise() {
        for (int i = 0; i < 5; i++) {
            box.gaveUp(box.rings(Box.LILY), Box.LILY);
        }
        assertThat(owed()).singleElement().satisfies(p -> assertThat(p.calls()).hasSize(5));
        assertThat(today().promised()).isEqualTo(5);
        assertThat(today().promises().made()).isEqualTo(1);
        assertThat(today().promises().callsCovered()).isEqualTo(5);
    }

    @Test
    void aPromiseBelongsToTheContactOnAnyOfItsNumbers() {
        String first = box.rings(Box.LILY);
        box.belongsTo(first, Box.LILY, "c1");
        box.end(first, Outcome.GAVE_UP, 0, false, Box.draft(Box.LILY, "c1", box.clock.now()));
        String second = box.rings("+380442223344");
        box.belongsTo(second, "+380442223344", "c1");
        box.end(second, Outcome.GAVE_UP, 0, false, Box.draft("+380442223344", "c1", box.clock.now()));
        assertThat(owed()).singleElement().matches(p -> p.calls().size() == 2 && "c1".equals(p.contactId()));
        String third = box.rings("+380442223344");
        box.belongsTo(third, "+380442223344", "c1");
        box.talked(third, 30);
        assertThat(owed()).isEmpty();
    }

    @Test
    void twoContactsOnOneNumberAreOwedSeparately() {
        for (String contact : List.of("wife", "husband")) {
            String call = box.rings(Box.LILY);
            box.belongsTo(call, Box.LILY, contact);
            box.end(call, Outcome.GAVE_UP, 0, false, Box.draft(Box.LILY, contact, box.clock.now()));
        }
        assertThat(owed()).hasSize(2);
    }

    @Test
    void aHiddenNumberOpensItsOwn() {
        box.gaveUp(box.rings(null), null);
        box.gaveUp(box.rings(null), null);
        assertThat(owed()).hasSize(2).allMatch(p -> p.number() == null);
    }

    @Test
    void aStrangersPromiseIsJoinedOnceTheNumberBelongsToSomebody() {
        box.gaveUp(box.rings(Box.LILY), Box.LILY);
        String call = box.rings(Box.LILY);
        box.belongsTo(call, Box.LILY, "c1");
        box.end(call, Outcome.GAVE_UP, 0, false, Box.draft(Box.LILY, "c1", box.clock.now()));
        assertThat(owed()).singleElement().satisfies(p -> {
            assertThat(p.contactId()).isEqualTo("c1");
            assertThat(p.calls()).hasSize(2);
        });
    }

    @Test
    void aTalkOfTwentySecondsWithVoiceOnBothSidesKeepsItInEitherDirection() {
        box.gaveUp(box.rings(Box.LILY), Box.LILY);
        String id = owed().getFirst().id();
        box.talked(box.rings(Box.LILY), 19.9);
        box.end(box.rings(Box.LILY), Outcome.TALKED, 60, false, null);
        assertThat(owed()).hasSize(1);
        box.talked(box.rings(Direction.OUT, "202", Box.LILY), 20);
        assertThat(box.ledger.promiseById(id)).hasValueSatisfying(p -> {
            assertThat(p.state()).isEqualTo(Promise.State.KEPT);
            assertThat(p.how()).isEqualTo("talk");
            assertThat(p.closedBy()).isEqualTo("202");
            assertThat(p.late()).isFalse();
        });
        assertThat(today().balanced()).isTrue();
        assertThat(today().in()).isEqualTo(3);
    }

    @Test
    void aPromiseKeptAfterItsDeadlineIsLate() {
        box.gaveUp(box.rings(Box.LILY), Box.LILY);
        box.clock.moveTo(Box.MONDAY.plus(Duration.ofHours(2)));
        assertThat(box.ledger.breakOverdue(box.clock.now())).hasSize(1);
        assertThat(box.ledger.promises("broken", 50, null).items()).hasSize(1);
        assertThat(today().lost()).isEqualTo(1);
        box.talked(box.rings(Box.LILY), 25);
        assertThat(box.ledger.promises("kept", 50, null).items())
                .singleElement()
                .matches(Promise::late);
    }

    @Test
    void aPromiseSpokenInTheCallKeepsItsMomentsAtTheEnding() {
        String call = box.rings(Box.LILY);
        Instant due = Box.MONDAY.plus(Duration.ofHours(5));
        Promise spoken = box.ledger.promise(
                call,
                new PromiseDraft(
                        Box.LILY, null, "201", box.clock.now(), due, due.plusSeconds(3600), "сьогодні о третій"));
        assertThat(today().open()).isEqualTo(1);
        box.gaveUp(call, Box.LILY);
        assertThat(owed()).containsExactly(spoken);
        assertThat(spoken.dueAt()).isEqualTo(due);
        assertThat(today().promised()).isEqualTo(1);
    }

    @Test
    void aShortTalkInTheSameCallKeepsOnlyThePromiseThatThisCallOpened() {
        String call = box.rings(Box.LILY);
        box.ledger.promise(call, Box.draft(Box.LILY, null, box.clock.now()));
        box.talked(call, 8);
        assertThat(owed()).isEmpty();
        box.gaveUp(box.rings(Box.LILY), Box.LILY);
        String again = box.rings(Box.LILY);
        box.ledger.promise(again, Box.draft(Box.LILY, null, box.clock.now()));
        box.talked(again, 8);
        assertThat(owed()).hasSize(1);
        assertThat(today().balanced()).isTrue();
    }

    @Test
    void aTalkTheOfficeCutOffOwesAPromise() {
        String call = box.rings(Box.LILY);
        box.ledger.close(
                call,
                new Ending(
                        Outcome.TALKED,
                        box.clock.now(),
                        "201",
                        3,
                        2,
                        0,
                        0,
                        false,
                        true,
                        null,
                        null,
                        Box.draft(Box.LILY, null, box.clock.now())));
        assertThat(owed()).hasSize(1);
        assertThat(today().talked()).isEqualTo(1);
        assertThat(box.ledger.call(call).orElseThrow().settled()).isFalse();
    }

    @Test
    void aCallThatIsOverStaysAsItIs() {
        String call = box.rings(Box.LILY);
        box.gaveUp(call, Box.LILY);
        box.talked(call, 60);
        assertThat(box.ledger.call(call).orElseThrow().outcome()).isEqualTo(Outcome.GAVE_UP);
        assertThat(owed()).hasSize(1);
    }

    @Test
    void onlyAClientsWishMovesTheDeadline() {
        box.gaveUp(box.rings(Box.LILY), Box.LILY);
        Promise promise = owed().getFirst();
        Instant later = Box.MONDAY.plus(Duration.ofHours(9));
        Promise byOffice = box.ledger.postpone(promise.id(), later, null, "201").orElseThrow();
        assertThat(byOffice.dueAt()).isEqualTo(later);
        assertThat(byOffice.overdueAt()).isEqualTo(promise.overdueAt());
        box.clock.moveTo(Box.MONDAY.plus(Duration.ofHours(2)));
        box.ledger.breakOverdue(box.clock.now());
        Promise byClient = box.ledger
                .postpone(promise.id(), later, later.plusSeconds(1800), "201")
                .orElseThrow();
        assertThat(byClient.state()).isEqualTo(Promise.State.OPEN);
        assertThat(box.ledger.nextOverdue()).contains(later.plusSeconds(1800));
    }

    @Test
    void statementsKeepOrCloseAndAreCountedByHow() {
        box.gaveUp(box.rings(Box.LILY), Box.LILY);
        box.gaveUp(box.rings("+380671234567"), "+380671234567");
        List<Promise> owed = owed();
        box.ledger.settle(owed.get(0).id(), true, "sms", "201", box.clock.now(), null);
        box.ledger.settle(owed.get(1).id(), false, "unreachable", "201", box.clock.now(), "three times");
        Balance balance = today();
        assertThat(balance.promises().kept()).isEqualTo(1);
        assertThat(balance.promises().closed()).isEqualTo(Map.of("unreachable", 1));
        assertThat(balance.lost()).isEqualTo(1);
        assertThat(balance.balanced()).isTrue();
        Promise again = box.ledger
                .settle(owed.get(0).id(), false, "spam", "202", box.clock.now(), null)
                .orElseThrow();
        assertThat(again.how()).isEqualTo("sms");
    }

    @Test
    void pagesRunFromNewestToOldestWithoutGapOrDouble() {
        for (int i = 0; i < 25; i++) {
            box.gaveUp(box.rings("+38050111220" + i % 10), "+38050111220" + i % 10);
        }
        box.written();
        var first = box.ledger.calls(query(10, null, null));
        var second = box.ledger.calls(query(10, first.next(), null));
        var third = box.ledger.calls(query(10, second.next(), null));
        assertThat(third.next()).isNull();
        assertThat(third.items()).hasSize(5);
        var ids = new java.util.ArrayList<String>();
        for (var page : List.of(first, second, third)) {
            page.items().forEach(c -> ids.add(c.id()));
        }
        assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(box.ledger.calls(query(50, null, "050 111-22-03")).items()).hasSize(3);
        assertThat(box.ledger.promises("all", 4, null).items()).hasSize(4);
    }

    private static CallQuery query(int limit, @Nullable String after, @Nullable String caller) {
        return new CallQuery(null, null, null, caller, null, null, null, limit, after);
    }

    @Test
    void lastSpokenIsWhoTalkedLastInEitherDirection() {
        box.talked(box.rings(Box.LILY), 30);
        assertThat(whoTalked()).contains("201");
        box.talked(box.rings(Direction.OUT, "202", Box.LILY), 5);
        assertThat(whoTalked()).contains("202");
        assertThat(box.ledger.lastTalk("somebody", Box.LILY)).isEmpty();
        assertThat(box.ledger.lastTalk(null, null)).isEmpty();
    }

    private Optional<String> whoTalked() {
        box.written();
        return box.ledger.lastTalk(null, Box.LILY).map(Spoken::extension);
    }

    @Test
    void aCallInIsNeverUncounted() {
        box.end(box.rings(Box.LILY), Outcome.FAILED, 0, false, null);
        box.end(box.rings(Box.LILY), Outcome.REFUSED, 0, false, null);
        assertThat(today().promised()).isEqualTo(1);
        assertThat(today().refused()).isEqualTo(1);
        assertThat(owed()).hasSize(1);
    }

    private List<Promise> owed() {
        box.written();
        return box.ledger.promises("owed", 50, null).items().reversed();
    }

    private Balance today() {
        box.written();
        return box.ledger.balance(
                Box.MONDAY.minus(Duration.ofDays(1)), Box.MONDAY.plus(Duration.ofDays(1)), box.clock.now());
    }
}
