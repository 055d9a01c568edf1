package ringdown.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Patience;
import ringdown.clock.BoxClock;
import ringdown.notice.Alarm;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;
import ringdown.store.Store;

/** Overrides that are set while the box is off: by the clock, not by the box's own time. */
class OverridesTest {
    private static final String OFFICE = """
            office: {name: Ромашка, country: UA, timeZone: Europe/Kyiv}
            people:
              - {extension: 201, name: Олена, phones: [sip], mobile: "+380671110101"}
            teams: [{name: care, members: [201], head: 201}]
            overrides:
              - {name: lunch, until: "14:00", greeting: Обід}
              - {name: shelter, until: released, max: 3h, greeting: Укриття}
            """;

    @TempDir
    Path dir;

    private final Notices notices = new Notices();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private BoxClock clock = new BoxClock(() -> true, Instant.EPOCH);
    private Alarms alarms = new Alarms(notices);
    private Store store;
    private Overrides overrides;

    private void startAt(String moment) throws Exception {
        clock.close();
        clock = new BoxClock(() -> true, Instant.parse(moment));
        alarms = new Alarms(notices);
        store = Store.open(dir, clock, notices, alarms, Patience.LONG);
        if (!(OfficeFile.read(OFFICE.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Good good)) {
            throw new IllegalStateException("the office does not hold");
        }
        overrides = new Overrides(new CurrentOffice(good.office()), clock, notices, alarms, store.overrides());
        overrides.whenEnded((was, at) -> ended.add(was.override().name()));
        overrides.start();
        CountDownLatch due = new CountDownLatch(1);
        clock.at(clock.now(), "whatever was due before has run", due::countDown);
        due.await();
    }

    private void stop() {
        overrides.close();
        store.close();
    }

    @BeforeEach
    void open() throws Exception {
        startAt("2026-11-23T10:30:00Z"); // 12:30 in Kyiv
    }

    @AfterEach
    void close() {
        stop();
        notices.close();
        clock.close();
    }

    @Test
    void anOverrideWithAnHourHasEndedAtThatHourWhileTheBoxWasOff() throws Exception {
        overrides.begin("lunch", "201");
        stop();
        startAt("2026-11-23T11:30:00Z"); // 13:30
        assertThat(overrides.active()).isPresent();
        clock.moveTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(overrides.active()).isEmpty();
        assertThat(overrides.begin("lunch", "201"))
                .as("at 14:00 nobody means tomorrow's lunch")
                .isEqualTo(Overrides.Begun.OVER);
        assertThat(overrides.active()).isEmpty();
        assertThat(store.overrides().load()).isEmpty();
        clock.moveTo(Instant.parse("2026-11-24T10:30:00Z"));
        assertThat(overrides.begin("lunch", "201")).isEqualTo(Overrides.Begun.SET);
        stop();
        startAt("2026-11-27T11:00:00Z");
        assertThat(overrides.active()).isEmpty();
        assertThat(ended).containsExactly("lunch", "lunch");
        assertThat(store.overrides().load()).isEmpty();
    }

    @Test
    void whatSomebodyMustEndStandsAfterThreeDaysAndHasBeenTooLongSinceItsMaxWasOver() throws Exception {
        overrides.begin("shelter", "201");
        Instant since = overrides.active().orElseThrow().since();
        stop();
        startAt("2026-11-26T10:30:00Z");
        assertThat(overrides.active()).isPresent();
        assertThat(alarms.list(true))
                .extracting(Alarm::what, alarm -> alarm.since().getEpochSecond())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "overrideLeftOn", since.plusSeconds(3 * 3600).getEpochSecond()));
        overrides.end("shelter");
        assertThat(alarms.list(true)).isEmpty();
        assertThat(ended).containsExactly("shelter");
    }
}
