package ringdown.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Direction;
import ringdown.ledger.Outcome;
import ringdown.ledger.StageEntry;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;

/** Offices and calls of tables. */
final class Given {
    static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    private static final String OFFICE = """
            office: {name: Test, country: UA, language: uk}
            hours: {week: {mon-fri: "09:00-13:00, 14:00-18:00", sat: "10:00-14:00"}, holidays: none}
            overrides:
              - {name: lunch, until: "12:30"}
              - {name: shelter, until: released, max: 1h}
            people:
              - {extension: 201, name: Olena, phones: ["fxs:1"]}
              - {extension: 202, name: Ivan, phones: ["fxs:2"]}
              - {extension: 203, name: Maria, phones: ["fxs:3"]}
              - {extension: 204, name: Petro, phones: ["fxs:4"]}
            teams:
              - {name: care, members: [201, 202], head: 203}
              - {name: sales, members: [204], head: 203}
            lines:
              - {port: "fxo:1", number: "+380441230001", purpose: main, script: front}
              - {port: "fxo:2", number: "+380441230002", script: front}
            trunks:
              - {name: provider, host: 127.0.0.1, numbers: ["+380441230003"], purpose: site, script: front}
            numbers:
              - {number: "+380442223311", printed: [letterhead 2019], arrives: "fxo:2", retire: 2026-11-01, replaceBy: "+380441230001"}
              - {number: "+380671110101", printed: [card], arrives: outside}
            classes:
              - {name: client, script: clients, responsible: care, answerWithin: 20s, callBackWithin: 1h}
              - {name: prospect, team: sales}
            scripts:
              front:
                stages:
                  - {ring: team care, for: 15s}
                  - {ring: head, for: 15s}
                otherwise: message
              clients:
                askRating: true
                answerWithin: 45s
                stages:
                  - {ring: manager, for: 12s}
                  - {ring: backups, for: 12s}
                  - {ring: head, for: 20s}
                otherwise: message
            duty:
              - {from: "2026-11-28T14:00", to: "2026-11-30T09:00", person: 201, reserve: 204}
            targets: {answeredIn20s: 90%, lost: 2%, rating: 4.7}
            """;

    private Given() {}

    static Office office() {
        return office(OFFICE);
    }

    static Office officeWith(String old, String now) {
        return office(OFFICE.replace(old, now));
    }

    private static Office office(String yaml) {
        return switch (OfficeFile.read(yaml)) {
            case Reading.Good good -> good.office();
            case Reading.Faulty faulty ->
                throw new IllegalStateException(faulty.faults().toString());
        };
    }

    static Instant at(String local) {
        String[] parts = local.split(" ", 2);
        return LocalDate.parse(parts[0])
                .atTime(LocalTime.parse(parts[1]))
                .atZone(KYIV)
                .toInstant();
    }

    static CallFact fact(String id, String at, Outcome outcome) {
        return new CallFact(
                id,
                at(at),
                "fxo:1",
                "+380441230001",
                "lily",
                "client",
                null,
                outcome,
                true,
                null,
                5,
                60,
                0,
                null,
                true,
                false,
                "clients",
                null);
    }

    static StageEntry stage(String target, String rang, String notRung, double seconds, StageEntry.Result result) {
        Map<String, String> causes = new TreeMap<>();
        for (String pair : notRung.isEmpty() ? new String[0] : notRung.split(" ", -1)) {
            causes.put(pair.substring(0, 3), pair.substring(4));
        }
        return new StageEntry(
                target, rang.isEmpty() ? List.of() : List.of(rang.split(" ", -1)), causes, seconds, result);
    }

    /** A talk of a minute at ten on a Monday, by way of these stages. */
    static CallEntry talk(
            String script, @Nullable String callerClass, String answeredBy, double waited, List<StageEntry> stages) {
        Instant start = at("2026-11-23 10:00");
        return new CallEntry(
                "c1",
                start,
                start.plus(Duration.ofSeconds(60)),
                Direction.IN,
                "fxo:1",
                "+380441230001",
                "+380501112233",
                null,
                false,
                null,
                null,
                callerClass,
                null,
                null,
                null,
                Outcome.TALKED,
                true,
                answeredBy,
                waited,
                60,
                0,
                0,
                stages,
                null,
                null,
                null,
                new ArrayList<>(List.of(new CallEntry.Event(start, "script " + script))));
    }
}
