import { said } from "../words.ts";

export const callout = said({
  uk: {
    callout: {
      tabs: { owed: "Обіцяно", winBack: "Повернути", asking: "Запитати" },
      lead: {
        winBack: "Клієнти, з якими давно не говорили або яких загубили.",
        asking: "Хто нещодавно говорив із нами: запитати, чи все гаразд, або попросити відгук.",
      },
      none: "Телефонувати нікому",
      noneHint: "Список складається сам із журналу дзвінків.",
      why: { silent: "давно не говорили", lost: "загубився", unrated: "не оцінив розмову", pleased: "поставив п'ять, можна просити відгук" },
      result: "Чим скінчилося",
      results: { talked: "Поговорили", notReached: "Не додзвонилися", later: "Пізніше…", declined: "Відмовилися", rated: "Поставили оцінку…" },
      noted: "Записано.",
      markWanted: "Оберіть оцінку.",
    },
  },
  ru: {
    callout: {
      tabs: { owed: "Обещано", winBack: "Вернуть", asking: "Спросить" },
      lead: {
        winBack: "Клиенты, с которыми давно не говорили или которых потеряли.",
        asking: "Кто недавно говорил с нами: спросить, всё ли хорошо, или попросить отзыв.",
      },
      none: "Звонить некому",
      noneHint: "Список складывается сам из журнала звонков.",
      why: { silent: "давно не говорили", lost: "потерялся", unrated: "не оценил разговор", pleased: "поставил пять, можно просить отзыв" },
      result: "Чем кончилось",
      results: { talked: "Поговорили", notReached: "Не дозвонились", later: "Позже…", declined: "Отказались", rated: "Поставили оценку…" },
      noted: "Записано.",
      markWanted: "Выберите оценку.",
    },
  },
  en: {
    callout: {
      tabs: { owed: "Promised", winBack: "Win back", asking: "Ask" },
      lead: {
        winBack: "Clients nobody has talked to for long, or who were lost.",
        asking: "Who talked to us lately: ask whether all is well, or for a review.",
      },
      none: "Nobody to call",
      noneHint: "The list makes itself from the call log.",
      why: { silent: "silent for long", lost: "lost", unrated: "did not rate the talk", pleased: "gave a five, may be asked for a review" },
      result: "How it went",
      results: { talked: "Talked", notReached: "Not reached", later: "Later…", declined: "Declined", rated: "Gave a mark…" },
      noted: "Noted.",
      markWanted: "Choose a mark.",
    },
  },
});
