package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringdown.audio.Level;
import ringdown.board.simulated.TelephonePair;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.line.FxsCard;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.office.Port;
import ringdown.office.PortUse;

/** What hangs on a telephone's port besides telephones (LINES rule 14). */
class PortUsesTest {
    private final Bench bench = new Bench("UA");
    private final Telephone telephone = bench.edge.telephone("fxs:1").orElseThrow();

    @AfterEach
    void close() {
        bench.close();
    }

    private void port(PortUse.Device use, PortUse.@Nullable Hotline hotline, boolean endTone, boolean reversal) {
        bench.ports(3, new PortUse(new Port(Port.Kind.FXS, 1), use, hotline, endTone, reversal, false));
    }

    private static PortUse.Hotline hotline(String target, int seconds) {
        return new PortUse.Hotline(target, Duration.ofSeconds(seconds));
    }

    private Bench.Call talks() throws SimulatorFault {
        Bench.Call call =
                bench.call(inbox -> telephone.ring(new RingRequest(CallerId.UNKNOWN, "c1", false, null), inbox));
        bench.run(300);
        bench.far.offHook(1);
        call.awaits(CallEvent.Answered.class, 100);
        bench.run(300);
        return call;
    }

    @Test
    void aHotlineCallsAtOnce() throws SimulatorFault {
        port(PortUse.Device.DOOR, hotline("201", 0), false, false);
        bench.far.offHook(1);
        assertThat(bench.arrives(100).arrival).isEqualTo(new Arrival.FromPhone(new Extension("201"), "fxs:1", "201"));
    }

    @Test
    void aHotlineWithATimeCallsWhereNothingIsDialledUntilThen() throws SimulatorFault {
        port(PortUse.Device.TELEPHONE, hotline("team care", 5), true, false);
        bench.far.offHook(1);
        bench.run(4800);
        assertThat(bench.arrived).isEmpty();
        assertThat(((Arrival.FromPhone) java.util.Objects.requireNonNull(bench.arrives(400).arrival)).dialled())
                .isEqualTo("team care");
        bench.far.onHook(1);
        bench.run(1000);
        bench.far.offHook(1);
        bench.run(2000);
        bench.far.pressKeys(1, "202");
        assertThat(((Arrival.FromPhone) java.util.Objects.requireNonNull(bench.arrives(1500).arrival)).dialled())
                .isEqualTo("202");
    }

    @Test
    void aDoorIsToldOfTheEndByAnOpenLoopAtOnce() throws SimulatorFault {
        port(PortUse.Device.DOOR, null, false, false);
        Bench.Call call = talks();
        call.leg.hangUp(HangupCause.NORMAL);
        TelephonePair pair = bench.board.telephonePairs().getFirst();
        bench.runUntil("open loop", 60, () -> pair.feed() == FxsCard.Feed.OPEN);
        bench.runUntil("closed again", 700, () -> pair.feed() == FxsCard.Feed.FORWARD);
        assertThat(bench.far.telephoneView(1).loopOpenMs()).isEqualTo(600);
    }

    @Test
    void theBatteryTurnsWhileACallThatWasDialledThereIsAnswered() throws SimulatorFault {
        port(PortUse.Device.TELEPHONE, null, true, true);
        bench.far.offHook(1);
        bench.run(500);
        bench.far.pressKeys(1, "202");
        Bench.Call call = bench.arrives(1500);
        bench.run(200);
        assertThat(bench.far.telephoneView(1).reversed()).isFalse();
        call.leg.answer();
        bench.run(100);
        assertThat(bench.far.telephoneView(1).reversed()).isTrue();
        call.leg.hangUp(HangupCause.NORMAL);
        bench.run(100);
        assertThat(bench.far.telephoneView(1).reversed()).isFalse();
    }

    @Test
    void anAlarmDeviceMayWaitWithItsFirstDigitAndTelephonesMayNot() throws SimulatorFault {
        port(PortUse.Device.ALARM, null, true, false);
        bench.far.offHook(1);
        bench.far.offHook(2);
        bench.run(16_000);
        short[] alarm = bench.far.earpiece(1);
        assertThat(Level.dbm0(alarm, alarm.length - 4000, 4000)).as("dial tone").isBetween(-14.0, -10.0);
        bench.far.pressKeys(1, "202");
        assertThat(bench.arrives(1500).leg.via()).isEqualTo("fxs:1");
        bench.far.pressKeys(2, "201");
        bench.run(1500);
        assertThat(bench.arrived).as("15 s were over").hasSize(1);
    }

    @Test
    void theNextDigitIsWaitedForFourSeconds() throws SimulatorFault {
        bench.far.offHook(1);
        bench.run(300);
        bench.far.pressKeys(1, "050111");
        bench.run(1200 + 3700);
        assertThat(bench.arrived).isEmpty();
        assertThat(((Arrival.FromPhone) java.util.Objects.requireNonNull(bench.arrives(500).arrival)).dialled())
                .isEqualTo("050111");
    }

    /** A dial takes a second for a 0: whoever turns it in time is waited for, at the first digit and at the next. */
    @Test
    void whoeverTurnsTheDialWhenTheTimeIsOverIsWaitedFor() throws SimulatorFault {
        bench.far.offHook(1);
        bench.run(14_600);
        bench.far.pulse(1, "0");
        bench.run(1000 + 3800);
        bench.far.pulse(1, "5");
        bench.run(500 + 300);
        bench.far.pressKeys(1, "0111");
        bench.run(800 + 3500);
        bench.far.pulse(1, "0");
        assertThat(((Arrival.FromPhone) java.util.Objects.requireNonNull(bench.arrives(6000).arrival)).dialled())
                .isEqualTo("0501110");
    }

    @ParameterizedTest
    @EnumSource(names = {"FAX", "ALARM", "TERMINAL", "DOOR"})
    void noToneOfASecondCallSoundsOverMachinesAndDoors(PortUse.Device use) throws SimulatorFault {
        port(use, null, true, false);
        talks();
        assertThat(telephone.takesSecondCall()).isFalse();
    }

    @Test
    void aTrainOfBreaksInATalkIsDigitsOnlyWhereThePortSaysSo() throws SimulatorFault {
        bench.ports(3, new PortUse(new Port(Port.Kind.FXS, 1), PortUse.Device.TELEPHONE, null, true, false, true));
        Bench.Call call = talks();
        int before = call.heard.heard().length;
        bench.far.pulse(1, "7");
        bench.run(2500);
        assertThat(call.digits()).isEqualTo("7");
        short[] heard = call.heard.heard();
        double loudest = -99;
        for (int at = before; at + 400 <= heard.length; at += 200) {
            loudest = Math.max(loudest, Level.dbm0(heard, at, 400));
        }
        assertThat(loudest).as("the other one hears a tone").isGreaterThan(-12);
        bench.far.onHook(1);
        bench.run(1500);
        bench.ports(3);
        Bench.Call plain = talks();
        bench.far.pulse(1, "7");
        bench.run(2500);
        assertThat(plain.digits()).isEmpty();
        assertThat(plain.seen(CallEvent.Gone.class)).isNull();
    }

    @Test
    void aTelephoneLeftOffTheHookIsAnAlarmUntilItIsLaidDown() throws SimulatorFault {
        talks().leg.hangUp(HangupCause.NORMAL);
        bench.run(42_000);
        assertThat(bench.alarms.list(true)).singleElement().satisfies(alarm -> {
            assertThat(alarm.what()).isEqualTo("leftOffHook");
            assertThat(alarm.where()).isEqualTo("fxs:1");
        });
        bench.far.onHook(1);
        bench.run(1000);
        assertThat(bench.alarms.list(true)).isEmpty();
    }

    /** The installer's minute of silence ends a person's talk, and never an alarm device's. */
    @ParameterizedTest
    @EnumSource(names = {"ALARM", "TELEPHONE"})
    void noSilenceEndsTheTalkOfAnAlarmDevice(PortUse.Device use) throws SimulatorFault {
        bench.release("silence");
        port(use, null, true, false);
        Bench.Call device = talks();
        bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
        Bench.Call line = bench.arrives(3000);
        line.leg.answer();
        bench.run(2500);
        assertThat(line.leg.answered()).isTrue();
        bench.join(device, line);
        bench.run(70_000);
        assertThat(line.seen(CallEvent.Gone.class) == null).isEqualTo(use == PortUse.Device.ALARM);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAX", "ALARM", "TERMINAL"})
    void theKeysOfMachinesAreTheirsAndNoLampMessageDisturbsThem(PortUse.Device use) throws SimulatorFault {
        port(use, null, true, false);
        telephone.lamp(true, 3);
        bench.run(4000);
        assertThat(bench.far.telephoneView(1).messages()).isNull();
        Bench.Call call = talks();
        bench.far.pressKeys(1, "5");
        bench.run(500);
        assertThat(call.digits()).isEmpty();
        short[] heard = call.heard.heard();
        assertThat(Level.dbm0(heard, heard.length - 4000, 1600))
                .as("they pass as they are")
                .isGreaterThan(-20);
    }

    @Test
    void aTelephoneAtRestIsToldByFskHowManyMessagesWaitAndThatNoneDo() throws SimulatorFault {
        telephone.lamp(true, 3);
        bench.runUntil("told", 4000, () -> Integer.valueOf(3).equals(messages()));
        talks();
        telephone.lamp(false, 0);
        bench.run(2000);
        assertThat(messages()).as("not in a talk").isEqualTo(3);
        bench.far.onHook(1);
        bench.runUntil("told", 5000, () -> Integer.valueOf(0).equals(messages()));
    }

    private @Nullable Integer messages() {
        try {
            return bench.far.telephoneView(1).messages();
        } catch (SimulatorFault fault) {
            throw new AssertionError(fault);
        }
    }

    @Test
    void dialToneStuttersWhileNewMessagesWaitAndNoLonger() throws SimulatorFault {
        telephone.lamp(true, 1);
        assertThat(gapsInDialTone()).isGreaterThan(3);
        telephone.lamp(false, 0);
        assertThat(gapsInDialTone()).isZero();
    }

    /** Stretches of 40 ms without a sound, in the second after the handset was lifted. */
    private int gapsInDialTone() throws SimulatorFault {
        bench.run(100);
        bench.far.offHook(1);
        bench.run(1400);
        short[] heard = bench.far.earpiece(1);
        int gaps = 0;
        for (int at = 2000; at + 320 <= heard.length; at += 320) {
            gaps += Level.dbm0(heard, at, 320) < -40 ? 1 : 0;
        }
        bench.far.onHook(1);
        bench.run(1500);
        return gaps;
    }
}
