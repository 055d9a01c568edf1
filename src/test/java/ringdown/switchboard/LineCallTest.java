package ringdown.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.call.Telephone;
import ringdown.clock.BoxClock;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Outcome;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.OfficeFile;
import ringdown.office.Phone;
import ringdown.office.Reading;
import ringdown.store.Store;

/** "Call my mobile from this line": whatever happens in it, the line and the record are done with (LINES rule 18). */
class LineCallTest {
    private static final String OFFICE = """
            office: {name: A, country: UA}
            people: [{extension: 201, name: B, phones: ["fxs:1"]}]
            lines: [{port: "fxo:1", number: "+380441230001"}]
            """;
    private static final String CALL = "c1";

    /** Whoever dials on it finds a fault in the box. */
    private static final OutsideLine BROKEN = new OutsideLine() {
        @Override
        public String via() {
            return "fxo:1";
        }

        @Override
        public State state() {
            return State.IDLE;
        }

        @Override
        public boolean free() {
            return true;
        }

        @Override
        public Leg dial(String number, @Nullable String shown, Inbox inbox) {
            throw new IllegalStateException("no leg can be made");
        }
    };

    private static final Equipment PLUGGED_IN = new Equipment() {
        @Override
        public Optional<Telephone> telephone(Extension person, Phone phone) {
            return Optional.empty();
        }

        @Override
        public List<OutsideLine> outsideLines() {
            return List.of(BROKEN);
        }
    };

    @TempDir
    Path dir;

    private final Notices notices = new Notices();
    private final BoxClock clock = new BoxClock(() -> true, Instant.parse("2026-11-23T08:00:00Z"));
    private final WaysOut ways = new WaysOut(PLUGGED_IN, clock);
    private Store store;
    private Desk desk;

    @BeforeEach
    @SuppressWarnings("NullAway") // of all that a desk has, this needs but little
    void open() throws Exception {
        store = Store.open(dir, clock, notices, new Alarms(notices), ringdown.Patience.LONG);
        if (!(OfficeFile.read(OFFICE.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Good good)) {
            throw new IllegalStateException("the office does not hold");
        }
        desk = new Desk(
                new CurrentOffice(good.office()),
                store.ledger(),
                clock,
                null,
                null,
                null,
                store.contacts(),
                store.classLearning(),
                null,
                null,
                null,
                PLUGGED_IN,
                ways,
                null,
                null,
                null,
                null,
                null,
                notices,
                null,
                null,
                null);
    }

    @AfterEach
    void close() {
        store.close();
        notices.close();
        clock.close();
    }

    @Test
    void aLineThatCouldNotBeDialledOnIsFreeAgainAndTheCallIsOver() {
        WaysOut.Taken taken = ways.take(WaysOut.Purpose.PERSON, desk.office().get(), Set.of());
        assertThat(taken).isInstanceOf(WaysOut.Taken.Way.class);
        LineCall call = new LineCall(desk, new Inbox(clock, CALL), (WaysOut.Taken.Way) taken, "+380671112233");
        call.open();
        call.run();
        CallEntry entry = store.ledger().call(CALL).orElseThrow();
        assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ways.take(WaysOut.Purpose.PERSON, desk.office().get(), Set.of()))
                .as("it is nobody's")
                .isInstanceOf(WaysOut.Taken.Way.class);
    }
}
