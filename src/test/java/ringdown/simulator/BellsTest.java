package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.board.simulated.TelephonePair;
import ringdown.call.RingRequest;
import ringdown.number.CallerId;

/** What rings how, and how many at a time (LINES rule 14). */
class BellsTest {
    private final Bench bench = new Bench("UA");

    @AfterEach
    void close() {
        bench.close();
    }

    private void ring(int port, RingRequest.Bell bell) {
        bench.call(inbox -> bench.edge
                .telephone("fxs:" + port)
                .orElseThrow()
                .ring(new RingRequest(CallerId.UNKNOWN, "c1", false, null, false, bell), inbox));
    }

    private boolean rings(int port) {
        TelephonePair pair = bench.board.telephonePairs().get(port - 1);
        return pair.ringing();
    }

    /** Milliseconds of the first bursts and pauses. */
    private List<Integer> cadence(int millis) {
        List<Integer> spans = new ArrayList<>();
        boolean was = false;
        int since = 0;
        for (int at = 0; at < millis; at += 10) {
            bench.run(10);
            since += 10;
            if (rings(1) != was) {
                was = !was;
                spans.add(since);
                since = 0;
            }
        }
        return spans.subList(1, spans.size());
    }

    @ParameterizedTest
    @CsvSource({"OUTSIDE, 1", "INSIDE, 2", "DOOR, 3"})
    void oneHearsByTheBellWhoCalls(RingRequest.Bell bell, int bursts) {
        ring(1, bell);
        List<Integer> spans = cadence(5150);
        assertThat(spans.size() / 2).as(spans.toString()).isEqualTo(bursts);
        int period =
                spans.stream().limit(2L * bursts).mapToInt(Integer::intValue).sum();
        assertThat(period).isBetween(4900, 5100);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void neverMoreRingAtOnceThanTheBoardFeedsAndEachFirstBurstComesWithinASecond(int atOnce) {
        bench.ports(atOnce);
        for (int port = 1; port <= 3; port++) {
            ring(port, RingRequest.Bell.OUTSIDE);
        }
        int[] first = new int[4];
        int[] rang = new int[4];
        for (int at = 0; at < 20_000; at += 10) {
            bench.run(10);
            int now = 0;
            for (int port = 1; port <= 3; port++) {
                if (rings(port)) {
                    now++;
                    rang[port] += 10;
                    first[port] = first[port] == 0 ? at + 10 : first[port];
                }
            }
            assertThat(now).as("at " + at).isLessThanOrEqualTo(atOnce);
        }
        for (int port = 1; port <= 3; port++) {
            assertThat(first[port]).as("first burst of " + port).isBetween(1, 1000);
            assertThat(rang[port]).as("ringing of " + port + " in 20 s").isBetween(3000, 4300);
        }
    }

    @Test
    void whoLiftsStopsTheBellAndGivesItsTurnToTheOthers() throws SimulatorFault {
        bench.ports(1);
        ring(1, RingRequest.Bell.OUTSIDE);
        bench.run(200);
        ring(2, RingRequest.Bell.OUTSIDE);
        bench.run(50);
        bench.far.offHook(1);
        bench.runUntil("the second one rings", 200, () -> rings(2));
        assertThat(rings(1)).isFalse();
    }
}
