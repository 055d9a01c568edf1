import { said } from "../words.ts";

export const tone = said({
  uk: {
    tone: {
      picture: "Сигнал: {{hz}} Гц, {{cadence}}",
      none: "Це не сигнал станції",
      steady: "без перерв",
      rhythm: "звучить і мовчить, мс: {{ms}}",
      time: "час, мс",
      frequency: "частота, Гц",
    },
  },
  ru: {
    tone: {
      picture: "Сигнал: {{hz}} Гц, {{cadence}}",
      none: "Это не сигнал станции",
      steady: "без перерывов",
      rhythm: "звучит и молчит, мс: {{ms}}",
      time: "время, мс",
      frequency: "частота, Гц",
    },
  },
  en: {
    tone: {
      picture: "Tone: {{hz}} Hz, {{cadence}}",
      none: "This is no tone of an exchange",
      steady: "without a break",
      rhythm: "ms on and off: {{ms}}",
      time: "time, ms",
      frequency: "frequency, Hz",
    },
  },
});
