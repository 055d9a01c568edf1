package ringdown.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.ledger.Matter;
import ringdown.number.PhoneNumber;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;

/** SITUATIONS 5: not everyone is called back. */
class OwingTest {
    private static final Instant NOON =
            OffsetDateTime.parse("2026-11-20T12:00+02:00").toInstant();

    private final Office office = read("""
            office: {name: Ромашка, country: UA, language: uk, timeZone: Europe/Kyiv}
            hours: {week: {mon-fri: "09:00-18:00"}, holidays: none}
            people: [{extension: 201, name: Олена, phones: [sip], secret: s}]
            teams: [{name: care, members: [201]}]
            classes:
              - {name: client, callBackWithin: 30m}
              - {name: jobseeker, obligation: listen, hearWithin: 2d}
              - {name: spam, obligation: none}
            scripts: {front: {greeting: "Вітаємо!", otherwise: message}}
            """);

    @ParameterizedTest(name = "{0}, contact {1}, {2}, gone after {3} s: {4}, passing {5}, confirm {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, false, +380671112233, 4.9, CALL_BACK, true, NOTHING",
                "-, false, +380671112233, 5, CALL_BACK, false, NOTHING",
                "-, true, +380671112233, 2, CALL_BACK, false, NOTHING",
                "client, false, +380671112233, 2, CALL_BACK, false, NOTHING",
                "-, false, +4915112345678, 30, CALL_BACK, false, DIALLING",
                "-, false, +380900300300, 30, CALL_BACK, false, DIALLING",
                "-, true, +4915112345678, 30, CALL_BACK, false, NOTHING",
                "client, false, +4915112345678, 30, CALL_BACK, false, NOTHING",
                "jobseeker, false, +380671112233, 2, LISTEN, false, NOTHING",
                "-, false, -, 30, CALL_BACK, false, NOTHING",
            })
    void whatIsOwedToWhom(
            @Nullable String callerClass,
            boolean contact,
            @Nullable String number,
            double stayed,
            Matter.Kind kind,
            boolean passing,
            Matter.Confirm confirm) {
        Matter matter = owing(callerClass, contact, number).matter(Duration.ofMillis((long) (stayed * 1000)));
        assertThat(matter.kind()).isEqualTo(kind);
        assertThat(matter.passing()).isEqualTo(passing);
        assertThat(matter.confirm()).isEqualTo(confirm);
    }

    @Test
    void nothingIsOwedWhereTheClassSaysSo() {
        assertThat(owing("spam", false, "+380671112233").nothing()).isTrue();
        assertThat(owing("client", false, "+380671112233").nothing()).isFalse();
        assertThat(owing(null, false, null).nothing()).isFalse();
    }

    @Test
    void aMessageIsHeardWithinDaysOfTheCalendarAndAnOpenOffice() {
        var times = owing("jobseeker", false, "+380671112233").times(NOON);
        assertThat(times.dueAt()).isEqualTo(NOON);
        assertThat(times.overdueAt()) // two days after Friday is Sunday
                .isEqualTo(OffsetDateTime.parse("2026-11-23T09:00+02:00").toInstant());
    }

    @Test
    void aCallBackHasTheClassesTime() {
        assertThat(owing("client", true, "+380671112233").times(NOON).overdueAt())
                .isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    }

    private Owing owing(@Nullable String callerClass, boolean contact, @Nullable String number) {
        return new Owing(
                office,
                office.officeHours(),
                callerClass == null ? null : office.callerClass(callerClass).orElseThrow(),
                contact,
                number == null ? null : new PhoneNumber(number));
    }

    private static Office read(String yaml) {
        return switch (OfficeFile.read(yaml.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Good good -> good.office();
            case Reading.Faulty faulty -> throw new AssertionError(faulty.toString());
        };
    }
}
