package ringdown.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.clock.BoxClock;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;
import ringdown.store.Store;

/** *67: a number that is to be withheld goes out only where it is (LINES rule 16). */
class OnTheWayTest {
    private static final String OFFICE = """
            office: {name: A, country: UA}
            people: [{extension: 201, name: B, phones: ["fxs:1"]}]
            """;
    private static final String NUMBER = "+380671230077";
    private static final String CALL = "c1";

    @TempDir
    Path dir;

    private final Notices notices = new Notices();
    private final BoxClock clock = new BoxClock(() -> true, Instant.parse("2026-11-23T08:00:00Z"));
    private final List<String> dialled = new ArrayList<>();
    private Store store;
    private OnTheWay call;

    /** A line that says whether it can withhold the office's number, and notes how it was dialled on. */
    private final class Line implements OutsideLine {
        private final boolean hides;

        Line(boolean hides) {
            this.hides = hides;
        }

        @Override
        public String via() {
            return hides ? "fxo:2" : "fxo:1";
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
        public boolean hides() {
            return hides;
        }

        @Override
        public Leg dial(String number, @Nullable String shown, Inbox inbox) {
            dialled.add("shown " + number);
            return leg();
        }

        @Override
        public Leg dialHidden(String number, Inbox inbox) {
            dialled.add("hidden " + number);
            return leg();
        }
    }

    /** The telephone that dials, and whoever is called: nothing but where they are. */
    private static Leg leg() {
        return (Leg)
                Proxy.newProxyInstance(Leg.class.getClassLoader(), new Class<?>[] {Leg.class}, (self, method, with) -> {
                    if (method.getName().equals("via")) {
                        return "fxs:1";
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @BeforeEach
    @SuppressWarnings("NullAway") // of all that a desk has, this needs but little
    void open() throws Exception {
        store = Store.open(dir, clock, notices, new Alarms(notices), ringdown.Patience.LONG);
        store.ledger().open(new CallOpened(CALL, clock.now(), Direction.OUT, "201", NUMBER, null, null, false, null));
        if (!(OfficeFile.read(OFFICE.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Good good)) {
            throw new IllegalStateException("the office does not hold");
        }
        Desk desk = new Desk(
                new CurrentOffice(good.office()),
                store.ledger(),
                clock,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new WaysOut(null, clock),
                null,
                null,
                null,
                null,
                null,
                notices,
                null,
                null,
                null);
        call = new OnTheWay(new CallRun(desk, new Inbox(clock, CALL), leg()), new Extension("201"));
    }

    @AfterEach
    void close() {
        store.close();
        notices.close();
        clock.close();
    }

    private String events() {
        return store.ledger().call(CALL).orElseThrow().events().toString();
    }

    @Test
    void aLineThatCannotWithholdTheNumberIsNotDialledOnAndTheCallSaysSo() {
        call.withhold();
        assertThat(call.dial(new Line(false), NUMBER)).isEmpty();
        assertThat(dialled).isEmpty();
        assertThat(events()).contains("fxo:1 cannot withhold the office's number");
        assertThat(call.dial(new Line(true), NUMBER)).isPresent();
        assertThat(dialled).containsExactly("hidden " + NUMBER);
    }

    @Test
    void whoWithholdsNothingIsDialledForOnAnyLine() {
        assertThat(call.dial(new Line(false), NUMBER)).isPresent();
        assertThat(call.dial(new Line(true), NUMBER)).isPresent();
        assertThat(dialled).containsExactly("shown " + NUMBER, "shown " + NUMBER);
        assertThat(events()).doesNotContain("withhold");
    }
}
