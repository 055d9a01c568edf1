package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Two things in the same millisecond, fifty times each: one outcome, and nothing is left ringing, open or reserved. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of RacesTest")
class RacesTest {
    private static final int TIMES = 50;
    private static Box box;
    private static Trunk direct;
    private static Trunk alone;
    private static SwiftPhone olena;
    private static SwiftPhone ivan;
    private static SwiftPhone petro;
    private static Footprint before;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .with("\"fxs:1\"], secret: s3cret-202", "], secret: s3cret-202")
                .with("phones: [sip, ]", "phones: [sip]")
                .with(
                        "teams:\n",
                        "  - {extension: 204, name: Петро Гнатюк, phones: [sip], secret: s3cret-204}\nteams:\n")
                .with("purpose: main number, script: front", "purpose: main number, script: heads")
                .with(
                        "contacts:  ",
                        "  - {name: direct, host: 127.0.0.1, port: " + Ports.free()
                                + ", numbers: [\"+380441230004\"], script: direct}\n  - {name: alone, host: 127.0.0.1, port: "
                                + Ports.free() + ", numbers: [\"+380441230005\"], script: alone}\ncontacts:  ")
                .with("scripts:\n", """
                        scripts:
                          direct:
                            stages:
                              - {ring: team care, for: 20s}
                            otherwise: message
                          heads:
                            stages:
                              - {ring: 203, for: 20s}
                            otherwise: message
                          alone:
                            stages:
                              - {ring: 204, for: 20s}
                            otherwise: message
                        """);
        direct = Trunk.of(office, "direct");
        alone = Trunk.of(office, "alone");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        direct.serves(box);
        alone.serves(box);
        olena = SwiftPhone.registers(box, "201");
        ivan = SwiftPhone.registers(box, "202");
        petro = SwiftPhone.registers(box, "204");
        SipCall warm = direct.calls(Trunk.Shown.as("0671450000"), "0441230004");
        olena.isRung();
        ivan.isRung();
        warm.hangsUp().isOver();
        box.endedCall("+380671450000");
        before = Footprint.of(box);
    }

    @AfterEach
    void nothingIsLeft() {
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        for (SwiftPhone phone : List.of(olena, ivan, petro)) {
            phone.isFree();
            assertThat(phone.isRungNow()).isNull();
            Until.holds("its legs have ended", () -> phone.open() == 0);
        }
        Until.holds("every leg has ended", () -> direct.open() + alone.open() == 0);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        before.isAllThatIsLeftOf(box);
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable end : List.<AutoCloseable>of(olena, ivan, petro, direct, alone, box)) {
            try {
                end.close();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /** Both in the same moment, or the second a little later. */
    private static void together(Runnable one, Runnable other, int laterMicros) {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Thread second = Thread.ofPlatform().start(() -> {
            meet(barrier);
            LockSupport.parkNanos(laterMicros * 1000L);
            other.run();
        });
        meet(barrier);
        one.run();
        try {
            second.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String number(int series, int i) {
        return "+38067145%d%03d".formatted(series, i);
    }

    /** Talked or gave up, and in either case (nobody was heard) one call is owed. */
    private static String oneOutcome(String number) {
        JsonNode call = box.endedCall(number);
        assertThat(box.callsOf(number)).hasSize(1);
        assertThat(box.promises(number, "all")).singleElement().satisfies(promise -> {
            assertThat(promise.path("id")).isEqualTo(call.path("promiseId"));
            assertThat(promise.path("calls").size()).isEqualTo(1);
        });
        return call.path("outcome").asString();
    }

    @Test
    void ofTwoWhoLiftInTheSameMillisecondOneTalks() {
        for (int i = 0; i < TIMES; i++) {
            String number = number(1, i);
            SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
            SipCall one = olena.isRung();
            SipCall other = ivan.isRung();
            together(one::lifts, other::lifts, i % 5 * 200);
            caller.isAnswered();
            Until.holds("one is let go", () -> one.over() != other.over());
            String winner = one.over() ? "202" : "201";
            Until.holds(
                    "they talk",
                    () -> box.callsOf(number).getFirst().path("outcome").asString(),
                    "talking"::equals);
            assertThat(box.callsOf(number).getFirst().path("answeredBy").asString())
                    .isEqualTo(winner);
            assertThat(caller.hangsUp().over()).isTrue();
            one.isOver();
            other.isOver();
            assertThat(oneOutcome(number)).isEqualTo("talked");
        }
    }

    @Test
    void ofTwoCallersForOneFreePersonOneIsTakenAndTheOtherPromised() {
        for (int i = 0; i < TIMES; i++) {
            String first = number(2, i);
            String second = number(3, i);
            SipCall[] calls = new SipCall[2];
            together(
                    () -> calls[0] = alone.calls(Trunk.Shown.as(first), "0441230005"),
                    () -> calls[1] = alone.calls(Trunk.Shown.as(second), "0441230005"),
                    i % 5 * 500);
            SipCall rung = petro.isRung().lifts();
            boolean firstTalks = rung.invite().header("From").contains(first.substring(4));
            calls[0].isAnswered();
            calls[1].isAnswered();
            assertThat(petro.isRungNow()).as("rung once").isNull();
            String talker = firstTalks ? first : second;
            Until.holds(
                    "they talk",
                    () -> box.callsOf(talker).getFirst().path("outcome").asString(),
                    "talking"::equals);
            calls[0].hangsUp();
            calls[1].hangsUp();
            rung.isOver();
            assertThat(oneOutcome(firstTalks ? first : second)).isEqualTo("talked");
            assertThat(oneOutcome(firstTalks ? second : first)).isEqualTo("gaveUp");
            petro.isFree();
        }
    }

    @Test
    void whoLeavesInTheMomentOfTheAnswerHasTalkedOrGivenUpAndIsOwedOneCall() {
        for (int i = 0; i < TIMES; i++) {
            String number = number(4, i);
            SipCall caller = alone.calls(Trunk.Shown.as(number), "0441230005").isRinging();
            SipCall phone = petro.isRung();
            if (i % 2 == 0) {
                together(phone::lifts, caller::hangsUp, i % 10 * 400);
            } else {
                together(caller::hangsUp, phone::lifts, i % 10 * 100);
            }
            caller.isOver();
            phone.isOver();
            assertThat(oneOutcome(number)).isIn("talked", "gaveUp");
            petro.isFree();
        }
    }

    @Test
    void onCopperTheFarEndMayLeaveInTheMomentOfTheAnswer() {
        for (int i = 0; i < 8; i++) {
            String number = number(5, i);
            Handset maria = box.telephone(2);
            Line line = box.line(1);
            line.rings(number, "etsi-before-ring");
            maria.isRung();
            String signal = i % 2 == 0 ? "busyTone" : "loopBreak";
            together(() -> line.hangsUp(signal), maria::lifts, i * 20_000);
            line.isFree();
            assertThat(oneOutcome(number)).isIn("talked", "gaveUp");
            maria.hangsUp();
            Until.holds("203 is free", () -> box.person("203").path("state").asString(), "free"::equals);
        }
    }
}
