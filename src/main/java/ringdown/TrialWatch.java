package ringdown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.mailer.HeadMail;
import ringdown.notice.Alarms;
import ringdown.number.Language;
import ringdown.office.CurrentOffice;
import ringdown.office.Trial;
import ringdown.quality.TrialPeriod;

/**
 * The end of a trial period (SITUATIONS 21): at the midnight after its last day, and every midnight while it goes on, the responsible is
 * told how it stands; with too much unclassed the alarm {@code trialUnclassed} stands. The alarm runs on the clock's thread, which waits for
 * the ledger's reads.
 */
final class TrialWatch implements AutoCloseable {
    private static final String UNCLASSED = "trialUnclassed";

    private final OfficeClock clock;
    private final CurrentOffice office;
    private final TrialPeriod period;
    private final Alarms alarms;
    private final HeadMail letters;
    private final CurrentOffice.Listening listening;
    private OfficeClock.@Nullable Alarm next;
    private boolean closed;

    TrialWatch(OfficeClock clock, CurrentOffice office, TrialPeriod period, Alarms alarms, HeadMail letters) {
        this.clock = clock;
        this.office = office;
        this.period = period;
        this.alarms = alarms;
        this.letters = letters;
        this.listening = office.listen((before, now) -> plan());
        plan();
    }

    private synchronized void plan() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        Trial trial = office.get().trial();
        if (!closed && trial != null) {
            moment(trial).ifPresent(at -> next = clock.at(at, "trial period", this::look));
        }
    }

    /** The midnight after the last day; later the next one, while it goes on. */
    private Optional<Instant> moment(Trial trial) {
        var zone = office.get().info().timeZone();
        LocalDate today = clock.now().atZone(zone).toLocalDate();
        LocalDate day = trial.to().isBefore(today) ? today : trial.to();
        boolean over = trial.to().isBefore(today)
                && period.report().stream().anyMatch(report -> report.state() == TrialPeriod.State.ENDED);
        return over
                ? Optional.empty()
                : Optional.of(day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private void look() {
        try {
            period.report().ifPresent(this::told);
        } catch (RuntimeException fault) {
            Logger.error(fault, "the trial period could not be looked at");
        }
        plan();
    }

    private void told(TrialPeriod.Report report) {
        String who = report.trial().responsible().digits();
        boolean ended = report.state() == TrialPeriod.State.ENDED;
        if (ended) {
            alarms.heal(UNCLASSED, who, clock.now());
        } else {
            alarms.raise(UNCLASSED, who, clock.now());
        }
        Language language = office.get().info().language();
        letters.write(report.trial().responsible(), subject(language, ended), text(report, language));
    }

    private static String subject(Language language, boolean ended) {
        return switch (language) {
            case UK -> ended ? "Пробний період завершено" : "Пробний період триває: забагато дзвінків без класу";
            case RU ->
                ended ? "Пробный период завершён" : "Пробный период продолжается: слишком много звонков без класса";
            case EN -> ended ? "The trial period is over" : "The trial period goes on: too many calls without a class";
        };
    }

    private static String text(TrialPeriod.Report report, Language language) {
        String none = switch (language) {
            case UK -> "без класу";
            case RU -> "без класса";
            case EN -> "without a class";
        };
        String shares = report.shares().stream()
                .map(share -> String.format(
                        Locale.ROOT,
                        "%s: %d (%.0f %%)",
                        share.callerClass() == null ? none : share.callerClass(),
                        share.calls(),
                        share.share() * 100))
                .collect(Collectors.joining("\n"));
        String scripts = report.proposals().stream()
                .map(one -> one.callerClass() + " -> " + one.team() + "\n"
                        + one.diff().text())
                .collect(Collectors.joining("\n\n"));
        return shares + "\n\n" + scripts + "\n";
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
