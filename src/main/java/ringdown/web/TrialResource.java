package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.Account.Role;
import ringdown.office.CurrentOffice;
import ringdown.quality.ProposedScript;
import ringdown.quality.Quality;
import ringdown.quality.ScriptChanges;
import ringdown.quality.TrialPeriod;

/** The trial period, and what changes of scripts have done (SITUATIONS 21). */
final class TrialResource {
    private final CurrentOffice office;
    private final Quality quality;
    private final OfficeTime time;

    TrialResource(CurrentOffice office, Quality quality, OfficeTime time) {
        this.office = office;
        this.quality = quality;
        this.time = time;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/trial", this::trial);
        routes.get("/api/scripts/{name}/change", this::change);
        routes.get("/api/scripts/{name}/changes", this::changes);
    }

    private void trial(Context request) {
        TrialPeriod.Report report =
                quality.trial().report().orElseThrow(() -> Refusal.notFound("the office file has no trial period"));
        Visitor visitor = Visitor.of(request);
        Answers.json(
                request,
                Fields.of("from", report.trial().from().toString())
                        .and("to", report.trial().to().toString())
                        .and("responsible", report.trial().responsible().digits())
                        .and("state", report.state().name().toLowerCase(Locale.ROOT))
                        .and(
                                "endedOn",
                                Optional.ofNullable(report.endedOn())
                                        .map(Object::toString)
                                        .orElse(null))
                        .and("daysLeft", report.daysLeft())
                        .and("talks", report.talks())
                        .and("unclassed", report.unclassed())
                        .and("most", TrialPeriod.MOST_UNCLASSED)
                        .and("holds", report.holds())
                        .and(
                                "shares",
                                report.shares().stream()
                                        .map(TrialResource::share)
                                        .toList())
                        .and("takers", takers(report, visitor))
                        .and(
                                "proposals",
                                report.proposals().stream()
                                        .map(TrialResource::proposed)
                                        .toList()));
    }

    private static Map<String, @Nullable Object> share(TrialPeriod.Share share) {
        return Fields.of("class", share.callerClass())
                .and("calls", share.calls())
                .and("share", share.share())
                .map();
    }

    /** Staff see their own list. */
    private static List<Map<String, @Nullable Object>> takers(TrialPeriod.Report report, Visitor visitor) {
        Extension person = visitor.person();
        return report.takers().stream()
                .filter(taker -> !visitor.is(Role.STAFF)
                        || (person != null && person.digits().equals(taker.person())))
                .map(taker -> Fields.of("person", taker.person())
                        .and("calls", taker.calls())
                        .map())
                .toList();
    }

    private static Map<String, @Nullable Object> proposed(ProposedScript one) {
        return Fields.of("class", one.callerClass())
                .and("team", one.team())
                .and("calls", one.calls())
                .and("diff", one.diff().lines())
                .map();
    }

    /** A script of the office, for those who may see the office file. */
    private String script(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR, Role.QUALITY);
        String name = request.pathParam("name");
        if (office.get().script(name).isEmpty()) {
            throw Refusal.notFound("there is no script of that name");
        }
        return name;
    }

    /** Newest first; the days before and after are looked up only for those that are shown. */
    private void changes(Context request) {
        List<ScriptChanges.Turn> turns = quality.scripts().turns(script(request));
        int limit = new Query(request).limit();
        Answers.page(
                request,
                turns,
                turn -> turn.later().version(),
                limit,
                turn -> changed(quality.scripts().change(turn)));
    }

    private void change(Context request) {
        String name = script(request);
        Answers.json(request, quality.scripts().latest(name).map(this::changed).orElseGet(() -> unchanged(name)));
    }

    private Fields changed(ScriptChanges.Change change) {
        return Fields.of("script", change.script())
                .and("at", time.write(change.at()))
                .and("by", change.by())
                .and("until", time.write(change.until()))
                .and("complete", change.complete())
                .and("diff", change.diff().lines())
                .and("before", ProposalViews.figures(change.before()))
                .and("after", ProposalViews.figures(change.after()));
    }

    private static Fields unchanged(String name) {
        return Fields.of("script", name)
                .and("at", null)
                .and("by", null)
                .and("until", null)
                .and("complete", false)
                .and("diff", List.of())
                .and("before", null)
                .and("after", null);
    }
}
