package ringdown.ledger;

import java.nio.charset.StandardCharsets;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;

/** Offices of the tests. */
final class Offices {
    /** Olena is ill in the first half of December; Petro has left to Ivan; Maria is head of both teams, Iryna stands in for her. */
    static final String USUAL = """
            office: {name: Ромашка, country: UA, language: uk, timeZone: Europe/Kyiv}
            hours: {week: {mon-fri: "09:00-18:00"}, holidays: none}
            people:
              - {extension: 201, name: Олена, phones: [sip], secret: s, deputies: [205, 204], absences: [{from: 2026-12-01, to: 2026-12-14, why: sick}]}
              - {extension: 202, name: Іван, phones: [sip], secret: s}
              - {extension: 203, name: Марія, phones: [sip], secret: s, deputies: [206], absences: [{from: 2026-12-10, to: 2026-12-10}]}
              - {extension: 204, name: Андрій, phones: [sip], secret: s}
              - {extension: 205, name: Петро, phones: [sip], secret: s, left: 2026-11-30, successor: 202}
              - {extension: 206, name: Ірина, phones: [sip], secret: s}
            teams:
              - {name: care, members: [201, 202], head: 203, level: 1}
              - {name: sales, members: [204], head: 206, level: 1}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: front}
            classes:
              - {name: client, responsible: care, callBackWithin: 1h}
              - {name: prospect, responsible: sales, callBackWithin: 30m}
              - {name: jobseeker, responsible: 204, obligation: listen, hearWithin: 2d}
              - {name: spam, obligation: none}
            scripts:
              front: {greeting: "Вітаємо!", otherwise: message}
            """;

    private Offices() {}

    static Office usual() {
        return switch (OfficeFile.read(USUAL.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Good good -> good.office();
            case Reading.Faulty faulty -> throw new AssertionError(faulty.toString());
        };
    }
}
