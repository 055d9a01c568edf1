package ringdown.switchboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.Secret;
import ringdown.prompts.Phrase;

/**
 * Somebody of the office calls from their own mobile: after their code key 1 says that they are absent today, key 2 that they are back
 * (SITUATIONS rule 9). Whoever presses nothing, or the wrong code three times, is a caller like any other. Nothing changes before the
 * key, and from the key on everything stands. The code itself is never written anywhere. Runs on the call's thread.
 */
final class OwnMobile {
    private static final String FIGURES = "0123456789";
    private static final Duration FOR_A_KEY = Duration.ofSeconds(5);
    private static final int TRIES = 3;
    private static final int TIMES_ASKED = 2;

    private final CallRun run;
    private final Person person;
    private final Language language;

    private OwnMobile(CallRun run, Person person) {
        this.run = run;
        this.person = person;
        this.language =
                Optional.ofNullable(person.language()).orElse(run.office.info().language());
    }

    /** The way of whoever calls from that number; empty for anybody who is not asked for a code. */
    static Optional<OwnMobile> of(CallRun run, @Nullable PhoneNumber number) {
        Office office = run.office;
        return number == null || !run.desk.clock().trusted()
                ? Optional.empty()
                : office.people().stream()
                        .filter(person -> number.equals(person.mobile()) && person.pin() != null)
                        .filter(person -> !office.hasLeft(person.extension(), run.now()))
                        .findFirst()
                        .map(person -> new OwnMobile(run, person));
    }

    /** True if the person has said what they called for: nothing is left to be done for them. */
    boolean served() {
        WrongCodes wrong = WrongCodes.of(run.desk.ledger(), person, run.now());
        if (locked(wrong)) {
            run.event("own mobile of " + person.extension() + ": not asked after too many wrong codes");
            return false;
        }
        run.caller.answer();
        Handset handset = run.handset(run.caller);
        Phrase prompt = Phrase.ENTER_PIN;
        for (int tried = 0; tried < TRIES && !locked(wrong); tried++) {
            Optional<String> keyed = code(handset, prompt);
            if (keyed.isEmpty()) {
                run.event("own mobile of " + person.extension() + ": no code");
                return false;
            }
            if (right(keyed.get())) {
                run.event(wrong.right());
                return said(handset);
            }
            another(wrong);
            prompt = Phrase.WRONG_PIN;
        }
        run.event("own mobile of " + person.extension() + ": " + TRIES + " wrong codes");
        return false;
    }

    private boolean locked(WrongCodes wrong) {
        return wrong.lockedSince(run.now()).isPresent();
    }

    private void another(WrongCodes wrong) {
        run.event(wrong.wrong());
        wrong.another(run.now());
        wrong.lockedSince(run.now()).ifPresent(since -> {
            run.event("own mobile of " + person.extension() + ": locked for a day");
            run.desk.presence().locked(person.extension(), since, WrongCodes.until(since));
        });
    }

    /** Keys work during the prompt; empty if none is pressed at all. */
    private Optional<String> code(Handset handset, Phrase prompt) {
        Character first = handset.playUntilKey(sound(prompt), FIGURES);
        if (first == null) {
            first = handset.key(FOR_A_KEY);
        }
        if (first == null || FIGURES.indexOf(first) < 0) {
            return Optional.empty();
        }
        int more = secret().length() - 1;
        return Optional.of(first + handset.keys(more, FOR_A_KEY));
    }

    private boolean right(String keyed) {
        return MessageDigest.isEqual(
                keyed.getBytes(StandardCharsets.US_ASCII), secret().getBytes(StandardCharsets.US_ASCII));
    }

    private String secret() {
        return person.pin() instanceof Secret.Plain plain ? plain.text() : "";
    }

    private boolean said(Handset handset) {
        for (int time = 0; time < TIMES_ASKED; time++) {
            Character key = handset.playUntilKey(sound(Phrase.ABSENT_TODAY), "12");
            key = key == null ? handset.key(FOR_A_KEY) : key;
            if (key != null && (key == '1' || key == '2')) {
                obey(handset, key == '1');
                return true;
            }
        }
        return false;
    }

    /** What has been said stands, also if the person hangs up before they hear so. */
    private void obey(Handset handset, boolean absent) {
        run.desk.absences().today(person.extension(), absent);
        run.event(person.extension() + (absent ? " is absent today" : " is back"));
        try {
            handset.play(sound(Phrase.DONE));
        } catch (CallerLeft already) {
            run.event("hung up before the confirmation");
        }
    }

    private short[] sound(Phrase phrase) {
        return run.desk.prompts().sound(phrase, language).samples();
    }
}
