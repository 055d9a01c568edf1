import { said } from "../words.ts";

export const agreed = said({
  uk: {
    agreed: {
      begin: "Домовленість із розмови",
      title: "Про що домовилися",
      kind: { callBack: "Передзвонити", answer: "Відповісти", visit: "Візит" },
      at: "Коли",
      atHint: "Порожньо: строк за типом звернення.",
      ownerHint: "Хто це виконає.",
      text: "Що саме",
      save: "Записати обіцянку",
      done: "Обіцянку записано.",
    },
  },
  ru: {
    agreed: {
      begin: "Договорённость из разговора",
      title: "О чём договорились",
      kind: { callBack: "Перезвонить", answer: "Ответить", visit: "Визит" },
      at: "Когда",
      atHint: "Пусто: срок по типу обращения.",
      ownerHint: "Кто это выполнит.",
      text: "Что именно",
      save: "Записать обещание",
      done: "Обещание записано.",
    },
  },
  en: {
    agreed: {
      begin: "Agreed in the talk",
      title: "What was agreed",
      kind: { callBack: "Call back", answer: "Answer", visit: "Visit" },
      at: "When",
      atHint: "Empty: the deadline of the class.",
      ownerHint: "Who does it.",
      text: "What exactly",
      save: "Write down the promise",
      done: "The promise is written down.",
    },
  },
});
