import { said } from "../words.ts";

/** What callers hear from a person's own box, by what the person is doing. */
export const greeting = said({
  uk: {
    greeting: {
      title: "Привітання: {{name}}",
      open: "Привітання",
      lead: "Звучить, коли дзвінок до цієї людини закінчується в її скриньці; час, коли передзвонять, станція додає сама. Від 1 до 60 секунд.",
      state: { general: "Загальне", busy: "Коли розмовляє", noAnswer: "Коли не відповідає", away: "Коли немає на місці" },
      standard: "звучить звичайна фраза",
      hear: "Прослухати: {{state}}",
      record: "Записати",
      stop: "Закінчити запис",
      upload: "Завантажити",
      delete: "Видалити",
      saved: "Привітання збережено",
      noMicrophone: "Мікрофон працює лише на захищеній сторінці (HTTPS); звуковий файл можна завантажити.",
      denied: "Браузер не дає доступу до мікрофона.",
    },
  },
  ru: {
    greeting: {
      title: "Приветствие: {{name}}",
      open: "Приветствия",
      lead: "Звучит, когда звонок этому сотруднику заканчивается в его ящике; время, когда перезвонят, станция добавляет сама. От 1 до 60 секунд.",
      state: { general: "Общее", busy: "Когда разговаривает", noAnswer: "Когда не отвечает", away: "Когда нет на месте" },
      standard: "звучит обычная фраза",
      hear: "Прослушать: {{state}}",
      record: "Записать",
      stop: "Закончить запись",
      upload: "Загрузить",
      delete: "Удалить",
      saved: "Приветствие сохранено",
      noMicrophone: "Микрофон работает только на защищённой странице (HTTPS); звуковой файл можно загрузить.",
      denied: "Браузер не даёт доступа к микрофону.",
    },
  },
  en: {
    greeting: {
      title: "Greetings: {{name}}",
      open: "Greetings",
      lead: "Played when a call to this person ends in their box; the box itself adds when they will call back. 1 to 60 seconds.",
      state: { general: "General", busy: "In a call", noAnswer: "Does not answer", away: "Away" },
      standard: "the standard words are played",
      hear: "Listen: {{state}}",
      record: "Record",
      stop: "Stop recording",
      upload: "Upload",
      delete: "Delete",
      saved: "Greeting saved",
      noMicrophone: "The microphone works on a secure page (HTTPS) only; a sound file can be uploaded.",
      denied: "The browser gives no access to the microphone.",
    },
  },
});
