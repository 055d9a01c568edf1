package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.office.Person;

/**
 * Wrong codes keyed from somebody's own mobile: at nine within a day, none of them right in between, the number is asked for none until a
 * day after the ninth, and is a caller like any other. They are the ledger's events, so a restart forgets none, however many calls came
 * meanwhile, and no other number is concerned. Belongs to one thread.
 */
final class WrongCodes {
    private static final int MOST = 9;
    private static final Duration WITHIN = Duration.ofDays(1);

    private final Person person;
    private final Deque<Instant> wrong = new ArrayDeque<>();
    private @Nullable Instant lockedSince;

    private WrongCodes(Person person) {
        this.person = person;
    }

    /** As the ledger has them now, of somebody who has a mobile. */
    static WrongCodes of(Ledger ledger, Person person, Instant now) {
        WrongCodes codes = new WrongCodes(person);
        String number = Objects.requireNonNull(person.mobile()).e164();
        // Nine within a day, and the day for which they lock; a call is as old as its first ring.
        Instant from = now.minus(WITHIN.multipliedBy(2)).minus(Duration.ofHours(1));
        String beginning = codes.right().substring(0, codes.right().indexOf(':'));
        for (CallEntry.Event event : ledger.events(number, from, beginning)) {
            if (event.what().equals(codes.right())) {
                codes.wrong.clear();
            } else if (event.what().equals(codes.wrong())) {
                codes.another(event.at());
            }
        }
        return codes;
    }

    /** The event of a code that was right. */
    String right() {
        return "own mobile of " + person.extension() + ": right code";
    }

    /** The event of a code that was wrong. */
    String wrong() {
        return "own mobile of " + person.extension() + ": wrong code";
    }

    /** Since when no code is asked for; empty while one is. */
    Optional<Instant> lockedSince(Instant now) {
        return Optional.ofNullable(lockedSince).filter(since -> now.isBefore(until(since)));
    }

    /** When a lock that began then is over. */
    static Instant until(Instant since) {
        return since.plus(WITHIN);
    }

    /** One more was wrong. */
    void another(Instant at) {
        wrong.add(at);
        wrong.removeIf(before -> !at.isBefore(until(before)));
        if (wrong.size() >= MOST) {
            lockedSince = at;
            wrong.clear();
        }
    }
}
