package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.board.simulated.silicon.Chip;
import ringdown.board.simulated.silicon.Chip.Damage;
import ringdown.board.simulated.silicon.Silicon;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.notice.Alarm;
import ringdown.number.CallerId;

/** Each fault of the silicon is one alarm, and heals without a restart when its cause goes. */
class FaultsTest {
    private final Bench bench = new Bench("UA");
    private final Silicon silicon = bench.board.silicon();
    private final Chip lineChip = silicon.exchangeChips().getFirst();
    private final Chip portChip = silicon.telephoneChips().getFirst();
    private final OutsideLine line = bench.edge.line("fxo:1").orElseThrow();
    private final Telephone telephone = bench.edge.telephone("fxs:1").orElseThrow();

    @AfterEach
    void close() {
        bench.close();
    }

    private void suffers(Chip chip, Damage damage, String alarm, String where) {
        chip.damage(damage);
        bench.runUntil(alarm, 3000, () -> !bench.alarms.list(true).isEmpty());
        bench.run(15_000);
        assertThat(bench.alarms.list(false)).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo(alarm);
            assertThat(one.where()).isEqualTo(where);
        });
        assertThat(bench.alarms.list(true)).hasSize(1);
    }

    private void heals(Chip chip) {
        chip.damage(Damage.NONE);
        bench.runUntil("healed", 15_000, () -> bench.alarms.list(true).isEmpty());
        bench.run(3000);
        assertThat(bench.alarms.list(false)).hasSize(1);
        assertThat(line.state()).isEqualTo(OutsideLine.State.IDLE);
        assertThat(telephone.state()).isEqualTo(Telephone.State.FREE);
        talk();
    }

    /** A caller and a telephone hear each other. */
    private void talk() {
        try {
            bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
            Bench.Call caller = bench.arrives(1000);
            Bench.Call person = ring();
            bench.run(500);
            bench.far.offHook(1);
            person.awaits(CallEvent.Answered.class, 100);
            caller.leg.answer();
            bench.join(caller, person);
            bench.run(1000);
            hearEachOther(11);
            bench.far.hangUp(1, HangUpSignal.BUSY_TONE);
        } catch (SimulatorFault wrong) {
            throw new AssertionError(wrong);
        }
    }

    private void hearEachOther(long seed) throws SimulatorFault {
        short[] down = Sounds.speech(2, seed);
        short[] up = Sounds.speech(2, seed + 1);
        bench.far.say(1, down);
        bench.run(2300);
        bench.far.sayInto(1, up);
        bench.run(2300);
        assertThat(Sounds.contains(bench.far.earpiece(1), down)).isGreaterThan(0.99);
        assertThat(Sounds.contains(bench.far.heard(1), up)).isGreaterThan(0.99);
    }

    private Bench.Call ring() {
        return bench.call(inbox -> telephone.ring(new RingRequest(CallerId.UNKNOWN, "c1", false, null), inbox));
    }

    @Test
    void anOutsideLinesChipThatIsNotThere() {
        suffers(lineChip, Damage.ABSENT, "portAbsent", "fxo:1");
        assertThat(line.state()).isEqualTo(OutsideLine.State.DEAD);
        assertThat(line.free()).isFalse();
        Bench.Call call = bench.call(inbox -> line.dial("0501112233", null, inbox));
        call.awaits(CallEvent.Gone.class, 100);
        heals(lineChip);
    }

    @Test
    void anOutsideLinesChipThatSaysNothingButZeros() {
        suffers(lineChip, Damage.STUCK_LOW, "portAbsent", "fxo:1");
        heals(lineChip);
    }

    @Test
    void anOutsideLineStruckByLightning() {
        suffers(lineChip, Damage.ISOLATED, "portIsolated", "fxo:1");
        heals(lineChip);
    }

    @Test
    void aTelephonePortsChipThatIsNotThere() {
        suffers(portChip, Damage.ABSENT, "portAbsent", "fxs:1");
        assertThat(telephone.state()).isEqualTo(Telephone.State.UNREACHABLE);
        assertThat(ring().awaits(CallEvent.Gone.class, 100).cause()).isEqualTo(HangupCause.UNREACHABLE);
        heals(portChip);
    }

    @Test
    void aTelephonePortsChipThatSaysNothingButZeros() {
        suffers(portChip, Damage.STUCK_LOW, "portAbsent", "fxs:1");
        heals(portChip);
    }

    @Test
    void aTelephonesWiresThatTouch() {
        suffers(portChip, Damage.SHORTED, "portOverloaded", "fxs:1");
        heals(portChip);
    }

    @Test
    void aModuleThatCannotBeCalibrated() {
        portChip.damage(Damage.ABSENT);
        bench.run(2000);
        portChip.damage(Damage.CALIBRATION_STUCK);
        bench.run(5000);
        assertThat(bench.alarms.list(true)).extracting(Alarm::what).containsExactly("portUncalibrated");
        assertThat(bench.alarms.list(false))
                .as("the module that was missing is there")
                .hasSize(2);
        portChip.damage(Damage.NONE);
        bench.runUntil("healed", 3000, () -> bench.alarms.list(true).isEmpty());
        talk();
    }

    @Test
    void aFaultInATalkEndsItAndTheTelephoneIsToldWhatEverybodyIsTold() throws SimulatorFault {
        bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        caller.leg.answer();
        bench.run(2000);
        lineChip.damage(Damage.ABSENT);
        assertThat(caller.awaits(CallEvent.Gone.class, 1000).cause()).isEqualTo(HangupCause.LOST);
    }

    @Test
    void chipsThatAreResetInATalkAreSetUpAgainAndTheTalkGoesOn() throws SimulatorFault {
        bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        Bench.Call person = ring();
        bench.run(500);
        bench.far.offHook(1);
        person.awaits(CallEvent.Answered.class, 100);
        caller.leg.answer();
        bench.join(caller, person);
        bench.run(3000);
        portChip.reset();
        bench.run(1000);
        assertThat(bench.alarms.list(true)).isEmpty();
        assertThat(bench.alarms.list(false))
                .singleElement()
                .matches(alarm -> alarm.what().equals("portReset"));
        silicon.exchangeChips().getFirst().reset();
        bench.run(1000);
        assertThat(bench.alarms.list(true)).isEmpty();
        assertThat(bench.alarms.list(false))
                .hasSize(2)
                .allMatch(alarm -> alarm.what().equals("portReset"));
        assertThat(bench.board.exchangePairs().getFirst().boxOffHook()).isTrue();
        hearEachOther(21);
        assertThat(caller.seen(CallEvent.Gone.class)).isNull();
        assertThat(person.seen(CallEvent.Gone.class)).isNull();
    }

    @Test
    void anXrunThatExchangesTheHalvesOfTheFramesIsSetRightInATalk() throws SimulatorFault {
        bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        Bench.Call person = ring();
        bench.run(500);
        bench.far.offHook(1);
        person.awaits(CallEvent.Answered.class, 100);
        caller.leg.answer();
        bench.join(caller, person);
        bench.run(2000);
        silicon.highway().xrun(true);
        bench.run(150);
        assertThat(bench.alarms.list(true)).isEmpty();
        assertThat(bench.alarms.list(false)).singleElement().satisfies(alarm -> {
            assertThat(alarm.what()).isEqualTo("soundInterrupted");
            assertThat(alarm.where()).isEqualTo("box");
        });
        hearEachOther(31);
        silicon.highway().xrun(true);
        bench.run(150);
        hearEachOther(41);
        silicon.highway().xrun(false);
        bench.run(150);
        hearEachOther(51);
        assertThat(bench.alarms.list(false)).hasSize(3);
    }
}
