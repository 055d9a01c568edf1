package ringdown.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Patience;
import ringdown.clock.BoxClock;
import ringdown.notice.Alarm;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.OfficeFile;
import ringdown.office.Person;
import ringdown.office.PersonState;
import ringdown.office.Phone;
import ringdown.office.Reading;
import ringdown.store.Store;

/** What people are doing, over a real store. */
class PresenceTest {
    private static final Extension OLENA = new Extension("201");
    private static final Extension IVAN = new Extension("202");
    private static final String OFFICE = """
            office: {name: Ромашка, country: UA, timeZone: Europe/Kyiv}
            people:
              - {extension: 201, name: Олена, phones: [sip], afterCall: 30s,
                 absences: [{from: 2026-11-25, to: 2026-11-26, why: sick}]}
              - {extension: 202, name: Іван, phones: ["fxs:1"]}
              - {extension: 203, name: Петро, phones: ["fxs:2"], left: 2026-11-23, successor: 202}
            """;

    @TempDir
    Path dir;

    private BoxClock clock = new BoxClock(() -> true, Instant.parse("2026-11-23T08:00:00Z"));
    private final Notices notices = new Notices();
    private Alarms alarms = new Alarms(notices);
    private Store store;
    private Presence presence;

    /** Every telephone is plugged in and idle. */
    private static final class AllIdle implements Telephones {
        @Override
        public Set<Phone> ready(Person person) {
            return new HashSet<>(person.phones());
        }

        @Override
        public boolean registered(Person person) {
            return true;
        }
    }

    @BeforeEach
    void open() throws Exception {
        store = Store.open(dir, clock, notices, alarms, Patience.LONG);
        if (!(OfficeFile.read(OFFICE.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Good good)) {
            throw new IllegalStateException("the office does not hold");
        }
        presence =
                new Presence(new CurrentOffice(good.office()), clock, notices, alarms, new AllIdle(), store.people());
    }

    @AfterEach
    void close() {
        store.close();
        notices.close();
        clock.close();
    }

    private void restart() throws Exception {
        store.close();
        alarms = new Alarms(notices);
        open();
    }

    @Test
    void whoLetsTwoCallsInARowRingOutIsNotRungAndTheHeadIsToldAlsoAfterARestart() throws Exception {
        presence.rangOut(IVAN, "c1");
        presence.rangOut(IVAN, "c1");
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.AVAILABLE);
        presence.rangOut(IVAN, "c2");
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.NOT_ANSWERING);
        restart();
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.NOT_ANSWERING);
        assertThat(alarms.list(true))
                .extracting(Alarm::what, Alarm::where)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("notAnswering", "202"));
        presence.touched(IVAN);
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.AVAILABLE);
        assertThat(alarms.list(true)).isEmpty();
        restart();
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.AVAILABLE);
    }

    /** The box was off until then. */
    private void restartAt(String moment) throws Exception {
        store.close();
        clock.close();
        clock = new BoxClock(() -> true, Instant.parse(moment));
        alarms = new Alarms(notices);
        open();
    }

    @Test
    void aSilenceEndsAtItsMidnightAlsoWhenTheBoxWasOffThen() throws Exception {
        presence.say(IVAN, PersonState.NOT_ANSWERING);
        restartAt("2026-11-23T21:59:00Z"); // a minute to midnight in Kyiv
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.NOT_ANSWERING);
        assertThat(alarms.list(true))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.since()).isBefore(Instant.parse("2026-11-23T08:01:00Z")));
        clock.moveTo(Instant.parse("2026-11-23T22:00:00Z"));
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.AVAILABLE);
        assertThat(alarms.list(true)).isEmpty();
        presence.say(IVAN, PersonState.NOT_ANSWERING);
        restartAt("2026-11-24T22:00:00Z");
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.AVAILABLE);
        assertThat(alarms.list(true)).isEmpty();
        presence.say(IVAN, PersonState.NOT_ANSWERING);
        restartAt("2026-11-28T09:00:00Z");
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.AVAILABLE);
    }

    @Test
    void whatPeopleSayOfThemselvesStandsOverThreeDaysWithoutPowerAndAfterCallWorkDoesNot() throws Exception {
        presence.say(IVAN, PersonState.DO_NOT_DISTURB);
        presence.say(OLENA, PersonState.AFTER_CALL);
        restartAt("2026-11-23T08:00:10Z");
        assertThat(presence.state(OLENA)).isEqualTo(PersonState.AVAILABLE);
        presence.say(OLENA, PersonState.BREAK);
        restartAt("2026-11-27T08:00:00Z");
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.DO_NOT_DISTURB);
        assertThat(presence.state(OLENA)).isEqualTo(PersonState.BREAK);
    }

    @Test
    void whoIsAbsentByTheOfficeFileIsBackOnTheDayAfterAlsoWhenTheBoxWasOffMeanwhile() throws Exception {
        restartAt("2026-11-25T08:00:00Z");
        assertThat(presence.state(OLENA)).isEqualTo(PersonState.ON_LEAVE);
        restartAt("2026-11-28T08:00:00Z");
        assertThat(presence.state(OLENA)).isEqualTo(PersonState.AVAILABLE);
    }

    @Test
    void anAnswerInBetweenForgetsTheCallThatRangOut() {
        presence.rangOut(IVAN, "c1");
        presence.touched(IVAN);
        presence.rangOut(IVAN, "c2");
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.AVAILABLE);
    }

    @Test
    void whoSaidTheyAreAwayStaysAway() {
        presence.say(IVAN, PersonState.BREAK);
        presence.rangOut(IVAN, "c1");
        presence.rangOut(IVAN, "c2");
        presence.touched(IVAN);
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.BREAK);
    }

    @Test
    void afterCallWorkEndsByItselfAndOnlyWhoHasTimeForItDoesIt() {
        presence.afterTalk(OLENA);
        presence.afterTalk(IVAN);
        assertThat(presence.state(OLENA)).isEqualTo(PersonState.AFTER_CALL);
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.AVAILABLE);
        clock.moveTo(clock.now().plusSeconds(31));
        assertThat(presence.state(OLENA)).isEqualTo(PersonState.AVAILABLE);
        presence.say(IVAN, PersonState.AFTER_CALL);
        presence.say(IVAN, PersonState.AVAILABLE);
        assertThat(presence.state(IVAN)).isEqualTo(PersonState.AVAILABLE);
    }

    @Test
    void thePlanPutsPeopleOnLeaveAndWhoHasLeftStaysAway() {
        assertThat(presence.state(OLENA)).isEqualTo(PersonState.AVAILABLE);
        clock.moveTo(Instant.parse("2026-11-24T22:00:01Z")); // midnight in Kyiv
        assertThat(presence.state(OLENA)).isEqualTo(PersonState.ON_LEAVE);
        assertThat(presence.state(new Extension("203"))).isEqualTo(PersonState.ON_LEAVE);
        clock.moveTo(Instant.parse("2026-11-26T22:00:01Z"));
        assertThat(presence.state(OLENA)).isEqualTo(PersonState.AVAILABLE);
    }

    @Test
    void whoTalksIsBusyWhateverThePlanSays() {
        clock.moveTo(Instant.parse("2026-11-25T08:00:00Z"));
        try (var talk = presence.reserve(OLENA).orElseThrow()) {
            assertThat(presence.state(OLENA)).isEqualTo(PersonState.BUSY);
            talk.talked();
        }
        assertThat(presence.state(OLENA)).isEqualTo(PersonState.ON_LEAVE);
    }
}
