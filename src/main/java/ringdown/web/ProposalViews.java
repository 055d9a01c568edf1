package ringdown.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringdown.quality.Deviation;
import ringdown.quality.Proposal;
import ringdown.quality.Proposals;
import ringdown.quality.RuleTrial;
import ringdown.quality.TrialFigures;

/** Deviations and the changes of the rules that would mend them, as the API shows them. */
final class ProposalViews {
    private final Proposals proposals;
    private final OfficeTime time;

    ProposalViews(Proposals proposals, OfficeTime time) {
        this.proposals = proposals;
        this.time = time;
    }

    Fields deviation(Deviation one) {
        return Fields.of("id", one.id())
                .and("at", time.write(one.at()))
                .and("day", one.at().atZone(time.zone()).toLocalDate().toString())
                .and("kind", one.kind().word())
                .and("subjectKind", one.subject().what().word())
                .and("subject", one.subject().name())
                .and("stage", one.stage())
                .and("person", one.person())
                .and("callId", one.callId())
                .and("note", one.note());
    }

    Fields open(Proposal proposal) {
        return what(proposal.id(), "open", proposal.group())
                .and("count", proposal.seen().size())
                .and("calls", calls(proposal.seen()))
                .and("change", proposal.change())
                .and("args", proposal.args())
                .and("diff", proposal.diff().lines())
                .and("by", null)
                .and("at", null)
                .and("until", null)
                .and("over", false)
                .and("reason", null)
                .and("endedBy", null)
                .and("endedAt", null)
                .and("before", null)
                .and("after", null);
    }

    Fields decided(RuleTrial trial, Instant now) {
        boolean tried = trial.state() != RuleTrial.State.DISMISSED;
        return what(trial.id(), trial.state().name().toLowerCase(Locale.ROOT), trial.group())
                .and("count", null)
                .and("calls", List.of())
                .and("change", trial.change())
                .and("args", trial.args())
                .and("diff", trial.diff().lines())
                .and("by", trial.by())
                .and("at", time.write(trial.at()))
                .and("until", tried ? time.write(trial.until()) : null)
                .and("over", trial.over(now))
                .and("reason", trial.reason())
                .and("endedBy", trial.endedBy())
                .and("endedAt", time.write(trial.endedAt()))
                .and("before", tried ? figures(proposals.before(trial)) : null)
                .and("after", tried ? figures(proposals.after(trial)) : null);
    }

    private static Fields what(String id, String state, Deviation.Group group) {
        return Fields.of("id", id)
                .and("state", state)
                .and("kind", group.kind().word())
                .and("subjectKind", group.subject().what().word())
                .and("subject", group.subject().name())
                .and("stage", group.stage());
    }

    private static List<String> calls(List<Deviation> seen) {
        return seen.stream()
                .map(Deviation::callId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    static Map<String, @Nullable Object> figures(TrialFigures figures) {
        return Fields.of("calls", figures.calls())
                .and("lost", figures.lost())
                .and("waitSeconds", figures.waitSeconds())
                .and("reachedHead", figures.reachedHead())
                .and("repeats", figures.repeats())
                .and("rating", figures.rating())
                .map();
    }
}
