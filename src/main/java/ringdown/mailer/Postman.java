package ringdown.mailer;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.office.MailServer;
import ringdown.voicemail.Messages;

/**
 * Carries letters from the outbox to the provider's server, again with growing pauses while it does not take them, for three days. Works
 * on a virtual thread of its own, one round at a time.
 */
public final class Postman implements AutoCloseable {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(8));
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    private final OfficeClock clock;
    private final CurrentOffice office;
    private final Outbox outbox;
    private final Messages messages;
    private final MessageMail letters;
    private final Alarms alarms;
    private final ReentrantLock round = new ReentrantLock();
    private final Notices.Listening listening;
    private final CurrentOffice.Listening officeListening;
    private OfficeClock.@Nullable Alarm next;
    private boolean closed;

    /** Works from now on. */
    public Postman(
            OfficeClock clock, CurrentOffice office, Outbox outbox, Messages messages, Notices notices, Alarms alarms) {
        this.clock = clock;
        this.office = office;
        this.outbox = outbox;
        this.messages = messages;
        this.letters = new MessageMail(office, outbox, clock);
        this.alarms = alarms;
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.MessageChanged) {
                look();
            }
        });
        this.officeListening = office.listen((before, now) -> look());
        look();
    }

    /** There may be something to send. */
    public void look() {
        Thread.ofVirtual().name("postman").start(this::work);
    }

    private void work() {
        if (!round.tryLock() && !round.hasQueuedThreads()) {
            round.lock();
        }
        if (!round.isHeldByCurrentThread()) {
            return; // somebody waits already, and will see what there is
        }
        try {
            letters.announce();
            deliver();
        } catch (RuntimeException bug) {
            Logger.error(bug, "e-mail could not be looked after");
        } finally {
            round.unlock();
        }
    }

    private void deliver() {
        MailServer server = office.get().mail();
        if (server == null) {
            return;
        }
        for (Optional<Letter> letter = due(); letter.isPresent(); letter = due()) {
            send(server, letter.get());
        }
        outbox.nextDue().ifPresent(this::wake);
    }

    private Optional<Letter> due() {
        synchronized (this) {
            if (closed) {
                return Optional.empty();
            }
        }
        return outbox.due(clock.now());
    }

    private synchronized void wake(Instant at) {
        if (next != null) {
            next.cancel();
        }
        if (!closed) {
            next = clock.at(at, "e-mail", this::look);
        }
    }

    private void send(MailServer server, Letter letter) {
        try {
            new Smtp(server)
                    .send(
                            letter,
                            letter.messageId() == null
                                    ? null
                                    : messages.audio(letter.messageId()).orElse(null));
            outbox.remove(letter.id());
            alarms.heal("mailWaiting", server.host(), clock.now());
        } catch (MessagingException refused) {
            String why = String.valueOf(refused.getMessage()).strip();
            Logger.warn("e-mail {} did not go: {}", letter.id(), why);
            later(server, letter, why);
        }
    }

    private void later(MailServer server, Letter letter, String why) {
        Instant now = clock.now();
        if (!now.isBefore(letter.madeAt().plus(GIVEN_UP_AFTER))) {
            outbox.remove(letter.id());
            alarms.raise("mailGivenUp", letter.to(), now);
            return;
        }
        alarms.raise("mailWaiting", server.host(), now);
        Duration pause = PAUSES.get(Math.min(letter.attempts(), PAUSES.size() - 1));
        outbox.again(letter.id(), now.plus(pause), why);
    }

    @Override
    public synchronized void close() {
        closed = true;
        listening.close();
        officeListening.close();
        if (next != null) {
            next.cancel();
        }
    }
}
