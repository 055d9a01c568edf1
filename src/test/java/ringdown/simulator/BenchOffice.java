package ringdown.simulator;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.NumberingPlan;
import ringdown.office.AfterHours;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.OfficeInfo;
import ringdown.office.OwnHours;
import ringdown.office.Person;
import ringdown.office.Phone;
import ringdown.office.Port;
import ringdown.office.PortUse;
import ringdown.office.Recording;
import ringdown.office.Repeats;
import ringdown.office.TestCalls;
import ringdown.office.Voicemail;
import ringdown.schedule.HoursPlan;

/** The office of a {@link Bench}: one line as the test wants it, two people with analog telephones. */
record BenchOffice(
        String country,
        Line.DialMode dial,
        Line.Levels levels,
        List<String> release,
        String callerId,
        @Nullable String areaCode,
        int ringsAtOnce,
        List<PortUse> uses) {
    static BenchOffice of(String country, Line.DialMode dial) {
        return new BenchOffice(
                country, dial, Line.Levels.FLAT, List.of(), "auto", null, OfficeInfo.RINGS_AT_ONCE, List.of());
    }

    BenchOffice with(Line.Levels gains) {
        return new BenchOffice(country, dial, gains, release, callerId, areaCode, ringsAtOnce, uses);
    }

    BenchOffice with(Line.DialMode how) {
        return new BenchOffice(country, how, levels, release, callerId, areaCode, ringsAtOnce, uses);
    }

    BenchOffice with(int atOnce, List<PortUse> devices) {
        return new BenchOffice(country, dial, levels, release, callerId, areaCode, atOnce, devices);
    }

    BenchOffice with(String who, @Nullable String area) {
        return new BenchOffice(country, dial, levels, release, who, area, ringsAtOnce, uses);
    }

    BenchOffice releasedBy(List<String> signs) {
        return new BenchOffice(country, dial, levels, signs, callerId, areaCode, ringsAtOnce, uses);
    }

    Office office() {
        return new Office(
                info(),
                List.of(),
                HoursPlan.always(),
                List.of(),
                List.of(person("201", "Olena", 1), person("202", "Ivan", 2)),
                List.of(),
                List.of(line()),
                uses,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                AfterHours.STANDARD,
                List.of(),
                List.of(),
                Map.of(),
                null,
                null,
                Repeats.USUAL,
                OwnHours.NONE,
                Voicemail.USUAL,
                Recording.NONE);
    }

    private OfficeInfo info() {
        return new OfficeInfo(
                "Bench",
                country,
                null,
                Language.EN,
                ZoneId.of("Europe/Kyiv"),
                OfficeInfo.OUTSIDE_PREFIX,
                null,
                null,
                Set.of(),
                true,
                ringsAtOnce,
                TestCalls.USUAL,
                List.of(),
                OfficeInfo.PARK_FOR);
    }

    private Line line() {
        return new Line(
                new Port(Port.Kind.FXO, 1),
                new NumberingPlan("UA").parse("+380441230001").orElseThrow(),
                null,
                null,
                null,
                Line.Direction.BOTH,
                1,
                new Line.Answer.Greeting(),
                areaCode,
                dial,
                release,
                callerId,
                levels,
                "always",
                null,
                false);
    }

    private static Person person(String extension, String name, int fxs) {
        var phone = new Phone.Analog(new Port(Port.Kind.FXS, fxs));
        return new Person(
                new Extension(extension),
                name,
                List.of(phone),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null);
    }
}
