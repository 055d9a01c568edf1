import { said } from "../words.ts";

export const message = said({
  uk: {
    message: {
      title: "Повідомлення",
      lead: "Що сказали абоненти після сигналу.",
      none: "Повідомлень немає",
      noneHint: "У неробочий час, або коли нікому відповісти, абоненти залишають їх тут.",
      new: "нове",
      mailbox: "для: {{who}}",
      delete: "Видалити",
      deleteTitle: "Видалити повідомлення?",
      deleteLead: "Дзвінок і обіцянка передзвонити залишаться.",
      audio: "Повідомлення: {{who}}",
      toCall: "До дзвінка",
    },
  },
  ru: {
    message: {
      title: "Сообщения",
      lead: "Что сказали абоненты после сигнала.",
      none: "Сообщений нет",
      noneHint: "В нерабочее время, или когда некому ответить, абоненты оставляют их здесь.",
      new: "новое",
      mailbox: "для: {{who}}",
      delete: "Удалить",
      deleteTitle: "Удалить сообщение?",
      deleteLead: "Звонок и обещание перезвонить останутся.",
      audio: "Сообщение: {{who}}",
      toCall: "К звонку",
    },
  },
  en: {
    message: {
      title: "Messages",
      lead: "What callers said after the tone.",
      none: "No messages",
      noneHint: "After hours, or when nobody can answer, callers leave them here.",
      new: "new",
      mailbox: "for {{who}}",
      delete: "Delete",
      deleteTitle: "Delete the message?",
      deleteLead: "The call and the promise to call back stay.",
      audio: "Message from {{who}}",
      toCall: "To the call",
    },
  },
});
