package ringdown.mailer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallingOrder;
import ringdown.ledger.Promise;
import ringdown.number.Language;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Person;

/** Writes to owners whose promises have fallen due, one letter a person however many they are. Works on virtual threads. */
public final class Reminders {
    private final OfficeClock clock;
    private final CurrentOffice office;
    private final Outbox outbox;
    private final Function<Promise, @Nullable String> name;
    private final Runnable sent;

    /**
     * Writes into that outbox.
     *
     * @param name what whom it is owed to is called now; null: not known
     * @param sent told when a letter lies in the outbox
     */
    public Reminders(
            OfficeClock clock,
            CurrentOffice office,
            Outbox outbox,
            Function<Promise, @Nullable String> name,
            Runnable sent) {
        this.name = name;
        this.clock = clock;
        this.office = office;
        this.outbox = outbox;
        this.sent = sent;
    }

    /** These are due now. */
    public void due(List<Promise> promises) {
        if (promises.isEmpty() || office.get().mail() == null) {
            return;
        }
        Thread.ofVirtual().name("reminders").start(() -> {
            try {
                write(promises);
            } catch (RuntimeException fault) {
                Logger.error(fault, "owners could not be reminded");
            }
        });
    }

    private void write(List<Promise> promises) {
        Office now = office.get();
        Map<Person, List<Promise>> owners = new LinkedHashMap<>();
        for (Promise promise : new CallingOrder(now).of(promises, clock.now())) {
            now.people().stream()
                    .filter(person -> person.extension().digits().equals(promise.owner()) && person.mail() != null)
                    .findFirst()
                    .ifPresent(owner -> owners.computeIfAbsent(owner, any -> new java.util.ArrayList<>())
                            .add(promise));
        }
        owners.forEach((owner, theirs) -> outbox.put(
                Objects.requireNonNull(owner.mail()),
                subject(theirs.size(), language(owner, now)),
                text(theirs),
                clock.now()));
        sent.run();
    }

    private static Language language(Person owner, Office now) {
        Language own = owner.language();
        return own == null ? now.info().language() : own;
    }

    private static String subject(int count, Language language) {
        return switch (language) {
            case UK -> "Час передзвонити: " + count;
            case RU -> "Пора перезвонить: " + count;
            case EN -> "Time to call back: " + count;
        };
    }

    private String text(List<Promise> promises) {
        return promises.stream().map(this::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private String line(Promise promise) {
        String called = name.apply(promise);
        return (called == null ? "" : called + ", ") + (promise.number() == null ? "?" : promise.number());
    }
}
