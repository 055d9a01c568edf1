package ringdown.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.quality.NumberFigures;
import ringdown.quality.Part;
import ringdown.quality.Review;
import ringdown.quality.Target;
import ringdown.quality.Verdict;

/** Figures as the API shows them: each with the ids of its calls. */
final class QualityViews {
    private final CurrentOffice office;
    private final Beside.Source source;
    private final OfficeTime time;

    QualityViews(CurrentOffice office, Beside.Source source, OfficeTime time) {
        this.office = office;
        this.source = source;
        this.time = time;
    }

    /** The calls behind a figure, as many as one list of calls shows: a month of a busy office would be a megabyte of ids. */
    static List<String> newest(List<String> oldestFirst) {
        return oldestFirst.reversed().stream().limit(Query.MOST).toList();
    }

    static Map<String, @Nullable Object> part(Part part) {
        return Fields.of("value", part.n()).and("calls", newest(part.calls())).map();
    }

    static Fields target(Target target) {
        return Fields.of("name", target.name().word())
                .and("wanted", target.wanted())
                .and("figure", target.figure())
                .and("met", target.met())
                .and("n", target.n())
                .and("of", target.of())
                .and("calls", newest(target.calls()))
                .and("others", newest(target.others()));
    }

    static List<?> targets(List<Target> targets) {
        return targets.stream().map(target -> target(target).map()).toList();
    }

    Fields number(NumberFigures number) {
        int calls = number.calls().size();
        boolean counted = number.counted();
        return Fields.of("number", number.number())
                .and("via", number.via())
                .and("purpose", number.purpose())
                .and("printed", number.printed())
                .and("script", number.script())
                .and("inFile", number.inFile())
                .and("countedWith", number.countedWith())
                .and("calls", counted ? calls : null)
                .and("callIds", newest(number.calls()))
                .and("lost", counted ? number.lost().size() : null)
                .and("lostIds", newest(number.lost()))
                .and(
                        "lostShare",
                        calls == 0
                                ? null
                                : Double.valueOf((double) number.lost().size() / calls))
                .and("allBusySeconds", Answers.seconds(number.allBusySeconds()))
                .and("lastCall", time.write(number.lastCall()))
                .and("neverRang", number.neverRang())
                .and("withoutPurpose", number.withoutPurpose())
                .and("retire", number.retire() == null ? null : number.retire().toString())
                .and("replaceBy", number.replaceBy())
                .and("retireDue", number.retireDue());
    }

    List<Fields> reviews(List<Review> reviews) {
        Beside beside = source.calls(reviews.stream().map(Review::call).toList());
        return reviews.stream().map(review -> review(review, beside)).toList();
    }

    Fields review(Review review) {
        return reviews(List.of(review)).getFirst();
    }

    private Fields review(Review review, Beside beside) {
        CallEntry call = review.call();
        return Fields.of("id", review.id())
                .and("kind", review.kind().word())
                .and("callId", call.id())
                .and("at", time.write(call.startedAt()))
                .and("callerNumber", call.hidden() ? null : call.callerNumber())
                .and("callerName", beside.caller(call))
                .and("contactId", call.contactId())
                .and("class", call.callerClass())
                .and("outcome", call.outcome().word())
                .and("answeredBy", call.answeredBy())
                .and("waitSeconds", Answers.seconds(call.waitSeconds()))
                .and("rating", call.rating())
                .and("cause", review.cause())
                .and(
                        "people",
                        review.people().stream()
                                .map(missed -> Fields.of("person", missed.person())
                                        .and("name", name(missed.person()))
                                        .and("target", missed.target())
                                        .and("cause", missed.cause())
                                        .map())
                                .toList())
                .and(
                        "verdict",
                        review.verdict() == null
                                ? null
                                : verdict(review.verdict()).map());
    }

    private Fields verdict(Verdict verdict) {
        return Fields.of("by", verdict.by())
                .and("at", time.write(verdict.at()))
                .and("cause", verdict.cause().word())
                .and("text", verdict.text());
    }

    /** Null for a mobile, or for somebody who is no longer in the office file. */
    @Nullable
    String name(@Nullable String who) {
        return who != null && who.matches("[0-9]{1,8}")
                ? office.get().person(new Extension(who)).map(Person::name).orElse(null)
                : null;
    }
}
