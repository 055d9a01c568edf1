package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.ledger.Balance;
import ringdown.ledger.Direction;
import ringdown.ledger.Identity;
import ringdown.ledger.Matter;
import ringdown.ledger.Outcome;
import ringdown.ledger.Page;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseChange;
import ringdown.ledger.PromiseDraft;
import ringdown.ledger.PromiseEvent;
import ringdown.ledger.PromiseQuery;

/** What becomes of promises, on a real folder: each test ends as the tables tell it after a restart. */
class PromisesTest {
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
    void whoSaysAnotherTimeInTheSameTalkHasPromisedOnce() throws StoreFault {
        String talk = box.rings(Box.LILY);
        box.ledger.talking(talk, box.clock.now(), "201");
        Promise first = agreed(talk, hours(7), "the price list");
        agreed(talk, hours(9), "the price list");
        box.talked(talk, 40);
        restart();
        assertThat(owed()).singleElement().satisfies(p -> {
            assertThat(p.id()).isEqualTo(first.id());
            assertThat(p.dueAt()).isEqualTo(hours(9));
        });
        assertThat(balance().balanced()).isTrue();
    }

    @Test
    void aPromiseMadeInATalkIsNotKeptByThatTalkButByTheNextOne() throws StoreFault {
        box.gaveUp(box.rings(Box.LILY), Box.LILY);
        String older = owed().getFirst().id();
        String talk = box.rings(Box.LILY);
        box.ledger.talking(talk, box.clock.now(), "201");
        Promise agreed = agreed(talk, hours(7), "the price list");
        box.talked(talk, 40);
        restart();
        assertThat(box.ledger.promiseById(older).orElseThrow().state()).isEqualTo(Promise.State.KEPT);
        assertThat(owed()).singleElement().satisfies(p -> {
            assertThat(p.id()).isEqualTo(agreed.id());
            assertThat(p.matter().text()).isEqualTo("the price list");
            assertThat(p.dueAt()).isEqualTo(hours(7));
        });
        box.talked(box.rings(Box.LILY), 40);
        assertThat(owed()).isEmpty();
        Balance balance = balance();
        assertThat(balance.balanced()).isTrue();
        assertThat(balance.promises().made()).isEqualTo(2);
        assertThat(balance.promises().kept()).isEqualTo(2);
    }

    @Test
    void aPromiseMadeAfterTheTalkGivesWhatIsStillOwedTheMomentThatWasAgreed() throws StoreFault {
        box.gaveUp(box.rings(Box.LILY), Box.LILY);
        String shortTalk = box.rings(Direction.OUT, "201", Box.LILY);
        box.ledger.identified(shortTalk, new Identity(Box.LILY, null, false, null, null, null));
        box.talked(shortTalk, 5);
        agreed(shortTalk, hours(5), null);
        restart();
        assertThat(owed()).singleElement().satisfies(p -> {
            assertThat(p.dueAt()).isEqualTo(hours(5));
            assertThat(p.overdueAt()).isEqualTo(hours(6));
        });
    }

    @Test
    void aNumberLearntDuringTheCallIsPutIntoThePromiseThatHadNone() throws StoreFault {
        String call = box.rings(null);
        box.ledger.promise(call, Box.draft(null, null, box.clock.now()));
        box.ledger.identified(call, new Identity(Box.LILY, null, true, null, null, null));
        box.gaveUp(call, Box.LILY);
        restart();
        assertThat(owed()).singleElement().matches(p -> Box.LILY.equals(p.number()));
    }

    @Test
    void aNumberLearntOfSomebodyWhoIsOwedACallAlreadyMakesOnePromiseOfTwo() throws StoreFault {
        box.gaveUp(box.rings(Box.LILY), Box.LILY);
        String first = owed().getFirst().id();
        String call = box.rings(null);
        String second =
                box.ledger.promise(call, Box.draft(null, null, box.clock.now())).id();
        box.ledger.identified(call, new Identity(Box.LILY, null, true, null, null, null));
        box.gaveUp(call, Box.LILY);
        restart();
        assertThat(owed()).singleElement().satisfies(p -> {
            assertThat(p.id()).isEqualTo(first);
            assertThat(p.calls()).hasSize(2);
        });
        assertThat(box.ledger.promiseById(second).orElseThrow().id()).isEqualTo(first);
        assertThat(box.ledger.promises("all", 50, null).items()).hasSize(1);
        assertThat(balance().promises().made()).isEqualTo(1);
        assertThat(balance().promises().callsCovered()).isEqualTo(2);
        assertThat(balance().balanced()).isTrue();
    }

    @Test
    void aNumberThatTurnsOutToBeTheContactsJoinsWhatIsOwedToBoth() throws StoreFault {
        String known = box.rings(Box.LILY);
        box.belongsTo(known, Box.LILY, "c1");
        box.end(known, Outcome.GAVE_UP, 0, false, Box.draft(Box.LILY, "c1", box.clock.now()));
        box.gaveUp(box.rings("+380671112233"), "+380671112233");
        assertThat(owed()).hasSize(2);
        box.ledger.adopt("+380671112233", "c1", "ТОВ «Лілія»");
        restart();
        assertThat(owed()).singleElement().satisfies(p -> {
            assertThat(p.contactId()).isEqualTo("c1");
            assertThat(p.calls()).hasSize(2);
        });
        assertThat(balance().balanced()).isTrue();
    }

    @Test
    void whoeverDidNotWaitIsTriedOnceAndCallsAgainAsAnybodyElse() {
        Instant now = box.clock.now();
        PromiseDraft passing = new PromiseDraft(
                Box.LILY,
                null,
                "201",
                now,
                now,
                hours(1),
                null,
                new Matter(Matter.Kind.CALL_BACK, null, null, false, true, Matter.Confirm.NOTHING, null, null));
        box.end(box.rings(Box.LILY), Outcome.GAVE_UP, 0, false, passing);
        String id = owed().getFirst().id();
        box.ledger.change(id, new PromiseChange.Tried(), "201");
        assertThat(box.ledger
                        .change(id, new PromiseChange.NotReached("no answer"), "201")
                        .orElseThrow())
                .satisfies(p -> {
                    assertThat(p.state()).isEqualTo(Promise.State.CLOSED);
                    assertThat(p.how()).isEqualTo("unreachable");
                    assertThat(p.attempts()).isEqualTo(1);
                });
        assertThat(balance().lost()).isEqualTo(1);
        box.end(box.rings(Box.LILY), Outcome.GAVE_UP, 0, false, passing);
        box.gaveUp(box.rings(Box.LILY), Box.LILY);
        assertThat(owed()).singleElement().matches(p -> !p.matter().passing());
    }

    @Test
    void whatBecameOfAPromiseStandsInItsHistory() throws StoreFault {
        box.gaveUp(box.rings(Box.LILY), Box.LILY);
        String id = owed().getFirst().id();
        box.ledger.change(id, new PromiseChange.OwnerMoved("202", "201 is absent"), PromiseEvent.BOX);
        box.ledger.change(id, new PromiseChange.Tried(), "202");
        box.ledger.change(id, new PromiseChange.NotReached("no answer"), "202");
        box.ledger.postpone(id, hours(3), hours(4), "202");
        box.ledger.breakOverdue(hours(5));
        box.ledger.change(id, new PromiseChange.Escalated("203"), PromiseEvent.BOX);
        restart();
        assertThat(box.ledger.history(id))
                .extracting(PromiseEvent::what)
                .containsExactly(
                        PromiseEvent.What.MOVED,
                        PromiseEvent.What.ATTEMPT,
                        PromiseEvent.What.NOT_REACHED,
                        PromiseEvent.What.POSTPONED,
                        PromiseEvent.What.BROKEN,
                        PromiseEvent.What.ESCALATED);
        assertThat(owed()).singleElement().satisfies(p -> {
            assertThat(p.owner()).isEqualTo("202");
            assertThat(p.state()).isEqualTo(Promise.State.BROKEN);
            assertThat(p.matter().escalatedTo()).isEqualTo("203");
            assertThat(p.attempts()).isEqualTo(1);
        });
    }

    @Test
    void aMatterHandedOnStaysWithTheFirstTakerUntilTheClientHasBeenTold() throws StoreFault {
        String talk = box.rings(Box.LILY);
        box.talked(talk, 40);
        Promise owing = agreed(talk, hours(3), "asks for the invoice");
        box.ledger.change(owing.id(), new PromiseChange.Handed("204", hours(2), null), "201");
        box.ledger.change(owing.id(), new PromiseChange.Solved("sent"), "204");
        restart();
        assertThat(owed()).singleElement().satisfies(p -> {
            assertThat(p.owner()).isEqualTo("201");
            Matter.Handing handing = java.util.Objects.requireNonNull(p.matter().handing());
            assertThat(handing.to()).isEqualTo("204");
            assertThat(handing.insideAt()).isEqualTo(hours(2));
            assertThat(handing.solvedAt()).isNotNull();
        });
    }

    private Promise agreed(String call, Instant dueAt, @Nullable String text) {
        Instant now = box.clock.now();
        return box.ledger
                .agreed(
                        call,
                        new PromiseDraft(
                                Box.LILY,
                                null,
                                "201",
                                now,
                                dueAt,
                                dueAt.plus(Duration.ofHours(1)),
                                null,
                                Matter.agreed(Matter.Kind.CALL_BACK, null, text)))
                .orElseThrow();
    }

    @Test
    void whatIsOwedToAContactIsFoundPageByPageAmongTheOthers() {
        for (int n = 0; n < 3; n++) {
            String theirs = box.rings(Box.LILY);
            box.belongsTo(theirs, Box.LILY, "c1");
            box.end(theirs, Outcome.GAVE_UP, 0, false, Box.draft(Box.LILY, "c1", box.clock.now()));
            String id = owed().stream()
                    .filter(p -> "c1".equals(p.contactId()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            box.ledger.settle(id, true, "visit", "201", box.clock.now(), null);
            box.gaveUp(box.rings("+38067111220" + n), "+38067111220" + n);
        }
        box.written();
        List<String> found = new ArrayList<>();
        String after = null;
        do {
            Page<Promise> page = box.ledger.promises(new PromiseQuery("all", "c1", Set.of(), 2, after));
            page.items().forEach(p -> found.add(p.contactId()));
            after = page.next();
        } while (after != null);
        assertThat(found).containsExactly("c1", "c1", "c1");
        assertThat(box.ledger
                        .promises(new PromiseQuery("owed", "c1", Set.of(), 2, null))
                        .items())
                .isEmpty();
        assertThat(box.ledger
                        .promises(new PromiseQuery("all", "nobody", Set.of(), 2, null))
                        .items())
                .isEmpty();
    }

    private void restart() throws StoreFault {
        box.close();
        box = Box.ready(dir, box.clock.now());
    }

    private static Instant hours(int after) {
        return Box.MONDAY.plus(Duration.ofHours(after));
    }

    private List<Promise> owed() {
        box.written();
        return box.ledger.promises("owed", 50, null).items();
    }

    private Balance balance() {
        box.written();
        return box.ledger.balance(Instant.EPOCH, hours(100), box.clock.now());
    }
}
