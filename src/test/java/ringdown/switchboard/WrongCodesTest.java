package ringdown.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Patience;
import ringdown.clock.BoxClock;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.office.OfficeFile;
import ringdown.office.Person;
import ringdown.office.Reading;
import ringdown.store.Store;

/** Nine wrong codes within a day lock a mobile for a day, by what the ledger holds. */
class WrongCodesTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final String MOBILE = "+380671110101";
    private static final String OFFICE = """
            office: {name: Ромашка, country: UA, timeZone: Europe/Kyiv}
            people: [{extension: 201, name: Олена, phones: [sip], mobile: "+380671110101", pin: "4711"}]
            """;

    @TempDir
    Path dir;

    private final Notices notices = new Notices();
    private final BoxClock clock = new BoxClock(() -> true, MORNING);
    private Store store;
    private Person olena;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(dir, clock, notices, new Alarms(notices), Patience.LONG);
        if (!(OfficeFile.read(OFFICE.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Good good)) {
            throw new IllegalStateException("the office does not hold");
        }
        olena = good.office().people().getFirst();
    }

    @AfterEach
    void close() {
        store.close();
        notices.close();
        clock.close();
    }

    private void call(String number, Instant at, String... events) {
        String id = store.ids().next();
        store.ledger().open(new CallOpened(id, at, Direction.IN, "fxo:1", "+380441230001", number, null, false, null));
        for (String event : events) {
            store.ledger().event(id, at, "own mobile of 201: " + event);
        }
    }

    private WrongCodes at(Instant now) {
        store.contacts().delete("nobody"); // all that was queued is on disk
        return WrongCodes.of(store.ledger(), olena, now);
    }

    private void wrong(int times, Instant at) {
        for (int n = 0; n < times; n++) {
            call(MOBILE, at.plusSeconds(n), "wrong code");
        }
    }

    @Test
    void nineLockForADayFromTheNinthHoweverManyCallsFollow() {
        wrong(9, MORNING);
        Instant ninth = MORNING.plusSeconds(8);
        for (int n = 0; n < 150; n++) {
            call(MOBILE, MORNING.plusSeconds(60 + n), "not asked after too many wrong codes");
        }
        call("+380501112233", MORNING.plusSeconds(300), "right code");
        assertThat(at(MORNING.plusSeconds(600)).lockedSince(MORNING.plusSeconds(600)))
                .contains(ninth);
        Instant before = ninth.plus(Duration.ofDays(1)).minusMillis(1);
        assertThat(at(before).lockedSince(before)).contains(ninth);
        Instant over = ninth.plus(Duration.ofDays(1));
        assertThat(at(over).lockedSince(over)).isEmpty();
    }

    @Test
    void eightDoNotAndARightOneForgetsThem() {
        wrong(8, MORNING);
        Instant later = MORNING.plusSeconds(60);
        assertThat(at(later).lockedSince(later)).isEmpty();
        call(MOBILE, later, "right code");
        wrong(8, later.plusSeconds(1));
        Instant now = later.plusSeconds(60);
        assertThat(at(now).lockedSince(now)).isEmpty();
        call(MOBILE, now, "wrong code");
        assertThat(at(now.plusSeconds(1)).lockedSince(now.plusSeconds(1))).contains(now);
    }

    @Test
    void nineOverMoreThanADayDoNot() {
        wrong(8, MORNING);
        Instant tomorrow = MORNING.plus(Duration.ofDays(1)).plusSeconds(10);
        call(MOBILE, tomorrow, "wrong code");
        assertThat(at(tomorrow.plusSeconds(1)).lockedSince(tomorrow.plusSeconds(1)))
                .isEmpty();
    }
}
