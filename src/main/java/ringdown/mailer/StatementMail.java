package ringdown.mailer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Balance;
import ringdown.ledger.Ledger;
import ringdown.number.Language;
import ringdown.office.Account;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.schedule.OfficeHours;

/**
 * Sends the day's statement to every account with {@code report: "closing+5m"}, at that time after the last closing of the day, be it
 * that of a number with hours of its own. Days on which nobody is served have none. Runs on the clock's thread and on virtual threads.
 */
public final class StatementMail implements AutoCloseable {
    private static final Pattern AFTER_CLOSING = Pattern.compile(Account.REPORT);
    private static final int DAYS_AHEAD = 400;
    private static final int DAYS_BACK = 31;

    private final OfficeClock clock;
    private final CurrentOffice office;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Runnable sent;
    private final CurrentOffice.Listening listening;
    private OfficeClock.@Nullable Alarm next;
    private boolean closed;

    /** @param sent told when a statement lies in the outbox */
    public StatementMail(OfficeClock clock, CurrentOffice office, Ledger ledger, Outbox outbox, Runnable sent) {
        this.clock = clock;
        this.office = office;
        this.ledger = ledger;
        this.outbox = outbox;
        this.sent = sent;
        this.listening = office.listen((before, now) -> plan(clock.now()));
        plan(clock.now());
    }

    private record Due(Instant at, LocalDate day) {}

    /** The first statement after that moment. */
    private synchronized void plan(Instant after) {
        if (next != null) {
            next.cancel();
            next = null;
        }
        if (!closed && office.get().mail() != null) {
            readers().stream()
                    .flatMap(account -> due(account, after).stream())
                    .map(Due::at)
                    .min(Instant::compareTo)
                    .ifPresent(at -> next = clock.at(at, "statement", () -> at(at)));
        }
    }

    private List<Account> readers() {
        return office.get().accounts().stream()
                .filter(account -> account.mail() != null && account.report() != null)
                .toList();
    }

    private void at(Instant moment) {
        for (Account account : readers()) {
            due(account, moment.minusMillis(1))
                    .filter(due -> due.at().equals(moment))
                    .ifPresent(due -> put(account, due, moment));
        }
        sent.run();
        plan(moment);
    }

    private void put(Account account, Due due, Instant now) {
        Office current = office.get();
        ZoneId zone = current.info().timeZone();
        Balance balance = ledger.balance(
                due.day().atStartOfDay(zone).toInstant(),
                due.day().plusDays(1).atStartOfDay(zone).toInstant(),
                now);
        Language language = current.info().language();
        String to = account.mail();
        if (to != null) {
            outbox.put(
                    to,
                    Statement.subject(due.day(), current.info().name(), language),
                    Statement.text(balance, language) + between(account, due, now),
                    now);
        }
    }

    /** Whoever called after the statement before, up to the midnight that begins this one's day: no call is told to nobody. */
    private String between(Account account, Due due, Instant now) {
        ZoneId zone = office.get().info().timeZone();
        Instant begin = due.day().atStartOfDay(zone).toInstant();
        Optional<Instant> before = late(account.report())
                .flatMap(late -> Stream.iterate(due.day().minusDays(1), day -> day.minusDays(1))
                        .limit(DAYS_BACK)
                        .flatMap(day -> dueOn(day, late).stream())
                        .findFirst())
                .map(Due::at)
                .filter(begin::isAfter);
        return before.map(from -> ledger.balance(from, begin, now))
                .filter(balance -> balance.in() > 0)
                .map(balance -> Statement.between(
                        balance,
                        before.get().atZone(zone).toLocalDateTime(),
                        due.day(),
                        office.get().info().language()))
                .orElse("");
    }

    private Optional<Due> due(Account account, Instant after) {
        Optional<Duration> late = late(account.report());
        if (late.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day =
                after.atZone(office.get().info().timeZone()).toLocalDate().minusDays(1);
        return Stream.iterate(day, next -> next.plusDays(1))
                .limit(DAYS_AHEAD)
                .flatMap(one -> dueOn(one, late.get()).stream())
                .filter(one -> one.at().isAfter(after))
                .findFirst();
    }

    private Optional<Due> dueOn(LocalDate day, Duration late) {
        OptionalInt closing = closing(office.get().servingHours(), day);
        return closing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Due(
                        day.atStartOfDay()
                                .plusMinutes(closing.getAsInt())
                                .atZone(office.get().info().timeZone())
                                .toInstant()
                                .plus(late),
                        day));
    }

    /** The minute of the day at which the last of its numbers closes; empty: nobody is served on that day. */
    private static OptionalInt closing(List<OfficeHours> serving, LocalDate day) {
        return serving.stream()
                .map(hours -> hours.on(day).intervals())
                .filter(open -> !open.isEmpty())
                .mapToInt(open -> open.getLast().to())
                .max();
    }

    private static Optional<Duration> late(@Nullable String report) {
        Matcher match = AFTER_CLOSING.matcher(report == null ? "" : report);
        if (!match.matches()) {
            return Optional.empty();
        }
        if (match.group(1) == null) {
            return Optional.of(Duration.ZERO);
        }
        long count = Long.parseLong(match.group(1));
        return Optional.of(
                switch (match.group(2)) {
                    case "h" -> Duration.ofHours(count);
                    case "m" -> Duration.ofMinutes(count);
                    case null, default -> Duration.ofSeconds(count);
                });
    }

    @Override
    public synchronized void close() {
        closed = true;
        listening.close();
        if (next != null) {
            next.cancel();
        }
    }
}
