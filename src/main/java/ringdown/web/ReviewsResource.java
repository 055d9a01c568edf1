package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Page;
import ringdown.office.Account.Role;
import ringdown.quality.Review;
import ringdown.quality.Reviews;
import ringdown.quality.Verdict;

/** Calls that reached the head, and bad marks; only a head or director closes one, by name (SITUATIONS 10). */
final class ReviewsResource {
    private final Reviews reviews;
    private final OfficeClock clock;
    private final QualityViews views;

    ReviewsResource(Reviews reviews, OfficeClock clock, QualityViews views) {
        this.reviews = reviews;
        this.clock = clock;
        this.views = views;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/reviews", this::list);
        routes.get("/api/reviews/{id}", request -> answer(request, meant(request)));
        routes.post("/api/reviews/{id}/verdict", this::verdict);
    }

    private void list(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR, Role.QUALITY);
        Query query = new Query(request);
        Boolean open = query.text("open") == null ? null : Boolean.valueOf(query.flag("open"));
        int limit = query.limit();
        Page<Review> page = query.after(after -> reviews.list(open, limit, after));
        Answers.page(request, views.reviews(page.items()), page.next());
    }

    private void verdict(Context request) {
        Visitor visitor = Visitor.of(request);
        visitor.mustBe(Role.HEAD, Role.DIRECTOR);
        Review review = meant(request);
        Body body = Body.of(request);
        Verdict.Cause cause = cause(body.required("cause"));
        String text = body.required("text");
        if (!reviews.decide(new Verdict(review.id(), cause, text, visitor.name(), clock.now()))) {
            throw Refusal.conflict("somebody has given a verdict already");
        }
        answer(request, meant(request));
    }

    private static Verdict.Cause cause(String word) {
        try {
            return Verdict.Cause.ofWord(word);
        } catch (IllegalArgumentException strange) {
            throw Refusal.bad("cause", "there is no cause " + word);
        }
    }

    private Review meant(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR, Role.QUALITY);
        return reviews.get(request.pathParam("id")).orElseThrow(() -> Refusal.notFound("there is no such review"));
    }

    private void answer(Context request, Review review) {
        Answers.json(request, views.review(review));
    }
}
