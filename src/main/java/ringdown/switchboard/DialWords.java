package ringdown.switchboard;

import java.util.Optional;
import ringdown.call.HangupCause;
import ringdown.number.Language;
import ringdown.office.Person;
import ringdown.prompts.Phrase;

/** What somebody whom the box has rung for a call out is told when nobody could be reached: a telephone that has lifted shows no cause. */
final class DialWords {
    private DialWords() {}

    /** Says it, in the person's language; nothing after a talk. Throws CallerLeft when the person lays down. */
    static void say(CallRun run, Person person, HangupCause cause) {
        Language own = person.language();
        Language language = own == null ? run.office.info().language() : own;
        of(cause)
                .ifPresent(phrase -> run.handset(run.caller)
                        .play(run.desk.prompts().sound(phrase, language).samples()));
    }

    private static Optional<Phrase> of(HangupCause cause) {
        return switch (cause) {
            case CONGESTION -> Optional.of(Phrase.NO_FREE_LINE);
            case BUSY, REJECTED -> Optional.of(Phrase.NUMBER_BUSY);
            case NO_ANSWER -> Optional.of(Phrase.NO_ANSWER);
            case UNREACHABLE, FAULT, LOST, NOT_ACCEPTABLE, NO_SUCH_NUMBER, REFUSED -> Optional.of(Phrase.CALL_FAILED);
            case NORMAL, CANCELLED, ANSWERED_ELSEWHERE, SILENCE, SHUTDOWN -> Optional.empty();
        };
    }
}
