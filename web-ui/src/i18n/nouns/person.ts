import { said } from "../words.ts";

export const person = said({
  uk: {
    person: {
      free: "вільно",
      ringing: "дзвонить",
      talking: "розмова",
      afterCall: "записує розмову",
      break: "перерва",
      onLeave: "відсутній",
      notAnswering: "не відповідає",
      away: "немає на місці",
      doNotDisturb: "не турбувати",
      off: "телефон вимкнено",
      set: "Змінити стан: {{name}}",
      none: "У файлі офісу ще немає людей.",
    },
  },
  ru: {
    person: {
      free: "свободно",
      ringing: "звонит",
      talking: "разговор",
      afterCall: "записывает разговор",
      break: "перерыв",
      onLeave: "отсутствует",
      notAnswering: "не отвечает",
      away: "нет на месте",
      doNotDisturb: "не беспокоить",
      off: "телефон выключен",
      set: "Изменить состояние: {{name}}",
      none: "В файле офиса ещё нет людей.",
    },
  },
  en: {
    person: {
      free: "free",
      ringing: "ringing",
      talking: "talking",
      afterCall: "after-call work",
      break: "on a break",
      onLeave: "on leave",
      notAnswering: "does not answer",
      away: "away",
      doNotDisturb: "do not disturb",
      off: "phone is off",
      set: "Change the state of {{name}}",
      none: "No people in the office file yet.",
    },
  },
});
