import { said } from "../words.ts";

/** What callers come with. */
export const topic = said({
  uk: {
    topic: {
      title: "Теми",
      none: "Тем у файлі офісу ще немає",
      noneHint: "Розділ topics: хто розв'язує питання, на якому рівні й за який час.",
      level: "рівень {{level}}",
      solver: "розв'язує {{who}}",
      within: "відповідь за {{time}}",
      complaint: "скарга",
      hand: "Передати: {{who}}",
    },
  },
  ru: {
    topic: {
      title: "Темы",
      none: "Тем в файле офиса ещё нет",
      noneHint: "Раздел topics: кто решает вопрос, на каком уровне и за какое время.",
      level: "уровень {{level}}",
      solver: "решает {{who}}",
      within: "ответ за {{time}}",
      complaint: "жалоба",
      hand: "Передать: {{who}}",
    },
  },
  en: {
    topic: {
      title: "Topics",
      none: "No topics in the office file yet",
      noneHint: "Section topics: who solves a matter, on which level, within which time.",
      level: "level {{level}}",
      solver: "solved by {{who}}",
      within: "answered within {{time}}",
      complaint: "complaint",
      hand: "Hand to {{who}}",
    },
  },
});
