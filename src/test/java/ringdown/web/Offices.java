package ringdown.web;

/** An office to test with. */
final class Offices {
    static final String ROMASHKA = """
            office: {name: Стоматологія «Ромашка», country: UA, language: uk, timeZone: Europe/Kyiv}
            accounts:
              - {name: installer, role: installer, password: change-me-now}
              - {name: olena, role: staff, person: 201, password: olenas-own}
            hours:
              week: {mon-fri: "09:00-18:00", sat: "10:00-14:00"}
              holidays: public
            people:
              - {extension: 201, name: Олена Коваленко, phones: [sip], secret: s3cret-201, mobile: "+380671110101"}
              - {extension: 202, name: Іван Бондар, phones: [sip, "fxs:1"], secret: s3cret-202}
              - {extension: 203, name: Марія Шевченко, phones: ["fxs:2"]}
            teams:
              - {name: care, members: [201, 202], head: 203, level: 1}
            lines:
              - {port: "fxo:1", number: "+380441230001", purpose: main number, script: front}
              - {port: "fxo:2", number: "+380441230002", purpose: advertising, script: front}
            trunks:
              - {name: provider, host: 127.0.0.1, port: 5090, user: office, secret: tr-secret, register: true,
                 numbers: ["+380441230003"], script: front}
            contacts:
              - {name: "ТОВ «Лілія»", numbers: ["+380501112233"], class: client, manager: 201, backups: [202, 203]}
            classes:
              - {name: client, script: front}
              - {name: prospect, team: care}
            scripts:
              front:
                greeting: "Вітаємо!"
                stages:
                  - {ring: team care, for: 15s}
                  - {ring: head, for: 15s}
                otherwise: message
            afterHours:
              greeting: "Вітаємо! Зараз неробочий час."
            """;

    private Offices() {}
}
