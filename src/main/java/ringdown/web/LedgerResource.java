package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Balance;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Ledger;

/** What must add up, and when nobody could be heard. */
final class LedgerResource {
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final int DAYS_SHOWN = 30;
    private static final int MOST_DAYS = 400;
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Ledger ledger;
    private final OfficeClock clock;
    private final OfficeTime time;

    LedgerResource(Ledger ledger, OfficeClock clock, OfficeTime time) {
        this.ledger = ledger;
        this.clock = clock;
        this.time = time;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/ledger/balance", this::balance);
        routes.get("/api/ledger/deaf", this::deaf);
        routes.get("/api/ledger/statement", this::statement);
    }

    /** Today, or what is asked for; one end alone is completed by today's beginning or tomorrow's. */
    private void balance(Context request) {
        Query query = new Query(request);
        Instant now = clock.now();
        LocalDate today = now.atZone(time.zone()).toLocalDate();
        Instant from = query.moment("from", time);
        Instant to = query.moment("to", time);
        if (from == null) {
            Instant morning = today.atStartOfDay(time.zone()).toInstant();
            from = to != null && to.isBefore(morning) ? BEGINNING : morning;
        }
        if (to == null) {
            Instant midnight = today.plusDays(1).atStartOfDay(time.zone()).toInstant();
            to = midnight.isBefore(from) ? from : midnight;
        }
        requireOrder(from, to);
        Answers.json(request, view(ledger.balance(from, to, now)));
    }

    /** The balance day by day, newest first; the last thirty days, or what is asked for. */
    private void statement(Context request) {
        Query query = new Query(request);
        Instant now = clock.now();
        Instant to = query.moment("to", time);
        Instant from = query.moment("from", time);
        LocalDate last = to == null ? date(now) : date(to.minusMillis(1));
        LocalDate first = from == null ? last.minusDays(DAYS_SHOWN - 1L) : date(from);
        if (first.isAfter(last) || first.isBefore(last.minusDays(MOST_DAYS))) {
            throw Refusal.bad("from", "up to " + MOST_DAYS + " days are wanted");
        }
        List<Map<String, @Nullable Object>> days = first.datesUntil(last.plusDays(1))
                .sorted(Comparator.reverseOrder())
                .map(day -> view(ledger.balance(morning(day), morning(day.plusDays(1)), now))
                        .and("date", day.toString())
                        .map())
                .toList();
        Answers.json(request, Fields.of("items", days).and("next", null));
    }

    private LocalDate date(Instant moment) {
        return moment.atZone(time.zone()).toLocalDate();
    }

    private Instant morning(LocalDate day) {
        return day.atStartOfDay(time.zone()).toInstant();
    }

    private static void requireOrder(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw Refusal.bad("to", "this lies before from");
        }
    }

    private static Fields view(Balance balance) {
        Balance.Promises promises = balance.promises();
        Fields second = Fields.of("made", promises.made())
                .and("callsCovered", promises.callsCovered())
                .and("kept", promises.kept())
                .and("waiting", promises.waiting())
                .and("overdue", promises.overdue())
                .and("closed", promises.closed());
        return Fields.of("in", balance.in())
                .and("talked", balance.talked())
                .and("promised", balance.promised())
                .and("refused", balance.refused())
                .and("open", balance.open())
                .and("balanced", balance.balanced())
                .and("promises", second.map())
                .and("lost", balance.lost())
                .and("deafSeconds", Answers.seconds(balance.deafSeconds()))
                .and("allBusySeconds", Answers.seconds(balance.allBusySeconds()));
    }

    private void deaf(Context request) {
        Query query = new Query(request);
        Instant from = query.moment("from", time);
        Instant to = query.moment("to", time);
        Instant begin = from == null ? BEGINNING : from;
        Instant end = to == null ? clock.now().plus(AHEAD) : to;
        requireOrder(begin, end);
        int limit = query.limit();
        List<DeafTime> all = ledger.deaf(begin, end);
        Answers.page(request, all, LedgerResource::key, limit, this::view);
    }

    private static String key(DeafTime deaf) {
        return deaf.from().toEpochMilli() + "-" + deaf.cause().word() + "-" + deaf.via();
    }

    private Fields view(DeafTime deaf) {
        return Fields.of("via", deaf.via())
                .and("from", time.write(deaf.from()))
                .and("to", time.write(deaf.to()))
                .and("cause", deaf.cause().word())
                .and("seen", deaf.seen());
    }
}
