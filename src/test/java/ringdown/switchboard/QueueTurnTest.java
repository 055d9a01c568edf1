package ringdown.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Patience;
import ringdown.call.Inbox;
import ringdown.clock.BoxClock;
import ringdown.ledger.Ids;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.store.Store;

/** Turns between the moment in which a place is told whom it may ring and the moment in which they ring. */
class QueueTurnTest {
    private static final List<Extension> BOTH = List.of(new Extension("201"), new Extension("202"));
    private static final List<Extension> OLENA = BOTH.subList(0, 1);

    @TempDir
    Path dir;

    private final Notices notices = new Notices();
    private final BoxClock clock = new BoxClock(() -> true, Instant.parse("2026-11-23T08:00:00Z"));
    private Store store;
    private Queue queue;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(dir, clock, notices, new Alarms(notices), Patience.LONG);
        queue = new Queue(store.places(), clock, new Ids(clock), notices);
    }

    @AfterEach
    void close() {
        queue.close();
        store.close();
        notices.close();
        clock.close();
    }

    private String waits(String call, boolean first) {
        String id = queue.take("team care", call, 1, first, null, new Inbox(clock, call))
                .id();
        queue.turn(id, List.of(), BOTH);
        return id;
    }

    @Test
    void whomSomebodyElseIsAboutToRingIsNobodysTurnThoughTheyStillSeemFree() {
        String patient = waits("patient", false);
        String urgent = waits("urgent", true);
        assertThat(queue.turn(patient, OLENA, BOTH)).isEmpty();
        assertThat(queue.turn(urgent, OLENA, BOTH)).isEqualTo(OLENA);
        queue.rings(urgent, OLENA);
        assertThat(queue.turn(patient, OLENA, BOTH)).as("she rings in a moment").isEmpty();
        assertThat(queue.turn(patient, BOTH, BOTH)).containsExactly(BOTH.getLast());
        queue.silent(urgent);
        assertThat(queue.turn(urgent, OLENA, BOTH)).isEqualTo(OLENA);
    }

    @Test
    void whoWasServedKeepsNobodyFromTheNext() {
        String first = waits("first", false);
        String second = waits("second", false);
        queue.rings(first, OLENA);
        assertThat(queue.turn(second, OLENA, BOTH)).isEmpty();
        queue.served(first, OLENA.getFirst());
        assertThat(queue.turn(second, OLENA, BOTH)).isEqualTo(OLENA);
        queue.rings(second, OLENA);
        queue.leave(second);
        String third = waits("third", false);
        assertThat(queue.turn(third, OLENA, BOTH)).isEqualTo(OLENA);
    }

    /** SITUATIONS 5 and 7: for whom no line is free, or whose number is still to be confirmed, does not keep others from who is free. */
    @Test
    void aPlaceThatCannotBeDialledHoldsNobodyUpAndKeepsItsPlace() {
        String kept = waits("kept", false);
        String waiting = waits("waiting", false);
        assertThat(queue.turn(waiting, OLENA, BOTH)).isEmpty();
        queue.stands(kept, true);
        assertThat(queue.turn(waiting, OLENA, BOTH)).isEqualTo(OLENA);
        assertThat(queue.number(kept)).isEqualTo(1);
        queue.stands(kept, false);
        assertThat(queue.turn(waiting, OLENA, BOTH)).isEmpty();
        assertThat(queue.turn(kept, OLENA, BOTH)).isEqualTo(OLENA);
    }
}
