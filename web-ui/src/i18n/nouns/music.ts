import { said } from "../words.ts";

/** What callers hear who wait or are held. */
export const music = said({
  uk: {
    music: {
      tab: "Музика",
      phrases: "Фрази",
      lead: "Що чує той, хто чекає в черзі або на утриманні. Яка мелодія де звучить, каже файл офісу (office.music, music черги).",
      name: "Назва у файлі офісу",
      nameHint: "a–z, 0–9 і дефіс; від 1 секунди до 10 хвилин",
      upload: "Завантажити мелодію",
      kept: "Збережено. Звучатиме від наступного дзвінка, що чекає.",
      shipped: "Звичайна мелодія",
      sure: "Видалити мелодію «{{name}}»?",
      sureLead: "Хто чекає, чутиме звичайну. Повернути її можна, лише завантаживши знову.",
      missing: "ще не завантажено",
      usedBy: "звучить: {{where}}",
    },
  },
  ru: {
    music: {
      tab: "Музыка",
      phrases: "Фразы",
      lead: "Что слышит тот, кто ждёт в очереди или на удержании. Какая мелодия где звучит, говорит файл офиса (office.music, music очереди).",
      name: "Название в файле офиса",
      nameHint: "a–z, 0–9 и дефис; от 1 секунды до 10 минут",
      upload: "Загрузить мелодию",
      kept: "Сохранено. Зазвучит со следующего ожидающего звонка.",
      shipped: "Обычная мелодия",
      sure: "Удалить мелодию «{{name}}»?",
      sureLead: "Кто ждёт, будет слышать обычную. Вернуть её можно, только загрузив снова.",
      missing: "ещё не загружена",
      usedBy: "звучит: {{where}}",
    },
  },
  en: {
    music: {
      tab: "Music",
      phrases: "Phrases",
      lead: "What callers hear who wait in a queue or are held. The office file says which piece is played where (office.music, music of a queue).",
      name: "Name in the office file",
      nameHint: "a–z, 0–9 and hyphens; 1 second to 10 minutes",
      upload: "Upload a piece",
      kept: "Kept. It is played from the next call that waits.",
      shipped: "The shipped piece",
      sure: "Delete the piece “{{name}}”?",
      sureLead: "Whoever waits hears the shipped one. It comes back only by uploading it again.",
      missing: "not uploaded yet",
      usedBy: "played by {{where}}",
    },
  },
});
