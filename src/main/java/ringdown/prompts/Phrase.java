package ringdown.prompts;

import java.util.Locale;
import ringdown.number.Language;

/**
 * The fixed sentences of the box. Each is written in its own language, never translated word by word, and ships as
 * sound. A {@code +} stands before a stressed vowel where the voice would guess wrong; it is not part of the words.
 */
public enum Phrase {
    // Greeting and connecting
    WELCOME("Вітаємо!", "Здравствуйте!", "Hello!"),
    /** The name follows as it stands in the office file, which is in the nominative. */
    YOU_HAVE_REACHED("Вас вітає", "Вас приветствует", "You have reached"),
    CALL_IS_RECORDED("Розмова записується.", "Разговор записывается.", "This call is recorded."),
    CONNECTING("З'єднуємо.", "Соединяем.", "Connecting you now."),
    CONNECTING_TO_RECEPTION(
            "З'єднуємо з адміністратором.", "Соединяем с администратором.", "Connecting you to the front desk."),
    GOOD_DAY("Добрий день!", "Здравствуйте!", "Good day!"),
    YOUR_MANAGER_IS("Ваш менеджер —", "Ваш менеджер —", "Your manager is"),
    CALLS_AGAIN(
            "Бачимо, що ви вже телефонували. З'єднуємо з тим, хто за це відповідає.",
            "Видим, что вы уже звонили. Соединяем с тем, кто за это отвечает.",
            "We see that you have called before. Connecting you to the person who is in charge of it."),
    IN_YOUR_LANGUAGE(
            "Якщо вам зручніше говорити українською, залишайтеся, будь ласка, на лінії.",
            "Если вам удобнее говорить по-русски, оставайтесь, пожалуйста, на линии.",
            "If you would rather speak English, please stay on the line."),

    // Nobody there
    AFTER_HOURS(
            "Вітаємо! Зараз неробочий час.",
            "Здравствуйте! Сейчас нерабочее время.",
            "Hello! We are out of office at the moment."),
    ALL_BUSY(
            "Усі фахівці зараз розмовляють.",
            "Все специалисты сейчас заняты.",
            "Everyone is on another call right now."),
    NOBODY_ANSWERED(
            "На жаль, зараз ніхто не може відповісти.",
            "К сожалению, сейчас никто не может ответить.",
            "Sorry, nobody can take your call right now."),
    URGENT_PRESS("Якщо справа термінова, натисніть", "Если дело срочное, нажмите", "If it is urgent, press"),
    AWAY(
            "Зараз ми не можемо відповісти. Передзвонимо, щойно повернемося.",
            "Сейчас мы не можем ответить. Перезвоним, как только вернёмся.",
            "We cannot answer right now. We will call you back as soon as we return."),
    PERSON_NOT_AVAILABLE(
            "Цей співробітник зараз не може відповісти.",
            "Этот сотрудник сейчас не может ответить.",
            "This person cannot answer right now."),
    MESSAGE(
            "Після сигналу назвіть, будь ласка, ім'я та суть питання. Закінчите — просто покладіть слухавку.",
            "После сигнала назовите, пожалуйста, имя и суть вопроса. Закончите — просто полож+ите трубку.",
            "After the tone, please say your name and what it is about. When you have finished, just hang up."),
    MESSAGE_TAKEN(
            "Дякуємо, повідомлення записано.",
            "Спасибо, сообщение записано.",
            "Thank you, your message has been recorded."),
    MESSAGE_NOT_TAKEN(
            "Повідомлення не записалося, але ваш дзвінок ми бачимо.",
            "Сообщение не записалось, но ваш звонок мы видим.",
            "Your message could not be recorded, but we have noted your call."),
    NUMBER_UNKNOWN(
            "Ваш номер не визначився. Продиктуйте його після сигналу або наберіть зараз і натисніть решітку.",
            "Ваш номер не определился. Продиктуйте его после сигнала или наберите сейчас и нажмите решётку.",
            "Your number is hidden. Say it after the tone, or dial it now and press pound."),
    NUMBER_NOTED("Дякуємо, номер записано.", "Спасибо, номер записан.", "Thank you, we have your number."),

    // Queue
    QUEUE_NEXT("Ваш дзвінок наступний.", "Ваш звонок следующий.", "Your call is next."),
    QUEUE_WAITING("Ваш дзвінок у черзі.", "Ваш звонок в очереди.", "Your call is in the queue."),
    QUEUE_CALL_BACK_KEY(
            "Щоб не чекати, натисніть один: передзвонимо, черга збережеться.",
            "Чтобы не ждать, нажмите один: перезвоним, очередь сохранится.",
            "If you would rather not wait, press one: we will call you back and you keep your place."),
    HOLD_ON("Залишайтеся, будь ласка, на лінії.", "Оставайтесь, пожалуйста, на линии.", "Please stay on the line."),

    // Rating
    RATING_ANNOUNCED(
            "Після розмови ви зможете її оцінити — не кладіть, будь ласка, слухавку.",
            "После разговора вы сможете его оценить — пожалуйста, не кладите трубку.",
            "After the call you can rate it — please do not hang up."),
    RATING_ASKED(
            "Оцініть, будь ласка, розмову: п'ять — відмінно, один — дуже погано.",
            "Оцен+ите, пожалуйста, разговор: пять — отлично, один — очень плохо.",
            "Please rate this call: five is excellent, one is very poor."),
    RATING_THANKS(
            "Дякуємо за оцінку! До побачення.", "Спасибо за оценку! До свидания.", "Thank you for rating us. Goodbye."),

    // A mobile or an outside number that stands in for the office; the call-back
    CALL_FROM_OFFICE("Дзвінок з офісу, клієнт", "Звонок из офиса, клиент", "A call from the office, the client is"),
    PRESS_ONE_TO_TAKE("Щоб прийняти, натисніть один.", "Чтобы принять, нажмите один.", "To take it, press one."),
    STILL_TALKING(
            "Якщо розмова триває, натисніть один.",
            "Если разговор продолжается, нажмите один.",
            "If you are still talking, press one."),
    CALLING_BACK("Передзвонюємо на ваше прохання.", "Перезваниваем по вашей просьбе.", "We are returning your call."),
    CALL_BACK_RESULT(
            "Чи вдалося поговорити? Один — так, два — ні, три — передзвонити пізніше.",
            "Удалось поговорить? Один — да, два — нет, три — перезвонить позже.",
            "Did you get to talk? One for yes, two for no, three to call again later."),

    CALL_BACK_AT(
            "Наберіть час чотирма цифрами: години та хвилини.",
            "Наберите время четырьмя цифрами: часы и минуты.",
            "Dial the time as four digits: hours and minutes."),
    CALL_BACKS_WAIT(
            "Є клієнти, яким ми обіцяли передзвонити. Щоб подзвонити першому, натисніть один.",
            "Есть клиенты, которым мы обещали перезвонить. Чтобы позвонить первому, нажмите один.",
            "There are callers we promised to call back. To call the first one, press one."),

    OWED_COUNT("Скільком обіцяно передзвонити:", "Скольким обещано перезвонить:", "How many we promised to call back:"),
    OWED_FIRST("Перший у списку —", "Первый в списке —", "First on the list:"),
    OWED_KEYS(
            "Щоб подзвонити, натисніть один. Наступний — два. Пізніше — покладіть слухавку.",
            "Чтобы позвонить, нажмите один. Следующий — два. Позже — полож+ите трубку.",
            "To call, press one. For the next one, press two. For later, hang up."),

    // Dialling from inside
    NO_SUCH_NUMBER(
            "Такого номера немає. Перевірте, будь ласка, номер.",
            "Такого н+омера нет. Проверьте, пожалуйста, номер.",
            "There is no such number. Please check it."),
    NUMBER_BUSY("Номер зайнятий.", "Номер занят.", "The number is busy."),
    NO_ANSWER("Ніхто не відповідає.", "Никто не отвечает.", "There is no answer."),
    NO_FREE_LINE("Усі зовнішні лінії зайняті.", "Все внешние линии заняты.", "All outside lines are busy."),
    CALL_FAILED(
            "З'єднати не вдалося. Спробуйте, будь ласка, ще раз.",
            "Соединить не удалось. Попробуйте, пожалуйста, ещё раз.",
            "The call could not be completed. Please try again."),
    NOT_ALLOWED(
            "Цей номер набирати не дозволено.",
            "Этот номер набирать не разрешено.",
            "You are not allowed to dial this number."),
    LINE_DEAD("Лінія не працює.", "Линия не работает.", "The line is out of service."),

    // Calls taken from elsewhere, and parking places
    NO_CALL_TO_PICK_UP(
            "Зараз немає дзвінка, який можна перехопити.",
            "Сейчас нет звонка, который можно перехватить.",
            "There is no call to pick up right now."),
    NOTHING_TO_PARK(
            "Немає розмови, яку можна поставити на очікування.",
            "Нет разговора, который можно поставить на ожидание.",
            "There is no call to park."),
    PLACES_TAKEN("Усі місця очікування зайняті.", "Все места ожидания заняты.", "All parking places are taken."),
    PLACE_EMPTY("На цьому місці ніхто не чекає.", "На этом месте никто не ждёт.", "Nobody is waiting in that place."),

    // Personal code
    ENTER_PIN("Введіть код і натисніть решітку.", "Введите код и нажмите решётку.", "Enter your code and press pound."),
    ABSENT_TODAY(
            "Якщо вас сьогодні не буде, натисніть один. Якщо ви повернулися — два.",
            "Если вас сегодня не будет, нажмите один. Если вы вернулись — два.",
            "If you will not be in today, press one. If you are back, press two."),
    WRONG_PIN("Код неправильний.", "Код неверный.", "The code is wrong."),
    TOO_MANY_ATTEMPTS(
            "Забагато спроб. До побачення.", "Слишком много попыток. До свидания.", "Too many attempts. Goodbye."),

    // Listening to messages
    YOU_HAVE("У вас", "У вас", "You have"),
    NO_MESSAGES("Нових повідомлень немає.", "Новых сообщений нет.", "You have no new messages."),
    NO_MORE_MESSAGES("Більше повідомлень немає.", "Больше сообщений нет.", "There are no more messages."),
    NEXT_MESSAGE("Наступне повідомлення.", "Следующее сообщение.", "Next message."),
    RECEIVED("Отримано", "Получено", "Received"),
    FROM_NUMBER("Номер", "Номер", "From"),
    HIDDEN_NUMBER("Номер не визначився.", "Номер не определился.", "The number is hidden."),
    MESSAGE_KEYS(
            "Прослухати ще раз — один, наступне — два, передзвонити — три, переслати — п'ять, видалити — сім.",
            "Прослушать ещё раз — один, следующее — два, перезвонить — три, переслать — пять, удалить — семь.",
            "To listen again, press one. For the next one, press two. To call back, press three. To forward it, press five. "
                    + "To delete, press seven."),
    URGENT_MESSAGE("Термінове повідомлення.", "Срочное сообщение.", "Urgent message."),
    FORWARD_TO(
            "Наберіть внутрішній номер і натисніть решітку.",
            "Наберите внутренний номер и нажмите решётку.",
            "Dial the extension and press the hash key."),
    FORWARD_TEAM(
            "Для спільної скриньки групи натисніть зірочку.",
            "Для общего ящика группы нажмите звёздочку.",
            "For the box of a team, press the star key."),
    FORWARD_WORDS(
            "Щоб спершу сказати кілька слів, натисніть один.",
            "Чтобы сначала сказать несколько слов, нажмите один.",
            "To say a few words first, press one."),
    MESSAGE_FORWARDED("Повідомлення переслано.", "Сообщение переслано.", "Message forwarded."),
    MESSAGE_DELETED("Повідомлення видалено.", "Сообщение удалено.", "Message deleted."),
    MESSAGE_KEPT("Повідомлення збережено.", "Сообщение сохранено.", "Message saved."),

    // A person's own greeting
    GREETING_KINDS(
            "Привітання. Загальне — один, коли ви розмовляєте — два, коли не відповідаєте — три, коли вас немає — чотири.",
            "Приветствие. Общее — один, когда вы разговариваете — два, когда не отвечаете — три, когда вас нет — четыре.",
            "Greetings. The general one, press one. While you are on a call, two. When you do not answer, three. While you are away, "
                    + "four."),
    GREETING_BOX(
            "Для спільної скриньки натисніть дев'ять.",
            "Для общего ящика нажмите девять.",
            "For a box that you share, press nine."),
    GREETING_KEYS(
            "Записати — один, прослухати — два, видалити — сім.",
            "Записать — один, прослушать — два, удалить — семь.",
            "To record, press one. To listen, press two. To delete, press seven."),
    GREETING_SPEAK(
            "Говоріть після сигналу, а наприкінці натисніть решітку.",
            "Говорите после сигнала, а в конце нажмите решётку.",
            "Speak after the tone, and press the hash key at the end."),
    GREETING_KEPT("Привітання збережено.", "Приветствие сохранено.", "Greeting saved."),
    GREETING_DELETED("Привітання видалено.", "Приветствие удалено.", "Greeting deleted."),
    NO_GREETING("Привітання немає.", "Приветствия нет.", "There is no greeting."),

    // Answers to keys, tests, farewell
    WRONG_KEY("Такої команди немає.", "Такой команды нет.", "That key does nothing here."),
    DONE("Готово.", "Готово.", "Done."),
    SWITCHED_ON("Увімкнено.", "Включено.", "Switched on."),
    SWITCHED_OFF("Вимкнено.", "Выключено.", "Switched off."),
    HOUR_OVER(
            "Цей час сьогодні вже минув: нічого не ввімкнено.",
            "Это время сегодня уже прошло: ничего не включено.",
            "That time has already passed today: nothing was switched on."),
    LINE_TEST(
            "Перевірка лінії. Скажіть кілька слів після сигналу — почуєте їх у відповідь.",
            "Проверка линии. Скажите несколько слов после сигнала — услышите их в ответ.",
            "This is a line test. Say a few words after the tone, and you will hear them again."),
    HELP_CALLED(
            "Увага! В офісі телефонують до екстреної служби. Зустріньте їх, будь ласка. Дзвінок із телефону",
            "Внимание! В офисе звонят в экстренную службу. Встретьте её, пожалуйста. Звонок с телефона",
            "Attention! Somebody here is calling the emergency services. Please meet them. The call is made from telephone"),
    THANKS("Дякуємо!", "Спасибо!", "Thank you!"),
    GOODBYE("До побачення.", "До свидания.", "Goodbye.");

    private final String uk;
    private final String ru;
    private final String en;

    Phrase(String uk, String ru, String en) {
        this.uk = uk;
        this.ru = ru;
        this.en = en;
    }

    /** The words that are heard, as a person would write them. */
    public String words(Language language) {
        return piece(language).words();
    }

    /** The name of its sound: {@code after-hours}. */
    public String soundName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Piece piece(Language language) {
        var script = switch (language) {
            case UK -> uk;
            case RU -> ru;
            case EN -> en;
        };
        return new Piece(soundName(), script, endsSentence(script) ? Place.WHOLE : Place.FIRST);
    }

    private static boolean endsSentence(String script) {
        return script.endsWith(".") || script.endsWith("!") || script.endsWith("?");
    }
}
