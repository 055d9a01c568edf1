export const yaml = `office:
  name: Стоматологія «Ромашка»
  country: UA
  language: uk
  timeZone: Europe/Kyiv
hours:
  week: {mon-fri: "09:00-18:00", sat: "10:00-14:00"}
  holidays: public
people:
  - {extension: 201, name: Олена Коваленко, phones: [sip]}
  - {extension: 202, name: Іван Бондар,     phones: [sip, "fxs:1"]}
  - {extension: 203, name: Марія Шевченко,  phones: ["fxs:2"]}
teams:
  - {name: care,  members: [201, 202], head: 203, level: 1}
lines:
  - {port: "fxo:1", number: "+380441230001", purpose: основний номер, script: front}
  - {port: "fxo:2", number: "+380441230002", purpose: реклама,  script: front}
scripts:
  front:
    greeting: "Вітаємо! Ви зателефонували до стоматології «Ромашка»."
    stages:
      - {ring: team care, for: 15s}
      - {ring: head, for: 15s}
    otherwise: message
afterHours:
  greeting: "Вітаємо! Зараз неробочий час."
`;
