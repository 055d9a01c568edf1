package ringdown.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ringdown.clock.OfficeClock;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;
import ringdown.routing.year.YearProof;

/** The year-proof of a large office: 100 people with absences, 30 scripts, 20 classes. */
final class YearBench {
    private static final int RUNS = 7;
    private static final Instant FROM = Instant.parse("2026-11-20T10:00:00Z");

    private final OfficeClock clock;

    YearBench(OfficeClock clock) {
        this.clock = clock;
    }

    void run(Launch launch) {
        String yaml = office();
        List<Double> proof = new ArrayList<>();
        List<Double> reading = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long begun = clock.nanos();
            Office office = ((Reading.Good) OfficeFile.read(yaml)).office();
            long read = clock.nanos();
            var found = YearProof.of(office, Map.of(), FROM);
            if (!found.holds()) {
                throw new IllegalStateException(found.faults().toString());
            }
            proof.add((clock.nanos() - read) / 1e9);
            reading.add((read - begun) / 1e9);
        }
        Table table = new Table("Year-proof: 100 people with 200 absences, 30 scripts, 20 classes, 10 lines, 366 days");
        table.row("the first, cold", proof.subList(0, 1), "s", 2);
        table.row("those after it", proof.subList(1, RUNS), "s", 2);
        table.row("reference: reading the same file", reading, "s", Double.NaN);
        table.print();
    }

    static String office() {
        StringBuilder yaml = new StringBuilder("""
                office: {name: Bench, country: UA, language: uk, timeZone: Europe/Kyiv}
                hours: {week: {mon-fri: "09:00-13:00, 14:00-18:00", sat: "10:00-14:00"}, holidays: public, shortEve: 1h}
                people:
                """);
        for (int i = 0; i < 100; i++) {
            yaml.append("  - {extension: %d, name: P%d, phones: [sip], deputies: [%d], absences: [%s, %s]}%n"
                    .formatted(200 + i, i, 200 + (i + 1) % 100, absence(i), absence(i + 180)));
        }
        yaml.append("teams:\n");
        for (int i = 0; i < 10; i++) {
            yaml.append("  - {name: t%d, members: [%d, %d, %d, %d, %d, %d, %d, %d, %d], head: %d}%n"
                    .formatted(
                            i, m(i, 1), m(i, 2), m(i, 3), m(i, 4), m(i, 5), m(i, 6), m(i, 7), m(i, 8), m(i, 9),
                            m(i, 0)));
        }
        yaml.append("lines:\n");
        for (int i = 1; i <= 10; i++) {
            yaml.append("  - {port: \"fxo:%d\", script: s%d}%n".formatted(i, i));
        }
        yaml.append("classes:\n");
        for (int i = 0; i < 20; i++) {
            yaml.append("  - {name: c%d, script: s%d, responsible: t%d}%n".formatted(i, 10 + i, i % 10));
        }
        yaml.append("scripts:\n");
        for (int i = 0; i < 30; i++) {
            String menu = i < 10
                    ? "menu: {\"1\": team t%d, \"2\": script s%d, otherwise: team t%d}, ".formatted(i, 20 + i, i)
                    : "";
            yaml.append(
                    "  s%d: {greeting: Hello, responsible: t%d, %sstages: [{ring: manager, else: last spoken}, {ring: backups}, {ring: team t%d, strategy: in order}, {ring: head}, {ring: duty}]}%n"
                            .formatted(i, i % 10, menu, i % 10));
        }
        yaml.append(
                "afterHours: {when: {mon-fri: m, sat-sun: d}, modes: {m: {urgentKey: 1, urgent: duty}, d: {ring: duty, otherwise: m}}}\n");
        yaml.append("duty:\n");
        for (int day = 0; day < 364; day++) {
            java.time.LocalDate date = java.time.LocalDate.of(2026, 11, 20).plusDays(day);
            yaml.append("  - {from: \"%sT09:00\", to: \"%sT09:00\", person: %d, reserve: %d}%n"
                    .formatted(date, date.plusDays(1), 200 + day % 100, 200 + (day + 50) % 100));
        }
        return yaml.toString();
    }

    private static int m(int team, int i) {
        return 200 + team * 10 + i;
    }

    private static String absence(int i) {
        java.time.LocalDate from = java.time.LocalDate.of(2026, 11, 25).plusDays(i);
        return "{from: %s, to: %s}".formatted(from, from.plusDays(9));
    }
}
