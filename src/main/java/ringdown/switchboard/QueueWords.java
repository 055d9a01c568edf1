package ringdown.switchboard;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.office.Stage;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;
import ringdown.prompts.Sound;
import ringdown.routing.Resolved;

/** What is said to whoever waits, and nothing that the box does not know: a time only where recent talks give one. */
final class QueueWords {
    private static final int RECENT_TALKS = 20;
    private static final Duration RECENT = Duration.ofDays(7);

    private final CallRun run;
    private final Stage.Queue queue;
    private final Language language;

    QueueWords(CallRun run, Stage.Queue queue, Language language) {
        this.run = run;
        this.queue = queue;
        this.language = language;
    }

    /** "Everyone is on another call right now", if that is so; then what {@link #again} says. */
    Sound first(int place, Resolved now, boolean offersCallBack) {
        Prompts prompts = run.desk.prompts();
        Sound begin = everybodyTalks(now) ? prompts.sound(Phrase.ALL_BUSY, language) : Sound.nothing();
        Sound rest = again(place, now, offersCallBack);
        return begin.then(rest.samples().length == 0 ? prompts.sound(Phrase.HOLD_ON, language) : rest);
    }

    private static boolean everybodyTalks(Resolved now) {
        return now.nobody()
                && !now.notRung().isEmpty()
                && now.notRung().stream().noneMatch(n -> n.cause() != Resolved.Cause.BUSY && serves(n));
    }

    /** The place, the time that is to be expected, the key. */
    Sound again(int place, Resolved now, boolean offersCallBack) {
        Prompts prompts = run.desk.prompts();
        Sound said = queue.say().contains("place") ? prompts.queuePlace(place, language) : Sound.nothing();
        if (queue.say().contains("wait")) {
            said = said.then(expected(place, now)
                    .map(wait -> prompts.queueWait(wait, language))
                    .orElseGet(Sound::nothing));
        }
        return offersCallBack ? said.then(key()) : said;
    }

    private Optional<Duration> expected(int place, Resolved now) {
        List<Extension> serving = serving(now);
        return WaitEstimate.of(place, serving.size(), recent(serving));
    }

    private List<Double> recent(Collection<Extension> people) {
        return run.desk
                .ledger()
                .talkSeconds(
                        people.stream().map(Extension::digits).toList(),
                        run.now().minus(RECENT),
                        RECENT_TALKS);
    }

    /** Those of the target who are at work: free, talking, or back in a moment. */
    static List<Extension> serving(Resolved now) {
        return java.util.stream.Stream.concat(
                        Waiting.people(now).stream(),
                        now.notRung().stream().filter(QueueWords::serves).map(Resolved.NotRung::person))
                .distinct()
                .toList();
    }

    private static boolean serves(Resolved.NotRung one) {
        return switch (one.cause()) {
            case BUSY, AFTER_CALL, BREAK -> true;
            case OUTSIDE_HOURS, DO_NOT_DISTURB, AWAY, ABSENT, LEFT, UNREGISTERED, NO_TELEPHONE, NOT_ANSWERING -> false;
        };
    }

    private Sound key() {
        Prompts prompts = run.desk.prompts();
        String key = queue.callBackKey();
        return key == null || key.equals("1")
                ? prompts.sound(Phrase.QUEUE_CALL_BACK_KEY, language)
                : prompts.text(otherKey(key, language), language);
    }

    /** The sentence for a key other than 1 is not shipped: it is spoken like the office's own texts. */
    static String otherKey(String key, Language language) {
        return switch (language) {
            case UK -> "Щоб не чекати, натисніть " + key + ": передзвонимо, черга збережеться.";
            case RU -> "Чтобы не ждать, нажмите " + key + ": перезвоним, очередь сохранится.";
            case EN ->
                "If you would rather not wait, press " + key + ": we will call you back and you keep your place.";
        };
    }
}
