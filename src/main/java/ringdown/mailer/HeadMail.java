package ringdown.mailer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Owners;
import ringdown.ledger.Promise;
import ringdown.notice.Alarm;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.Account;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Person;

/**
 * Writes to the head what the page shows as an alarm or a moved promise: who lets calls ring out, and whose promises somebody else keeps.
 * A head whose own telephone it is about is left out, then the directors are told. Each letter is put on a virtual thread of its own.
 */
public final class HeadMail implements AutoCloseable {
    private static final String NOT_ANSWERING = "notAnswering";

    private final OfficeClock clock;
    private final CurrentOffice office;
    private final Outbox outbox;
    private final Runnable sent;
    private final Notices.Listening listening;
    private final CurrentOffice.Listening changes;

    /** @param sent told when a letter lies in the outbox */
    public HeadMail(OfficeClock clock, CurrentOffice office, Outbox outbox, Notices notices, Runnable sent) {
        this.clock = clock;
        this.office = office;
        this.outbox = outbox;
        this.sent = sent;
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.AlarmChanged changed) {
                raised(changed.alarm());
            }
        });
        this.changes = office.listen(this::absent);
    }

    private void raised(Alarm alarm) {
        if (alarm.what().equals(NOT_ANSWERING) && alarm.healedAt() == null) {
            later(() -> notAnswering(new Extension(alarm.where())));
        }
    }

    private void absent(Office before, Office now) {
        LocalDate today = today(now);
        now.people().stream()
                .filter(person -> person.absentOn(today))
                .filter(person -> before.person(person.extension()).stream().noneMatch(was -> was.absentOn(today)))
                .forEach(person -> later(() -> tell(person.extension(), absentWords(person.extension()))));
    }

    private Words absentWords(Extension who) {
        return switch (office.get().info().language()) {
            case UK ->
                new Words(name(who) + ": сьогодні відсутність", "Дзвінки та обіцянки переходять до заступників.");
            case RU -> new Words(name(who) + ": сегодня отсутствие", "Звонки и обещания переходят к заместителям.");
            case EN -> new Words(name(who) + " is absent today", "Calls and promises go to the deputies.");
        };
    }

    private static void later(Runnable letter) {
        Thread.ofVirtual().name("head-mail").start(() -> {
            try {
                letter.run();
            } catch (RuntimeException fault) {
                Logger.error(fault, "the head could not be written to");
            }
        });
    }

    private void notAnswering(Extension who) {
        tell(
                who,
                switch (office.get().info().language()) {
                    case UK ->
                        new Words(
                                name(who) + " не відповідає на дзвінки",
                                "Два дзвінки поспіль продзвонили до кінця. Дзвінки йдуть іншим, доки не торкнуться цього телефону.");
                    case RU ->
                        new Words(
                                name(who) + " не отвечает на звонки",
                                "Два звонка подряд прозвонили до конца. Звонки идут другим, пока не прикоснутся к этому телефону.");
                    case EN ->
                        new Words(
                                name(who) + " lets calls ring out",
                                "Two calls in a row rang to the end. Calls go to others until somebody touches that telephone.");
                });
    }

    /** Promises that somebody else keeps from now on, because their owner is not there. */
    public void moved(Extension from, List<Promise> promises) {
        if (!promises.isEmpty()) {
            later(() -> tell(from, movedWords(from, promises.size())));
        }
    }

    /** To that person, else to the directors. */
    public void write(Extension to, String subject, String text) {
        later(() -> put(
                office.get(),
                mail(to).map(List::of).orElseGet(() -> directors(office.get()).toList()),
                subject,
                text));
    }

    private Optional<String> mail(Extension who) {
        return office.get().person(who).map(Person::mail);
    }

    private Words movedWords(Extension from, int count) {
        return switch (office.get().info().language()) {
            case UK -> new Words("Обіцянки передано: " + name(from), "Обіцянок, які тримають інші: " + count + ".");
            case RU -> new Words("Обещания переданы: " + name(from), "Обещаний, которые держат другие: " + count + ".");
            case EN -> new Words("Promises moved: " + name(from), "Promises that others keep now: " + count + ".");
        };
    }

    private record Words(String subject, String text) {}

    private String name(Extension who) {
        return who + office.get().person(who).map(person -> " " + person.name()).orElse("");
    }

    private void tell(Extension about, Words words) {
        Office now = office.get();
        put(
                now,
                readers(now, about),
                words.subject(),
                words.text() + "\n\n" + now.info().name() + "\n");
    }

    private void put(Office now, List<String> readers, String subject, String text) {
        if (now.mail() != null) {
            readers.forEach(to -> outbox.put(to, subject, text, clock.now()));
            sent.run();
        }
    }

    private List<String> readers(Office now, Extension about) {
        LocalDate today = today(now);
        Optional<String> head = new Owners(now)
                .head(about.digits(), today)
                .filter(who -> !who.equals(about))
                .flatMap(now::person)
                .map(Person::mail);
        return head.map(List::of).orElseGet(() -> directors(now).toList());
    }

    private LocalDate today(Office now) {
        return clock.now().atZone(now.info().timeZone()).toLocalDate();
    }

    private static Stream<String> directors(Office now) {
        return now.accounts().stream()
                .filter(account -> account.role() == Account.Role.DIRECTOR)
                .map(Account::mail)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    @Override
    public void close() {
        listening.close();
        changes.close();
    }
}
