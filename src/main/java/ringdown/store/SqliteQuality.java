package ringdown.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Page;
import ringdown.notice.Notice;
import ringdown.office.OfficeArchive;
import ringdown.quality.CallFact;
import ringdown.quality.Deviation;
import ringdown.quality.OutCall;
import ringdown.quality.Part;
import ringdown.quality.QualityOnDisk;
import ringdown.quality.Review;
import ringdown.quality.RuleTrial;
import ringdown.quality.Verdict;

/** The ledger as figures need it, and what people decided of it. Safe from any thread. */
final class SqliteQuality implements QualityOnDisk {
    private static final String REVIEWS = """
            SELECT r.*, v.cause, v.text, v.by, v.at FROM (
              SELECT id || '-head' AS review_id, 'HEAD' AS kind, id AS call_id, started_at
              FROM calls INDEXED BY calls_at_the_head
              WHERE reached_head = 1 AND direction = 'in' AND outcome NOT IN ('ringing', 'talking')
              UNION ALL
              SELECT id || '-rating', 'RATING', id, started_at FROM calls INDEXED BY calls_rated_badly
              WHERE rating <= 2 AND direction = 'in' AND outcome NOT IN ('ringing', 'talking')
            ) r LEFT JOIN verdicts v ON v.review_id = r.review_id""";

    /** All there are without those that are decided, counted in the indexes alone. */
    private static final String OPEN_REVIEWS = """
            SELECT (SELECT count(*) FROM calls INDEXED BY calls_at_the_head
                WHERE reached_head = 1 AND direction = 'in' AND outcome NOT IN ('ringing', 'talking'))
              + (SELECT count(*) FROM calls INDEXED BY calls_rated_badly
                WHERE rating <= 2 AND direction = 'in' AND outcome NOT IN ('ringing', 'talking'))
              - (SELECT count(*) FROM verdicts v JOIN calls c ON c.id = substr(v.review_id, 1, length(v.review_id) - 5)
                WHERE v.review_id LIKE '%-head' AND c.reached_head = 1
                AND c.direction = 'in' AND c.outcome NOT IN ('ringing', 'talking'))
              - (SELECT count(*) FROM verdicts v JOIN calls c ON c.id = substr(v.review_id, 1, length(v.review_id) - 7)
                WHERE v.review_id LIKE '%-rating' AND c.rating <= 2
                AND c.direction = 'in' AND c.outcome NOT IN ('ringing', 'talking'))""";

    private final House house;

    SqliteQuality(House house) {
        this.house = house;
    }

    @Override
    public List<CallFact> callsIn(Instant from, Instant to) {
        return house.read(db -> CallFactReads.in(db, from, to));
    }

    @Override
    public Part unclassed(Instant from, Instant to, int most) {
        return house.read(db -> CallFactReads.unclassed(db, from, to, most));
    }

    @Override
    public Optional<Instant> lastCall(@Nullable String number, @Nullable String via) {
        String what = number == null ? "" : " AND called = :number";
        String where = via == null ? "" : number == null ? " AND via = :via" : " AND +via = :via";
        // Of a number that never rings the index of all calls in would be read to its end.
        String index = number == null ? " INDEXED BY calls_by_via" : " INDEXED BY calls_in_called";
        return house.read(db -> {
            var query = db.createQuery("SELECT started_at FROM calls" + index + " WHERE direction = 'in'" + what + where
                    + " ORDER BY started_at DESC LIMIT 1");
            if (number != null) {
                query.bind("number", number);
            }
            if (via != null) {
                query.bind("via", via);
            }
            return query.map((row, context) -> Rows.moment(row, "started_at")).findOne();
        });
    }

    @Override
    public Page<Reviewed> reviews(@Nullable Boolean open, int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after);
        String state = open == null ? "" : open ? " AND v.at IS NULL" : " AND v.at IS NOT NULL";
        List<Found> found = house.read(db -> db.createQuery(REVIEWS
                        + " WHERE (started_at, r.review_id) < (:millis, :id)" + state
                        + " ORDER BY started_at DESC, r.review_id DESC LIMIT :limit")
                .bind("millis", cursor.millis())
                .bind("id", cursor.id())
                .bind("limit", limit + 1)
                .map((row, context) -> found(row))
                .list());
        boolean more = found.size() > limit;
        List<Found> shown = more ? found.subList(0, limit) : found;
        String next =
                more ? Cursor.after(shown.getLast().startedAt(), shown.getLast().id()) : null;
        return new Page<>(shown.stream().map(Found::reviewed).toList(), next);
    }

    private record Found(String id, Instant startedAt, Reviewed reviewed) {}

    private static Found found(ResultSet row) throws SQLException {
        String id = row.getString("review_id");
        Instant at = Rows.momentOrNull(row, "at");
        Verdict verdict = at == null
                ? null
                : new Verdict(
                        id,
                        Verdict.Cause.ofWord(row.getString("cause")),
                        row.getString("text"),
                        row.getString("by"),
                        at);
        return new Found(
                id,
                Rows.moment(row, "started_at"),
                new Reviewed(Review.Kind.valueOf(row.getString("kind")), row.getString("call_id"), verdict));
    }

    @Override
    public Optional<Reviewed> review(String id) {
        int dash = id.lastIndexOf('-');
        return dash < 1
                ? Optional.empty()
                : house.read(db -> db.createQuery(REVIEWS + " WHERE r.call_id = :call AND r.review_id = :id")
                        .bind("call", id.substring(0, dash))
                        .bind("id", id)
                        .map((row, context) -> found(row).reviewed())
                        .findOne());
    }

    @Override
    public int openReviews() {
        return house.read(
                db -> db.createQuery(OPEN_REVIEWS).mapTo(Integer.class).one());
    }

    @Override
    public boolean decide(Verdict verdict) {
        return house.write(
                "verdict",
                db -> db.execute(
                                "INSERT OR IGNORE INTO verdicts (review_id, cause, text, by, at) VALUES (?, ?, ?, ?, ?)",
                                verdict.reviewId(),
                                verdict.cause().word(),
                                verdict.text(),
                                verdict.by(),
                                verdict.at().toEpochMilli())
                        > 0);
    }

    @Override
    public void note(List<Deviation> found) {
        house.queue("deviations", db -> found.forEach(one -> DeviationRows.note(db, one)));
    }

    @Override
    public List<Deviation> deviations(Instant from, Instant to) {
        return house.read(db -> DeviationRows.between(db, from, to));
    }

    @Override
    public List<OutCall.Candidate> lostTouch(Instant before) {
        return house.read(db -> OutCallRows.lostTouch(db, before));
    }

    @Override
    public List<OutCall.Candidate> talkedSince(Instant since) {
        return house.read(db -> OutCallRows.talkedSince(db, since));
    }

    @Override
    public List<OutCall.Made> callsMade(Instant since) {
        return house.read(db -> OutCallRows.made(db, since));
    }

    @Override
    public void made(OutCall.Made made) {
        house.write("call from a list", db -> OutCallRows.add(db, made));
    }

    @Override
    public void begun(OutCall.Made soFar) {
        house.queue("call from a list", db -> OutCallRows.add(db, soFar));
    }

    @Override
    public List<RuleTrial> trials() {
        return house.read(DeviationRows::trials);
    }

    @Override
    public void decide(RuleTrial trial) {
        house.write("proposal", db -> DeviationRows.keep(db, trial));
    }

    @Override
    public Optional<OfficeArchive.Kept> decide(
            RuleTrial trial, String file, String by, Instant at, @Nullable String onlyIf) {
        return house.write(
                "office file on trial",
                db -> {
                    Optional<OfficeArchive.Kept> kept = SqliteOffice.replace(db, file, by, at, onlyIf);
                    kept.ifPresent(version -> DeviationRows.keep(db, trial));
                    return kept;
                },
                new Notice.OfficeChanged());
    }
}
