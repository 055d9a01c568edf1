package ringdown.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.office.Office;
import ringdown.office.OfficeArchive;
import ringdown.office.OfficeArchive.Kept;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;
import ringdown.office.Script;

/**
 * What each change of a script has done: the fourteen days before it and after it, side by side (SITUATIONS 21). Every version of the
 * office file is kept, so that nothing has to be announced beforehand. Safe from any thread.
 */
public final class ScriptChanges {
    private static final Duration EACH_SIDE = Duration.ofDays(14);
    /** So many versions are looked through; a script that has stood longer than these was not changed lately. */
    private static final int VERSIONS = 100;

    private final OfficeClock clock;
    private final QualityOnDisk disk;
    private final OfficeArchive archive;

    ScriptChanges(OfficeClock clock, QualityOnDisk disk, OfficeArchive archive) {
        this.clock = clock;
        this.disk = disk;
        this.archive = archive;
    }

    /**
     * A change of one script.
     *
     * @param by the account that changed the office file
     * @param until when the days after it are complete
     * @param diff of the two office files, without their secrets
     */
    public record Change(
            String script,
            Instant at,
            String by,
            Instant until,
            boolean complete,
            FileDiff diff,
            TrialFigures before,
            TrialFigures after) {}

    /** Two versions of the office file, one after the other, between which a script was changed. */
    public record Turn(String script, Kept earlier, Kept later) {}

    /** The newest change of that script; empty if it stands as it was written first. */
    public Optional<Change> latest(String script) {
        return turns(script, 1).stream().findFirst().map(this::change);
    }

    /** When that script was changed, newest first; what came of it is {@link #change}. */
    public List<Turn> turns(String script) {
        return turns(script, VERSIONS);
    }

    private List<Turn> turns(String script, int most) {
        List<Turn> found = new ArrayList<>();
        Kept later = archive.current().orElse(null);
        for (int i = 0; i < VERSIONS && later != null && found.size() < most; i++) {
            Kept earlier = archive.before(later.version()).orElse(null);
            if (earlier != null && !Objects.equals(script(earlier, script), script(later, script))) {
                found.add(new Turn(script, earlier, later));
            }
            later = earlier;
        }
        return found;
    }

    private static @Nullable Script script(Kept kept, String name) {
        return office(kept).flatMap(office -> office.script(name)).orElse(null);
    }

    private static Optional<Office> office(Kept kept) {
        return OfficeFile.read(kept.text()) instanceof Reading.Good good
                ? Optional.of(good.office())
                : Optional.empty();
    }

    /** That change with the days before it and after it. */
    public Change change(Turn turn) {
        String script = turn.script();
        Instant now = clock.now();
        Instant at = turn.later().at();
        Instant until = at.plus(EACH_SIDE);
        return new Change(
                script,
                at,
                turn.later().by(),
                until,
                !until.isAfter(now),
                FileDiff.of(file(turn.earlier()), file(turn.later())),
                figures(script, at.minus(EACH_SIDE), at, now),
                figures(script, at, until, now));
    }

    private static String file(Kept kept) {
        return office(kept)
                .map(office -> OfficeFile.write(office, List.of(), false))
                .orElse("");
    }

    private TrialFigures figures(String script, Instant from, Instant to, Instant now) {
        List<CallFact> following = disk.callsIn(from, to.plus(Targets.AGAIN_WITHIN));
        List<CallFact> calls = following.stream()
                .filter(call -> script.equals(call.script()) && call.startedAt().isBefore(to))
                .toList();
        return TrialFigures.of(calls, following, now);
    }
}
