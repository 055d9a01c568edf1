package ringdown.prompts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import ringdown.number.Language;
import ringdown.prompts.Utterance.Sentence;

/**
 * A promise in words: what goes into the ledger as {@code spokenAs} before it is said, and the pieces that say it.
 * Pure: the same window gives the same words.
 */
public final class SpokenPromise {
    private final Language language;
    private final Utterance utterance;

    private SpokenPromise(Language language, Utterance utterance) {
        this.language = language;
        this.utterance = utterance;
    }

    /** The sentence for a promise in a language. */
    public static SpokenPromise of(Language language, PromiseWindow window) {
        if (window.certainty() == PromiseWindow.Certainty.UNTIL_RETURN) {
            return new SpokenPromise(
                    language, new Utterance(List.of(new Utterance.Step(Phrase.AWAY.piece(language), Join.CLOSE))));
        }
        return new SpokenPromise(language, utterance(Grammar.of(language), window));
    }

    /** The exact words spoken, ending in a full stop. */
    public String words() {
        return utterance.words();
    }

    public Language language() {
        return language;
    }

    Utterance utterance() {
        return utterance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpokenPromise promise
                && promise.language == language
                && promise.utterance.equals(utterance);
    }

    @Override
    public int hashCode() {
        return Objects.hash(language, utterance);
    }

    @Override
    public String toString() {
        return words();
    }

    private static Utterance utterance(Grammar grammar, PromiseWindow window) {
        return switch (window.certainty()) {
            case CLOCK_UNTRUSTED, UNTIL_RETURN ->
                new Sentence().say(grammar.asSoonAsWeCan()).stop();
            case YEAR_UNKNOWN ->
                new Sentence().say(grammar.onTheFirstWorkingDay()).stop();
            case KNOWN -> {
                var sentence = moment(grammar, window);
                yield (window.sayClock() ? sentence.say(grammar.clockOf(window.zone())) : sentence).stop();
            }
        };
    }

    private static Sentence moment(Grammar grammar, PromiseWindow window) {
        if (window.dueNow()) {
            return window.hasEndAhead() ? until(grammar, window) : new Sentence().say(grammar.asSoonAsWeCan());
        }
        if (window.overdueAt() == null) {
            return openEnd(grammar, window);
        }
        return window.startDay().equals(window.endDay()) ? oneDay(grammar, window) : twoDays(grammar, window);
    }

    /** Передзвонимо вам сьогодні до шістнадцятої. */
    private static Sentence until(Grammar grammar, PromiseWindow window) {
        return on(new Sentence().say(grammar.callBackBy()), grammar, window.endDay(), window.today())
                .say(grammar.hour(grammar.deadlineSide(), window.endHour(), true));
    }

    /** Ми передзвонимо вам у понеділок, двадцять третього листопада, з дев'ятої ранку. */
    private static Sentence openEnd(Grammar grammar, PromiseWindow window) {
        return on(new Sentence().say(grammar.weWillCallBack()), grammar, window.startDay(), window.today())
                .say(grammar.hour(Side.FROM, window.startHour(), true));
    }

    /** Ми передзвонимо вам у понеділок, двадцять третього листопада, з дев'ятої до десятої ранку. */
    private static Sentence oneDay(Grammar grammar, PromiseWindow window) {
        boolean inFull = grammar.partBesideEnd(grammar.part(window.startHour()), grammar.part(window.endHour()));
        return on(new Sentence().say(grammar.weWillCallBack()), grammar, window.startDay(), window.today())
                .say(grammar.hour(Side.FROM, window.startHour(), inFull))
                .say(grammar.hour(Side.TO, window.endHour(), true));
    }

    /** Ми передзвонимо вам з шістнадцятої п'ятниці, …, до десятої ранку понеділка, двадцять третього листопада. */
    private static Sentence twoDays(Grammar grammar, PromiseWindow window) {
        var sentence = new Sentence().say(grammar.weWillCallBack());
        sentence.say(grammar.hour(Side.FROM, window.startHour(), true));
        named(sentence, grammar, window.startDay()).comma();
        sentence.say(grammar.hour(Side.TO, window.endHour(), true));
        return named(sentence, grammar, window.endDay());
    }

    private static Sentence named(Sentence sentence, Grammar grammar, LocalDate day) {
        return sentence.say(grammar.of(day.getDayOfWeek()))
                .comma()
                .say(grammar.date(day.getDayOfMonth(), day.getMonth()));
    }

    /** Today and tomorrow by their names, later days by weekday and date. */
    static Sentence on(Sentence sentence, Grammar grammar, LocalDate day, LocalDate today) {
        long ahead = ChronoUnit.DAYS.between(today, day);
        if (Math.abs(ahead) <= 1) {
            return sentence.say(grammar.near((int) ahead));
        }
        return sentence.say(grammar.on(day.getDayOfWeek()))
                .comma()
                .say(grammar.date(day.getDayOfMonth(), day.getMonth()))
                .comma();
    }
}
