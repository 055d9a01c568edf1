import { said } from "../words.ts";

export const prompt = said({
  uk: {
    prompt: {
      title: "Голос станції",
      lead: "Що станція каже сама. Кожну фразу можна послухати й замінити власним записом.",
      search: "Частина фрази",
      none: "Такої фрази немає",
      own: "власний запис",
      hear: "Послухати: {{text}}",
      replace: "Замінити",
      replaced: "Замінено. З наступного дзвінка звучить ваш запис.",
      sure: "Повернути початкову фразу?",
      sureLead: "Власний запис зникне назавжди: «{{text}}»",
      back: "Повернути початкову",
    },
  },
  ru: {
    prompt: {
      title: "Голос станции",
      lead: "Что станция говорит сама. Каждую фразу можно послушать и заменить своей записью.",
      search: "Часть фразы",
      none: "Такой фразы нет",
      own: "своя запись",
      hear: "Послушать: {{text}}",
      replace: "Заменить",
      replaced: "Заменено. Со следующего звонка звучит ваша запись.",
      sure: "Вернуть исходную фразу?",
      sureLead: "Своя запись исчезнет навсегда: «{{text}}»",
      back: "Вернуть исходную",
    },
  },
  en: {
    prompt: {
      title: "Prompts",
      lead: "What the box says by itself. Hear each sentence, and replace it by a recording of your own.",
      search: "Part of a sentence",
      none: "There is no such sentence",
      own: "own recording",
      hear: "Hear: {{text}}",
      replace: "Replace",
      replaced: "Replaced. Your recording is heard from the next call on.",
      sure: "Back to the first sentence?",
      sureLead: "Your own recording is gone for good: “{{text}}”",
      back: "Back to the first one",
    },
  },
});
