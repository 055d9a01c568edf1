package ringdown.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.number.Extension;

/** Who of those who wait is next (SITUATIONS 14 and 16), and how long they wait: tables. */
class TurnOrderTest {
    private static final Instant TEN = Instant.parse("2026-11-23T08:00:00Z");

    /** A letter names the caller; its place in the alphabet is when they came, the digit the class, ! the third call, + once overtaken. */
    private static Place place(String word) {
        var overtaken = (int) word.chars().filter(c -> c == '+').count();
        return new Place(
                word.substring(0, 1),
                "team care",
                word,
                null,
                TEN.plusSeconds(word.charAt(0)),
                word.charAt(1) - '0',
                word.contains("!"),
                overtaken,
                List.of(new Extension("201"), new Extension("202")));
    }

    private static List<Place> places(String words) {
        return Arrays.stream(words.split(" ")).map(TurnOrderTest::place).toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "a0, a",
        "a1 b1 c1, 'a b c'", // first come within a class
        "a1 b0 c1, 'b a c'", // the class goes before
        "a1 b0 c0 d0, 'b c a d'", // nobody is overtaken more than twice
        "a1++ b0, 'a b'",
        "a1+ b0 c0, 'b a c'",
        "a0 b0 c1!, 'c a b'", // the third call is first in every queue
        "a0 b1! c1!, 'b c a'",
        "a0 b1! c1! d1!, 'b c a d'", // not even they overtake a third time
        "a2 b1 c0 d0, 'c d a b'", // both overtaken twice: in the order in which they came
    })
    void theOrderOfThoseWhoWait(String waiting, String order) {
        assertThat(TurnOrder.of(places(waiting)).stream().map(Place::id).collect(Collectors.joining(" ")))
                .isEqualTo(order);
    }

    @Test
    void whateverComesNobodyIsOvertakenMoreThanTwice() {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++) {
            var waiting = new ArrayList<Place>();
            for (var letter = 'a'; letter < 'a' + random.nextInt(1, 10); letter++) {
                waiting.add(place("" + letter + random.nextInt(4) + (random.nextInt(5) == 0 ? "!" : "")));
            }
            var order = TurnOrder.of(waiting);
            assertThat(order).containsExactlyInAnyOrderElementsOf(waiting);
            for (var one : order) {
                assertThat(order.subList(0, order.indexOf(one)).stream().filter(one::cameBefore))
                        .as("%s in %s", one.id(), waiting)
                        .hasSizeLessThanOrEqualTo(TurnOrder.MOST_OVERTAKEN);
            }
        }
    }

    @ParameterizedTest(name = "{0} wait, {1} are free: {2}")
    @CsvSource({
        "a1, '201 202', 'a=[201, 202]'", // a single caller rings all who are free
        "a1 b1, '201', 'a=[201]'",
        "a1 b1, '201 202', 'a=[201], b=[202]'", // nobody waits for somebody else's ringing
        "a1 b1, '205', ''", // whom they do not want
    })
    void theFreeAreDealtOut(String waiting, String free, String dealt) {
        var people = Arrays.stream(free.split(" ")).map(Extension::new).toList();
        assertThat(TurnOrder.deal(places(waiting), people).toString()).isEqualTo("{" + dealt + "}");
    }

    @ParameterizedTest(name = "place {0}, {1} serve, talks took {2}: {3} s")
    @CsvSource({"1, 1, '60 120 180', 120", "3, 2, '60 120 180', 180", "2, 1, '60 120', ", "2, 0, '60 60 60', "})
    void aTimeIsExpectedOnlyWhereTalksTellOne(int place, int serving, String talks, @Nullable Integer seconds) {
        var took = Arrays.stream(talks.split(" ")).map(Double::valueOf).toList();
        assertThat(WaitEstimate.of(place, serving, took)
                        .map(Duration::toSeconds)
                        .orElse(null))
                .isEqualTo(seconds == null ? null : Long.valueOf(seconds));
    }
}
