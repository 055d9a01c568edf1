package ringdown.quality;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.OfficeArchive;
import ringdown.office.OfficeFile;

/**
 * What repeats itself, the change that would mend it, and what became of such changes. Whoever puts a change in force, or takes it back, does
 * it by the office's own door and tells here. Safe from any thread.
 */
public final class Proposals {
    private final CurrentOffice office;
    private final OfficeClock clock;
    private final QualityOnDisk disk;

    Proposals(CurrentOffice office, OfficeClock clock, QualityOnDisk disk) {
        this.office = office;
        this.clock = clock;
        this.disk = disk;
    }

    /** Those that nobody has decided about, the most frequent first. */
    public List<Proposal> open() {
        Office present = office.get();
        Instant now = clock.now();
        List<RuleTrial> decided = disk.trials();
        Map<Deviation.Group, List<Deviation>> groups = new LinkedHashMap<>();
        for (Deviation one : disk.deviations(now.minus(present.repeats().within()), now.plusMillis(1))) {
            groups.computeIfAbsent(one.group(), group -> new ArrayList<>()).add(one);
        }
        return groups.entrySet().stream()
                .flatMap(entry -> proposal(present, now, entry.getKey(), entry.getValue(), decided).stream())
                .sorted(Comparator.comparingInt((Proposal one) -> one.seen().size())
                        .reversed()
                        .thenComparing(Proposal::id))
                .toList();
    }

    private static Optional<Proposal> proposal(
            Office office, Instant now, Deviation.Group group, List<Deviation> all, List<RuleTrial> decided) {
        RuleTrial last = last(group, decided);
        if (last != null && last.state() == RuleTrial.State.TRYING) {
            return Optional.empty();
        }
        List<Deviation> seen = all.stream()
                .filter(one -> last == null || one.at().isAfter(last.at()))
                .toList();
        return seen.size() < office.repeats().times()
                ? Optional.empty()
                : new ProposedChanges(office, now)
                        .of(group, seen)
                        .map(change -> proposal(office, group, seen, change, id(group, last)));
    }

    private static Proposal proposal(
            Office office, Deviation.Group group, List<Deviation> seen, RuleChange change, String id) {
        String file = OfficeFile.write(change.after(), List.of(), false);
        FileDiff diff = FileDiff.of(OfficeFile.write(office, List.of(), false), file);
        return new Proposal(id, group, seen, change.word().word(), change.args(), diff, file);
    }

    private static @Nullable RuleTrial last(Deviation.Group group, List<RuleTrial> decided) {
        return decided.stream()
                .filter(one -> one.group().equals(group))
                .max(Comparator.comparing(RuleTrial::at))
                .orElse(null);
    }

    private static String id(Deviation.Group group, @Nullable RuleTrial last) {
        String what = group + " after " + (last == null ? "nothing" : last.id());
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** One that is open. */
    public Optional<Proposal> open(String id) {
        return open().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** What somebody has decided about, newest first. */
    public List<RuleTrial> decided() {
        return disk.trials();
    }

    /** One of these. */
    public Optional<RuleTrial> decided(String id) {
        return disk.trials().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** How it will stand while it is in force and watched; {@link #inForce} makes it so. */
    public RuleTrial tried(Proposal proposal, String by) {
        Instant now = clock.now();
        return trial(
                proposal,
                RuleTrial.State.TRYING,
                by,
                now,
                now.plus(office.get().repeats().trial()),
                null);
    }

    /** It is not wanted; the same is proposed again only when it has repeated itself anew. */
    public RuleTrial dismissed(Proposal proposal, String by, String reason) {
        Instant now = clock.now();
        RuleTrial trial = trial(proposal, RuleTrial.State.DISMISSED, by, now, now, reason);
        disk.decide(trial);
        return trial;
    }

    private static RuleTrial trial(
            Proposal proposal, RuleTrial.State state, String by, Instant at, Instant until, @Nullable String reason) {
        return new RuleTrial(
                proposal.id(),
                proposal.group(),
                proposal.change(),
                proposal.args(),
                proposal.diff(),
                state,
                by,
                at,
                until,
                reason,
                null,
                null);
    }

    /** It stays. */
    public RuleTrial kept(RuleTrial trial, String by) {
        RuleTrial kept = ended(trial, RuleTrial.State.KEPT, by);
        disk.decide(kept);
        return kept;
    }

    /** How it will stand when it has been taken back; {@link #inForce} makes it so. */
    public RuleTrial undone(RuleTrial trial, String by) {
        return ended(trial, RuleTrial.State.UNDONE, by);
    }

    /** The trial and its office file stand together, or neither does; the parameters are those of the archive. */
    public Optional<OfficeArchive.Kept> inForce(
            RuleTrial trial, String file, String by, Instant at, @Nullable String onlyIf) {
        return disk.decide(trial, file, by, at, onlyIf);
    }

    private RuleTrial ended(RuleTrial trial, RuleTrial.State as, String by) {
        return new RuleTrial(
                trial.id(),
                trial.group(),
                trial.change(),
                trial.args(),
                trial.diff(),
                as,
                trial.by(),
                trial.at(),
                trial.until(),
                trial.reason(),
                by,
                clock.now());
    }

    /** The office file as it would be without the change; empty if it has been changed so much meanwhile that nobody can tell. */
    public Optional<String> without(RuleTrial trial) {
        return trial.diff().takenBack(OfficeFile.write(office.get(), List.of(), false));
    }

    /** So many days before it. */
    public TrialFigures before(RuleTrial trial) {
        Instant from = trial.at().minus(office.get().repeats().trial());
        return figures(trial, from, trial.at());
    }

    /** So many days since. */
    public TrialFigures after(RuleTrial trial) {
        Instant now = clock.now();
        Instant end =
                trial.endedAt() == null || trial.endedAt().isAfter(trial.until()) ? trial.until() : trial.endedAt();
        return figures(trial, trial.at(), end.isAfter(now) ? now : end);
    }

    private TrialFigures figures(RuleTrial trial, Instant from, Instant to) {
        List<CallFact> following = disk.callsIn(from, to.plus(Targets.AGAIN_WITHIN)).stream()
                .filter(call -> about(trial.group().subject(), call))
                .toList();
        List<CallFact> calls =
                following.stream().filter(call -> call.startedAt().isBefore(to)).toList();
        return TrialFigures.of(calls, following, clock.now());
    }

    /** Of a script or class its own calls, else all. */
    private static boolean about(Deviation.Subject subject, CallFact call) {
        return switch (subject.what()) {
            case SCRIPT -> subject.name().equals(call.script());
            case CALLER_CLASS -> subject.name().equals(call.callerClass());
            case PERSON, LINE, OVERRIDE -> true;
        };
    }
}
