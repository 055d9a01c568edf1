import { said } from "../words.ts";

export const override = said({
  uk: {
    override: {
      title: "Особливі режими",
      on: "Режим «{{name}}»",
      until: "до {{time}}",
      released: "доки хтось не завершить",
      since: "з {{time}}, увімкнено: {{who}}",
      tooLong: "триває надто довго: викликаємо керівника",
      begin: "Увімкнути",
      end: "Завершити",
      none: "Особливих режимів немає",
      noneHint: "Обід, укриття чи збори описують у файлі офісу, розділ overrides. Тоді тут з'явиться кнопка.",
    },
  },
  ru: {
    override: {
      title: "Особые режимы",
      on: "Режим «{{name}}»",
      until: "до {{time}}",
      released: "пока кто-то не завершит",
      since: "с {{time}}, включено: {{who}}",
      tooLong: "длится слишком долго: вызываем руководителя",
      begin: "Включить",
      end: "Завершить",
      none: "Особых режимов нет",
      noneHint: "Обед, укрытие или собрание описывают в файле офиса, раздел overrides. Тогда здесь появится кнопка.",
    },
  },
  en: {
    override: {
      title: "Overrides",
      on: "“{{name}}” is on",
      until: "until {{time}}",
      released: "until somebody ends it",
      since: "since {{time}}, set by {{who}}",
      tooLong: "on for too long: the head is being rung",
      begin: "Begin",
      end: "End",
      none: "There are no overrides",
      noneHint: "Lunch, shelter or a meeting are written in the office file under overrides. Then a button stands here.",
    },
  },
});
