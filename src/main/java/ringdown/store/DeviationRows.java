package ringdown.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.quality.Deviation;
import ringdown.quality.FileDiff;
import ringdown.quality.RuleTrial;

/** Deviations and what was tried against them, as rows. Stateless. */
final class DeviationRows {
    private DeviationRows() {}

    static void note(Handle db, Deviation one) {
        db.execute(
                "INSERT OR IGNORE INTO deviations (id, at, kind, subject_kind, subject, stage, person, call_id, note)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                one.id(),
                one.at().toEpochMilli(),
                one.kind().word(),
                one.subject().what().word(),
                one.subject().name(),
                one.stage(),
                one.person(),
                one.callId(),
                one.note());
    }

    static List<Deviation> between(Handle db, Instant from, Instant to) {
        return db.createQuery("SELECT * FROM deviations WHERE at >= :from AND at < :to ORDER BY at DESC, id DESC")
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) -> deviation(row))
                .list();
    }

    private static Deviation deviation(ResultSet row) throws SQLException {
        Deviation.Group group = group(row);
        return new Deviation(
                row.getString("id"),
                Rows.moment(row, "at"),
                group.kind(),
                group.subject(),
                group.stage(),
                row.getString("person"),
                row.getString("call_id"),
                row.getString("note"));
    }

    private static Deviation.Group group(ResultSet row) throws SQLException {
        return new Deviation.Group(
                Deviation.Kind.ofWord(row.getString("kind")),
                new Deviation.Subject(Deviation.What.ofWord(row.getString("subject_kind")), row.getString("subject")),
                row.getString("stage"));
    }

    static List<RuleTrial> trials(Handle db) {
        return db.createQuery("SELECT * FROM rule_trials ORDER BY at DESC, id DESC")
                .map((row, context) -> trial(row))
                .list();
    }

    private static RuleTrial trial(ResultSet row) throws SQLException {
        return new RuleTrial(
                row.getString("id"),
                group(row),
                row.getString("change"),
                args(row.getString("args")),
                FileDiff.read(row.getString("diff")),
                RuleTrial.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("by"),
                Rows.moment(row, "at"),
                Rows.moment(row, "until_at"),
                row.getString("reason"),
                row.getString("ended_by"),
                Rows.momentOrNull(row, "ended_at"));
    }

    private static Map<String, String> args(String text) {
        Map<String, String> args = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            args.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return args;
    }

    static int keep(Handle db, RuleTrial trial) {
        Deviation.Group group = trial.group();
        return db.execute(
                "INSERT OR REPLACE INTO rule_trials (id, kind, subject_kind, subject, stage, change, args, diff, state,"
                        + " by, at, until_at, reason, ended_by, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                trial.id(),
                group.kind().word(),
                group.subject().what().word(),
                group.subject().name(),
                group.stage(),
                trial.change(),
                trial.args().entrySet().stream()
                        .map(arg -> arg.getKey() + "=" + arg.getValue())
                        .collect(Collectors.joining("\n")),
                trial.diff().text(),
                trial.state().name().toLowerCase(Locale.ROOT),
                trial.by(),
                trial.at().toEpochMilli(),
                trial.until().toEpochMilli(),
                trial.reason(),
                trial.endedBy(),
                millis(trial.endedAt()));
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : Long.valueOf(at.toEpochMilli());
    }
}
