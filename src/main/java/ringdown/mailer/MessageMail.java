package ringdown.mailer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Owners;
import ringdown.number.Language;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.voicemail.Message;

/** Makes letters of new messages: to the mailbox's owner, for a team's box to its head. */
final class MessageMail {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    private final CurrentOffice office;
    private final Outbox outbox;
    private final OfficeClock clock;

    MessageMail(CurrentOffice office, Outbox outbox, OfficeClock clock) {
        this.office = office;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Looks at every message that is new since the last time, also one of before a restart. */
    void announce() {
        Office now = office.get();
        for (Message message : outbox.unannounced()) {
            Optional<Person> owner = now.mail() == null ? Optional.empty() : owner(now, message.mailbox(), clock.now());
            Language language = owner.map(Person::language).orElse(now.info().language());
            outbox.announced(
                    message.id(),
                    owner.map(Person::mail).orElse(null),
                    subject(message, language),
                    text(message, now, language),
                    clock.now());
        }
    }

    private static Optional<Person> owner(Office office, String mailbox, Instant at) {
        LocalDate day = at.atZone(office.info().timeZone()).toLocalDate();
        return office.people().stream()
                .filter(person -> person.extension().digits().equals(mailbox))
                .findFirst()
                .map(person -> new Owners(office)
                        .heir(person.extension(), day)
                        .flatMap(office::person)
                        .orElse(person))
                .or(() -> office.team(mailbox)
                        .flatMap(team -> Optional.ofNullable(team.head()))
                        .flatMap(office::person));
    }

    private static String subject(Message message, Language language) {
        boolean urgent = message.urgent();
        return switch (language) {
                    case UK -> urgent ? "Термінове повідомлення: " : "Повідомлення: ";
                    case RU -> urgent ? "Срочное сообщение: " : "Сообщение: ";
                    case EN -> urgent ? "Urgent message: " : "Message: ";
                }
                + who(message, language);
    }

    private static String who(Message message, Language language) {
        if (message.callerName() != null) {
            return message.callerName();
        }
        @Nullable String number = message.callerNumber();
        return number != null
                ? number
                : switch (language) {
                    case UK -> "номер приховано";
                    case RU -> "номер скрыт";
                    case EN -> "hidden number";
                };
    }

    private static String text(Message message, Office office, Language language) {
        String at = MOMENT.format(message.at().atZone(office.info().timeZone()));
        String number = message.callerNumber() == null ? "" : message.callerNumber();
        String note = message.note() == null ? "" : message.forwardedBy() + ": " + message.note() + "\n\n";
        String form = switch (language) {
            case UK -> "%s%n%s%n%s, %.0f с. Звук додано.%n%n%s%n";
            case RU -> "%s%n%s%n%s, %.0f с. Звук приложен.%n%n%s%n";
            case EN -> "%s%n%s%n%s, %.0f s. The sound is attached.%n%n%s%n";
        };
        return note
                + String.format(
                        Locale.ROOT,
                        form,
                        who(message, language),
                        number,
                        at,
                        message.seconds(),
                        office.info().name());
    }
}
