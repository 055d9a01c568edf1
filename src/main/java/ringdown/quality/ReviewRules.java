package ringdown.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.StageEntry;

/** Reads out of a call why it came so far as it did. Pure. */
final class ReviewRules {
    private ReviewRules() {}

    static Review of(Review.Kind kind, CallEntry call, @Nullable Verdict verdict) {
        List<Review.Missed> people = kind == Review.Kind.HEAD ? missed(call) : List.of();
        return new Review(kind.id(call.id()), kind, call, cause(kind, people, call.thirdCall()), people, verdict);
    }

    private static String cause(Review.Kind kind, List<Review.Missed> people, boolean thirdCall) {
        return switch (kind) {
            case RATING -> "badRating";
            case HEAD -> {
                if (people.isEmpty()) {
                    yield thirdCall ? "calledAgain" : "nobodyElse";
                }
                yield people.getFirst().cause();
            }
        };
    }

    /** Everybody whose turn came before the head's, each with what was last seen of them. */
    private static List<Review.Missed> missed(CallEntry call) {
        Map<String, Review.Missed> people = new LinkedHashMap<>();
        for (StageEntry stage : call.stages()) {
            boolean head = stage.escalated();
            stage.notRung().forEach((who, cause) -> note(people, who, stage, cause));
            if (head) {
                stage.rang().forEach(people::remove);
                break;
            }
            stage.rang().forEach(who -> note(people, who, stage, rung(who, stage)));
        }
        return new ArrayList<>(people.values());
    }

    private static void note(Map<String, Review.Missed> people, String who, StageEntry stage, String cause) {
        people.put(who, new Review.Missed(who, stage.target(), cause));
    }

    /** Whoever has become away, or lost their telephone, while it rang has not let it ring. */
    private static String rung(String who, StageEntry stage) {
        return stage.notRung().containsKey(who) ? stage.notRung().get(who) : rung(stage);
    }

    private static String rung(StageEntry stage) {
        return switch (stage.result()) {
            case ANSWERED -> "lost";
            case NO_ANSWER, CALLER_LEFT -> "silent";
            case BUSY -> "busy";
            case UNREACHABLE -> "unreachable";
        };
    }
}
