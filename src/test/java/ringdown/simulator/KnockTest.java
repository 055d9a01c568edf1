package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.Level;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;

/** A second caller knocks in a talk: a call that could not be taken (LINES rule 12). */
class KnockTest {
    private final Bench bench = new Bench("UA");

    @AfterEach
    void close() {
        bench.close();
    }

    private Bench.Call talk() throws SimulatorFault {
        bench.far.exchange(
                1, ExchangeChange.habits(new LineHabits(null, null, null, null, null, null, null, false, null)));
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.ETSI_BEFORE_RING));
        Bench.Call caller = bench.arrives(4000);
        bench.run(1000);
        caller.leg.answer();
        bench.run(2000);
        assertThat(caller.leg.answered()).isTrue();
        bench.far.exchange(
                1, ExchangeChange.habits(new LineHabits(null, null, null, null, null, null, null, true, null)));
        return caller;
    }

    private static Arrival.FromOutside from(Bench.Call call) {
        return (Arrival.FromOutside) java.util.Objects.requireNonNull(call.arrival);
    }

    @Test
    void whoeverKnocksIsWrittenDownOnceAndTheTalkGoesOn() throws SimulatorFault {
        Bench.Call first = talk();
        bench.run(25_000);
        assertThat(bench.arrived).hasSize(2);
        Bench.Call second = bench.arrived.getLast();
        assertThat(from(second).caller().digits()).as("nobody was asked").isNull();
        assertThat(second.awaits(CallEvent.Gone.class, 100).byFarEnd()).isTrue();
        assertThat(bench.noted).contains("knocked while the line talked: the call could not be taken");
        assertThat(first.seen(CallEvent.Gone.class)).isNull();
    }

    @Test
    void whoKnocksIsAskedWhereTheInstallerSaysSo() throws SimulatorFault {
        bench.callerId("type2");
        bench.far.exchange(
                1, ExchangeChange.habits(new LineHabits(null, null, null, null, null, null, null, true, null)));
        bench.far.ring(1, bench.order("0501112233", null, RingScheme.ETSI_BEFORE_RING));
        Bench.Call first = bench.arrives(4000);
        bench.run(1000);
        first.leg.answer();
        bench.run(2000);
        short[] words = Sounds.speech(3, 5);
        bench.far.ring(1, bench.order("0671234567", "PETRENKO", RingScheme.ETSI));
        bench.run(2500);
        assertThat(bench.arrived).hasSize(2);
        assertThat(from(bench.arrived.getLast()).caller().digits()).isEqualTo("0671234567");
        assertThat(from(bench.arrived.getLast()).caller().name()).isEqualTo("PETRENKO");
        assertThat(first.seen(CallEvent.DigitPressed.class)).as("our own key").isNull();
        short[] heard = first.heard.heard();
        assertThat(Level.dbm0(heard, heard.length - 8000, 4000))
                .as("the data is heard by nobody")
                .isLessThan(-40);
        first.mouth.say(words);
        bench.run(3500);
        assertThat(Sounds.contains(bench.far.heard(1), words))
                .as("the talk goes on")
                .isGreaterThan(0.9);
        bench.run(12_000);
        assertThat(bench.arrived).as("the same knock again").hasSize(2);
    }
}
