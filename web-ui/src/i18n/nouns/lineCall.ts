import { said } from "../words.ts";

export const lineCall = said({
  uk: {
    lineCall: {
      title: "Дзвінок на мій мобільний",
      lead: "Станція подзвонить саме цією лінією. Прийміть дзвінок і послухайте: 4 с тону 1020 Гц, 4 с тиші, і так хвилину.",
      number: "Номер мобільного",
      start: "Подзвонити",
      dialled: "Набираємо {{number}}.",
      inLog: "Дзвінок у журналі",
      hint: "Це звичайний вихідний дзвінок: він є в журналі й коштує як завжди. Остання вільна вхідна лінія лишається абонентам.",
    },
  },
  ru: {
    lineCall: {
      title: "Звонок на мой мобильный",
      lead: "Станция позвонит именно по этой линии. Ответьте и послушайте: 4 с тона 1020 Гц, 4 с тишины, и так минуту.",
      number: "Номер мобильного",
      start: "Позвонить",
      dialled: "Набираем {{number}}.",
      inLog: "Звонок в журнале",
      hint: "Это обычный исходящий звонок: он есть в журнале и стоит как всегда. Последняя свободная входящая линия остаётся абонентам.",
    },
  },
  en: {
    lineCall: {
      title: "Call my mobile",
      lead: "The box calls over just this line. Answer and listen: 4 s of tone (1020 Hz), 4 s of silence, in turn for a minute.",
      number: "Number of the mobile",
      start: "Call",
      dialled: "Dialling {{number}}.",
      inLog: "The call in the log",
      hint: "It is a call out like any other: it stands in the log and costs what calls cost. The last idle incoming line stays free for callers.",
    },
  },
});
