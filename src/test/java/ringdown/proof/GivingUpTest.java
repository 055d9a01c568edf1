package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Whoever hangs up, whenever, leaves one outcome and one promise, and nothing else behind. */
@Execution(ExecutionMode.CONCURRENT)
class GivingUpTest {
    private static final int CALLS = 200;
    private static final int LINES = 10;

    @Test
    void aCallerWhoLeavesAtAnyStageIsOwedACall() {
        Office office = Office.ofTheContract().stages("20s");
        try (Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            Line line = box.line(1);
            line.rings("+380671290001").is("ringing");
            Until.holds("written", () -> box.callsOf("+380671290001"), c -> !c.isEmpty());
            line.hangsUp().isFree();
            gaveUp(box, "+380671290001");
            line.rings("+380671290002").isAnswered().hears(0.5).hangsUp().isFree();
            gaveUp(box, "+380671290002");
            line.rings("+380671290003").isAnswered();
            box.telephone(1).isRung();
            line.hangsUp().isFree();
            gaveUp(box, "+380671290003");
            box.telephone(1).isQuiet();
            leavesOnHold(box, "+380671290004");
            box.clockReads("2026-11-23T19:00:00+02:00");
            line.rings("+380671290005").isAnswered();
            Until.holds("the promise", () -> box.promises("+380671290005", "open"), p -> !p.isEmpty());
            line.hangsUp().isFree();
            gaveUp(box, "+380671290005");
            line.rings("+380671290006").isAnswered();
            line.hearsMessageTone();
            line.hangsUp().isFree();
            gaveUp(box, "+380671290006");
            JsonNode balance = box.balance();
            assertThat(balance.path("balanced").asBoolean()).isTrue();
            assertThat(balance.path("in").asInt()).isEqualTo(7);
            assertThat(balance.path("promised").asInt()).isEqualTo(7);
        }
    }

    private static void leavesOnHold(Box box, String number) {
        try (Phone olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A)) {
            Line line = box.line(1).rings(number).isAnswered();
            olena.isRung().answers();
            Until.holds(
                    "they talk",
                    () -> box.callsOf(number).getFirst().path("outcome").asString(),
                    "talking"::equals);
            olena.holds();
            line.listens(11); // SITUATIONS 1: more than 10 s on hold
            line.hangsUp().isFree();
            olena.isHungUp();
            // "Talked is earned: only if the caller's last state was a talk", and a hold of two seconds is none either
            String soon = "+380671290007";
            line.rings(soon).isAnswered();
            olena.isRung().answers();
            Until.holds(
                    "they talk",
                    () -> box.callsOf(soon).getFirst().path("outcome").asString(),
                    "talking"::equals);
            olena.holds();
            line.listens(1).hangsUp().isFree();
            gaveUp(box, soon);
            assertThat(box.promises(soon, "open").getFirst().path("owner").asString())
                    .isEqualTo("201");
        }
        gaveUp(box, number);
        assertThat(box.endedCall(number).path("talkSeconds").asDouble()).isPositive();
    }

    private static void gaveUp(Box box, String number) {
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).as(number).isEqualTo("gaveUp");
        assertThat(box.promises(number, "all")).as(number).singleElement().satisfies(promise -> {
            assertThat(promise.path("id")).isEqualTo(call.path("promiseId"));
            assertThat(promise.path("state").asString()).isEqualTo("open");
            assertThat(promise.path("calls").size()).isEqualTo(1);
        });
    }

    @Test
    void twoHundredShortCallsLeaveNoThreadNoPortAndNoFileOpen() throws Exception {
        try (Box box = Box.running(manyLines(), "2026-11-23T10:00:00+02:00")) {
            callsOnEveryLine(box, LINES, 0);
            int sockets = open(box, "socket:");
            int files = open(box, "");
            int threads = threads(box);
            callsOnEveryLine(box, CALLS, 1);
            Until.holds("sockets are closed", () -> open(box, "socket:"), n -> n <= sockets + 6);
            Until.holds("files are closed", () -> open(box, ""), n -> n <= files + 10);
            Until.holds("threads have ended", () -> threads(box), n -> n <= threads + 6);
            JsonNode balance = box.balance();
            assertThat(balance.path("balanced").asBoolean()).isTrue();
            assertThat(balance.path("in").asInt()).isEqualTo(CALLS + LINES);
            assertThat(balance.path("open").asInt()).isZero();
        }
    }

    private static Office manyLines() {
        String second = "  - {port: \"fxo:2\", number: \"+380441230002\", purpose: advertising,  script: front}\n";
        StringBuilder lines = new StringBuilder(second);
        for (int n = 3; n <= LINES; n++) {
            lines.append("  - {port: \"fxo:%d\", number: \"+3804412301%02d\", script: front}\n".formatted(n, n));
        }
        return Office.ofTheContract().with(second, lines.toString());
    }

    private static void callsOnEveryLine(Box box, int calls, int series) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(calls);
        List<Thread> callers = new ArrayList<>();
        for (int n = 1; n <= LINES; n++) {
            Line line = box.line(n);
            callers.add(Thread.ofPlatform().start(() -> callsOn(line, series, left)));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        Until.holds("every call has ended", () -> box.balance().path("open").asInt(), n -> n == 0);
    }

    /** One leaves while it rings, the next while the greeting plays. */
    private static void callsOn(Line line, int series, AtomicInteger left) {
        for (int i = left.decrementAndGet(); i >= 0; i = left.decrementAndGet()) {
            line.rings("+38067%d%05d".formatted(50 + series, i), "etsi-before-ring");
            if (i % 8 == 0) {
                line.isRecorded()
                        .hangsUp()
                        .isFree()
                        .hasNoCall(); // rung again at once it would be the same ringing to the box
            } else {
                line.isAnswered().hangsUp("loopBreak").isFree().hasNoCall();
            }
        }
    }

    private static int open(Box box, String kind) {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + box.process().pid() + "/fd"))) {
            return (int) files.filter(file -> target(file).startsWith(kind)).count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static int threads(Box box) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + box.process().pid() + "/task"))) {
            return (int) tasks.count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
