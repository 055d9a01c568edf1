package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringdown.audio.Level;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;
import ringdown.office.Line;

/** A line without dial tone, with a withheld number, and as itself (LINES rules 6 and 16). */
class RawLineTest {
    private final Bench bench = new Bench("UA");
    private final OutsideLine line = bench.edge.line("fxo:1").orElseThrow();

    @AfterEach
    void close() {
        bench.close();
    }

    private void noDialTone() throws SimulatorFault {
        bench.far.exchange(
                1,
                ExchangeChange.habits(new LineHabits(
                        null,
                        new DialToneHabit(DialToneHabit.Kind.NONE, 0),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    @Test
    void onlyALineThatSaysSoIsDialledBlind() throws SimulatorFault {
        noDialTone();
        Bench.Call call = bench.call(inbox -> line.dial("0501112233", null, inbox));
        assertThat(call.awaits(CallEvent.Gone.class, 7000).cause()).isEqualTo(HangupCause.CONGESTION);
        bench.run(30_000);
        bench.dials(new Line.DialMode(false, null, null, null, true));
        Bench.Call blind = bench.call(inbox -> line.dial("0501112233", null, inbox));
        blind.awaits(CallEvent.EarlySound.class, 8000);
        assertThat(bench.noted).contains("no dial tone on fxo:1: dialled blind, as the office file says");
    }

    @Test
    void whereTheInstallerSaysNothingTheCountrysCodeWithholdsTheNumber() throws SimulatorFault {
        try (Bench us = new Bench("US")) {
            OutsideLine american = us.edge.line("fxo:1").orElseThrow();
            assertThat(american.hides()).isTrue();
            Bench.Call call = us.call(inbox -> american.dialHidden("2125550100", inbox));
            call.awaits(CallEvent.EarlySound.class, 9000);
            assertThat(us.far.lineView(1).dialled()).isEqualTo("*672125550100");
        }
    }

    @Test
    void theProvidersCodeWithholdsTheNumber() throws SimulatorFault {
        assertThat(line.hides()).isFalse();
        bench.dials(new Line.DialMode(false, null, null, "*31#"));
        assertThat(line.hides()).isTrue();
        Bench.Call call = bench.call(inbox -> line.dialHidden("0501112233", inbox));
        call.awaits(CallEvent.EarlySound.class, 9000);
        assertThat(bench.far.lineView(1).dialled()).isEqualTo("*31#0501112233");
    }

    @Test
    void theLineItselfGivesItsDialToneAndTakesCodes() throws SimulatorFault {
        Bench.Call call = bench.call(inbox -> line.raw(inbox).orElseThrow());
        call.awaits(CallEvent.Answered.class, 3000);
        bench.run(1000);
        short[] heard = call.heard.heard();
        assertThat(Level.dbm0(heard, heard.length - 4000, 4000)).isGreaterThan(-20);
        for (char key : "*21*0501112233#".toCharArray()) {
            call.leg.sendDigit(key);
        }
        bench.runUntil("the exchange has it all", 6000, () -> dialled().equals("*21*0501112233#"));
        assertThat(line.use()).isEqualTo(OutsideLine.Use.OUT);
        line.forHelp();
        bench.run(50);
        assertThat(line.use()).as("nobody ends it now").isEqualTo(OutsideLine.Use.EMERGENCY);
        call.leg.hangUp(HangupCause.NORMAL);
        bench.run(2500);
        assertThat(bench.far.lineView(1).state()).isEqualTo(LineView.State.IDLE);
    }

    private String dialled() {
        try {
            String digits = bench.far.lineView(1).dialled();
            return digits == null ? "" : digits;
        } catch (SimulatorFault fault) {
            throw new AssertionError(fault);
        }
    }

    @Test
    void withoutDialToneThereIsNoLineToGive() throws SimulatorFault {
        noDialTone();
        Bench.Call call = bench.call(inbox -> line.raw(inbox).orElseThrow());
        assertThat(call.awaits(CallEvent.Gone.class, 6000).cause()).isEqualTo(HangupCause.CONGESTION);
    }
}
