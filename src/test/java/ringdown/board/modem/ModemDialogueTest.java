package ringdown.board.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.audio.callerid.CallerIdMessage;
import ringdown.clock.BoxClock;
import ringdown.line.Fault;

/** The driver and the emulator, without anything above: who calls, what is heard, what is dialled, what goes wrong. */
@Execution(ExecutionMode.CONCURRENT)
class ModemDialogueTest {
    /** As termios codes it. */
    private static final int SPEED_57600 = 0x1001;

    @TempDir
    Path folder;

    /** A modem's port, moved by frames as the media clock does. */
    private final class Bench implements AutoCloseable {
        final BoxClock clock = new BoxClock(() -> true);
        final ModemEmulator modem;
        final ModemBoard board;
        final ModemPort port;
        final List<CallerIdMessage> callers = new ArrayList<>();
        final StringBuilder keys = new StringBuilder();
        final short[] frame = new short[80];
        short[] speaks = {};
        int spoken;
        short[] heard = new short[8000 * 100];
        int length;
        int rings;
        boolean rang;

        Bench(EmulatedModel model) {
            modem = ModemEmulator.at(folder.resolve("modem"), model);
            board = new ModemBoard(List.of(modem.device()), "UA", clock, null);
            port = (ModemPort) board.fxo().getFirst();
        }

        /** Frames go by until it holds. */
        void until(String what, BooleanSupplier holds) {
            length = length > heard.length / 2 ? 0 : length;
            passes(5000, holds);
            assertThat(holds.getAsBoolean())
                    .as(what + ", keys " + keys + " " + modem.commands())
                    .isTrue();
        }

        /** So many frames, or fewer once it holds; whether it does. */
        boolean passes(int frames, BooleanSupplier holds) {
            for (int i = 0; i < frames && !holds.getAsBoolean(); i++) {
                tick();
            }
            return holds.getAsBoolean();
        }

        /** Both speak for two seconds; whether each has heard the other all the while. */
        boolean bothAreHeard() {
            length = 0;
            spoken = 0;
            speaks = sine(16_000, 700);
            int before = modem.heard().length;
            modem.says(sine(16_000, 500));
            passes(1000, () -> length > 22_000 && modem.exchange.hasSpoken());
            return isAll(Arrays.copyOf(heard, length)) && isAll(from(modem.heard(), before));
        }

        private static boolean isAll(short[] sound) {
            int loud = loud(sound, sound.length);
            return loud >= 14_000 && loud <= 16_200;
        }

        /** We speak for a second; whether it is heard. */
        boolean weAreHeard() {
            spoken = 0;
            speaks = sine(8000, 1400);
            int before = modem.heard().length;
            return passes(500, () -> loud(from(modem.heard(), before)) > 7300);
        }

        /** They speak for three seconds; whether most of it is heard. */
        boolean theyAreHeard() {
            length = 0;
            modem.says(sine(24_000, 600));
            passes(500, () -> length > 32_000);
            return loud(heard, length) > 15_000;
        }

        void tick() {
            board.await();
            port.receive(frame);
            System.arraycopy(frame, 0, heard, length, 80);
            length += 80;
            rings += port.ringing() && !rang ? 1 : 0;
            rang = port.ringing();
            CallerIdHeard who = port.caller();
            if (who instanceof CallerIdHeard.Received received) {
                callers.add(received.message());
            }
            for (char key = port.key(); key != 0; key = port.key()) {
                keys.append(key);
            }
            if (spoken + 80 <= speaks.length) {
                System.arraycopy(speaks, spoken, frame, 0, 80);
                spoken += 80;
                port.send(frame);
            }
        }

        @Override
        public void close() {
            board.close();
            modem.close();
            clock.close();
        }
    }

    private static short[] sine(int samples, double hertz) {
        short[] all = new short[samples];
        for (int i = 0; i < samples; i++) {
            all[i] = (short) (8000 * Math.sin(2 * Math.PI * hertz * i / 8000));
        }
        return all;
    }

    /** A modem has its own clock, and a busy machine stands still now and then: what was lost then is said again. */
    private static boolean soon(BooleanSupplier said) {
        boolean heard = false;
        for (int tries = 0; tries < 8 && !heard; tries++) {
            heard = said.getAsBoolean();
        }
        return heard;
    }

    private static short[] from(short[] sound, int at) {
        return Arrays.copyOfRange(sound, Math.min(at, sound.length), sound.length);
    }

    private static int loud(short[] sound) {
        return loud(sound, sound.length);
    }

    private static int loud(short[] sound, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += Math.abs(sound[i]) > 700 ? 1 : 0;
        }
        return count;
    }

    @Test
    void aRingAndWhoCallsAreTold() {
        try (Bench bench = new Bench(EmulatedModel.cx93010(true))) {
            bench.until("well", () -> bench.port.fault() == null);
            bench.modem.rings("DATE = 1122", "TIME=2215", "NMBR = 380501112233", "NAME = LILIYA");
            bench.until("caller ID", () -> !bench.callers.isEmpty());
            assertThat(bench.callers.getFirst().number()).isEqualTo("380501112233");
            assertThat(bench.callers.getFirst().name()).isEqualTo("LILIYA");
            assertThat(bench.callers.getFirst().when()).isEqualTo("11222215");
            bench.until("the second ring", () -> bench.rings == 2);
        }
    }

    @Test
    void soundPassesBothWaysAtOnceAndDigitsGoOutInBetween() {
        try (Bench bench = new Bench(EmulatedModel.usr5637(true))) {
            bench.modem.answersAfter(300);
            bench.port.hook(true);
            bench.until("dial tone", () -> loud(bench.heard, bench.length) > 4000);
            bench.port.dial("*21#", false);
            bench.until("dialled", () -> !bench.port.dialling());
            assertThat(bench.modem.dialled()).isEqualTo("*21#");
            bench.until("answered", bench.modem.exchange::answered);
            assertThat(soon(bench::bothAreHeard)).isTrue();
            bench.modem.presses("5#");
            bench.until("keys", () -> bench.keys.toString().equals("5#"));
            bench.port.hook(false);
            bench.until("on hook", () -> !bench.modem.offHook());
            bench.until("well", () -> bench.port.fault() == null);
        }
    }

    @Test
    void aModemOfOneWayAtATimePlaysAllThatIsSaidAndListensBehindTheTone() {
        try (Bench bench = new Bench(EmulatedModel.cx93010(false))) {
            assertThat(bench.port.duplex()).isFalse();
            bench.modem.exchange.rings();
            bench.port.hook(true);
            bench.until("sound passes", bench.port::sounding);
            assertThat(soon(bench::weAreHeard)).isTrue();
            assertThat(soon(bench::theyAreHeard)).isTrue();
            bench.port.hook(false);
            bench.until("on hook", () -> !bench.modem.offHook());
        }
    }

    @Test
    void pulledOutSilentAndGarbledAreOneFaultEachAndHealByThemselves() {
        try (Bench bench = new Bench(EmulatedModel.cx93010(true))) {
            bench.modem.unplug();
            bench.until("absent", () -> bench.port.fault() == Fault.MODEM_ABSENT);
            bench.modem.garbage = true;
            bench.modem.plug();
            bench.until("garbled", () -> bench.port.fault() == Fault.MODEM_GARBLED);
            bench.modem.garbage = false;
            bench.modem.onlySpeed = SPEED_57600;
            bench.until("healed, at the speed that it wants", () -> bench.port.fault() == null);
            bench.modem.onlySpeed = 0;
            bench.modem.halfAnswers = true;
            bench.until("half an answer", () -> bench.port.fault() == Fault.MODEM_GARBLED);
            bench.modem.halfAnswers = false;
            bench.until("healed", () -> bench.port.fault() == null);
            bench.modem.mute = true;
            bench.until("silent", () -> bench.port.fault() == Fault.MODEM_SILENT);
            bench.modem.mute = false;
            bench.until("healed", () -> bench.port.fault() == null);
        }
    }
}
