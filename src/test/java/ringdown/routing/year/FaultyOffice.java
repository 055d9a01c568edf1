package ringdown.routing.year;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;

/** A small office that holds, with sections replaced, tried from Friday noon. */
record FaultyOffice(Map<String, String> sections, Instant from) {
    static final Instant FRIDAY_NOON = at("2026-11-20T12:00+02:00");

    static FaultyOffice sound() {
        var sections = new LinkedHashMap<String, String>();
        sections.put("office", "{name: Ромашка, country: UA, timeZone: Europe/Kyiv}");
        sections.put("hours", "{week: {mon-fri: \"09:00-18:00\"}}");
        sections.put("people", """

                  - {extension: 201, name: Олена, phones: [sip]}
                  - {extension: 202, name: Іван, phones: ["fxs:1"]}""");
        sections.put("teams", "[{name: care, members: [201, 202], head: 202}]");
        sections.put("lines", "[{port: \"fxo:1\", script: front}, {port: \"fxo:2\", script: front}]");
        sections.put("classes", "[{name: client, script: clients}, {name: wrong, obligation: none}]");
        sections.put("scripts", """

                  front: {greeting: Hello, stages: [{ring: team care}], otherwise: message}
                  clients: {greeting: personal, stages: [{ring: manager}, {ring: head}], otherwise: message}""");
        return new FaultyOffice(sections, FRIDAY_NOON);
    }

    FaultyOffice with(String section, String text) {
        var changed = new LinkedHashMap<>(sections);
        changed.put(section, text.contains("\n") && !text.startsWith("\n") ? "\n" + text : text);
        return new FaultyOffice(changed, from);
    }

    FaultyOffice from(String moment) {
        return new FaultyOffice(sections, at(moment));
    }

    String yaml() {
        return sections.entrySet().stream()
                        .map(section ->
                                section.getKey() + ": " + section.getValue().replace("\n", "\n  "))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    Proof proof() {
        return proof(yaml(), from);
    }

    static Proof proof(String yaml, Instant from) {
        return switch (OfficeFile.read(yaml)) {
            case Reading.Good good -> YearProof.of(good.office(), good.lines(), from);
            case Reading.Faulty faulty -> throw new AssertionError(faulty.faults() + "\n" + yaml);
        };
    }

    static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
