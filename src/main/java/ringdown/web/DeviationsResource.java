package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ringdown.clock.OfficeClock;
import ringdown.office.Account.Role;
import ringdown.office.CurrentOffice;
import ringdown.quality.Deviation;
import ringdown.quality.Proposal;
import ringdown.quality.Proposals;
import ringdown.quality.Quality;
import ringdown.quality.RuleTrial;
import ringdown.routing.year.Proof;

/** What left the agreed order, and changes of the rules to try: in force by the one door through which an office is taken. */
final class DeviationsResource {
    private static final int DAYS = 14;
    private static final Set<String> STATES = Set.of("open", "trying", "kept", "undone", "dismissed", "all");

    private final Quality quality;
    private final Proposals proposals;
    private final CurrentOffice office;
    private final OfficeChanges changes;
    private final OfficeClock clock;
    private final OfficeTime time;
    private final ProposalViews views;

    DeviationsResource(Rooms rooms, OfficeTime time, ProposalViews views) {
        this.quality = rooms.quality();
        this.proposals = quality.proposals();
        this.office = rooms.office();
        this.changes = rooms.changes();
        this.clock = rooms.clock();
        this.time = time;
        this.views = views;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/deviations", this::list);
        routes.get("/api/deviations/proposals", this::proposals);
        routes.post("/api/deviations/proposals/{id}/try", this::tryOut);
        routes.post("/api/deviations/proposals/{id}/dismiss", this::dismiss);
        routes.post("/api/deviations/proposals/{id}/keep", this::keep);
        routes.post("/api/deviations/proposals/{id}/undo", this::undo);
    }

    private static void mayLook(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR, Role.QUALITY);
    }

    private static String decides(Context request) {
        Visitor visitor = Visitor.of(request);
        visitor.mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR);
        return visitor.name();
    }

    private void list(Context request) {
        mayLook(request);
        Query query = new Query(request);
        Period period = Period.of(query, time, clock.now(), DAYS);
        String kind = query.text("kind");
        List<Deviation> found = quality.deviations().between(period.from(), period.to()).stream()
                .filter(one -> kind == null || kind.equals(one.kind().word()))
                .toList();
        Answers.page(request, found, Deviation::id, query.limit(), views::deviation);
    }

    /** The open ones first, then what somebody has decided about. */
    private void proposals(Context request) {
        mayLook(request);
        Query query = new Query(request);
        String state = query.oneOf("state", "all", STATES);
        List<Fields> all = new ArrayList<>();
        if (state.equals("open") || state.equals("all")) {
            proposals.open().forEach(one -> all.add(views.open(one)));
        }
        proposals.decided().stream()
                .filter(one ->
                        state.equals("all") || state.equals(one.state().name().toLowerCase(Locale.ROOT)))
                .forEach(one -> all.add(views.decided(one, clock.now())));
        Answers.page(request, all, one -> String.valueOf(one.map().get("id")), query.limit(), one -> one);
    }

    private void tryOut(Context request) {
        String by = decides(request);
        Proposal proposal = open(request);
        take(request, proposal.file(), proposals.tried(proposal, by));
    }

    private void dismiss(Context request) {
        String by = decides(request);
        Proposal proposal = open(request);
        String reason = Body.of(request).required("reason");
        answer(request, proposals.dismissed(proposal, by, reason));
    }

    private void keep(Context request) {
        String by = decides(request);
        answer(request, proposals.kept(tried(request), by));
    }

    private void undo(Context request) {
        String by = decides(request);
        RuleTrial trial = tried(request);
        String file = proposals
                .without(trial)
                .orElseThrow(() -> Refusal.conflict("the office file has changed there meanwhile: change it by hand"));
        take(request, file, proposals.undone(trial, by));
    }

    /**
     * The year-proof, secrets that stay, and the journal of offices are those of every other change. What becomes of the trial is kept with the
     * file: no crash leaves a changed rule of which nobody knows that it is on trial.
     */
    private void take(Context request, String file, RuleTrial then) {
        byte[] yaml = file.getBytes(StandardCharsets.UTF_8);
        OfficeChanges.Keeping together = (text, by, at, onlyIf) -> proposals.inForce(then, text, by, at, onlyIf);
        switch (changes.change(office, yaml, Visitor.of(request), null, together)) {
            case OfficeChanges.Result.Taken taken -> answer(request, then);
            case OfficeChanges.Result.Refused refused ->
                OfficeResource.faults(request, new Proof(refused.faults(), List.of()));
            case OfficeChanges.Result.Stale stale ->
                throw Refusal.conflict("somebody else has changed the office meanwhile");
        }
    }

    private Proposal open(Context request) {
        String id = request.pathParam("id");
        if (proposals.decided(id).isPresent()) {
            throw Refusal.conflict("somebody has decided about it already");
        }
        return proposals.open(id).orElseThrow(() -> Refusal.notFound("there is no such proposal"));
    }

    private RuleTrial tried(Context request) {
        RuleTrial trial = proposals
                .decided(request.pathParam("id"))
                .orElseThrow(() -> Refusal.notFound("there is no such trial"));
        if (trial.state() != RuleTrial.State.TRYING) {
            throw Refusal.conflict("it is not being tried");
        }
        return trial;
    }

    private void answer(Context request, RuleTrial trial) {
        Answers.json(request, views.decided(trial, clock.now()));
    }
}
