import { said } from "../words.ts";

/** How an exchange tells who calls: in the office file, as a line has taught it, and of the simulated exchange. */
export const scheme = said({
  uk: {
    scheme: {
      auto: "станція впізнає сама",
      country: "як заведено в країні",
      bellcore: "сигнал FSK після першого дзвінка (Bellcore)",
      etsi: "сигнал FSK після першого дзвінка (ETSI)",
      "etsi-before-ring": "сигнал FSK перед дзвінком (ETSI)",
      "etsi-ring-pulse": "сигнал FSK після короткого дзвінка (ETSI)",
      "etsi-reversal": "сигнал FSK після переполюсування (ETSI)",
      bt: "сигнал FSK після переполюсування (British Telecom)",
      dtmf: "тонами DTMF",
      ntt: "сигнал FSK на піднятій лінії (NTT, Японія)",
      aon: "АОН (на запит)",
      type2: "і того, хто дзвонить під час розмови",
      none: "не передається",
      wav: "завантажений раніше звук",
    },
  },
  ru: {
    scheme: {
      auto: "станция узнаёт сама",
      country: "как принято в стране",
      bellcore: "сигнал FSK после первого звонка (Bellcore)",
      etsi: "сигнал FSK после первого звонка (ETSI)",
      "etsi-before-ring": "сигнал FSK перед звонком (ETSI)",
      "etsi-ring-pulse": "сигнал FSK после короткого звонка (ETSI)",
      "etsi-reversal": "сигнал FSK после переполюсовки (ETSI)",
      bt: "сигнал FSK после переполюсовки (British Telecom)",
      dtmf: "тонами DTMF",
      ntt: "сигнал FSK на снятой линии (NTT, Япония)",
      aon: "АОН (по запросу)",
      type2: "и того, кто звонит во время разговора",
      none: "не передаётся",
      wav: "загруженный раньше звук",
    },
  },
  en: {
    scheme: {
      auto: "the box finds out",
      country: "as usual in the country",
      bellcore: "FSK signal after the first ring (Bellcore)",
      etsi: "FSK signal after the first ring (ETSI)",
      "etsi-before-ring": "FSK signal before the ring (ETSI)",
      "etsi-ring-pulse": "FSK signal after a short ring (ETSI)",
      "etsi-reversal": "FSK signal after a reversal (ETSI)",
      bt: "FSK signal after a reversal (British Telecom)",
      dtmf: "by DTMF",
      ntt: "FSK signal on the lifted line (NTT, Japan)",
      aon: "АОН (on request)",
      type2: "of a second caller in a talk, too",
      none: "not at all",
      wav: "a sound file put before",
    },
  },
});
