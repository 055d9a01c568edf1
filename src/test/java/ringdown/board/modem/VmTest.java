package ringdown.board.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringdown.Installed;
import ringdown.Patience;

/**
 * The emulator is a modem to a program that nobody here has written: {@code vm} of Debian's mgetty-voice plays, records, dials, beeps and
 * speaks both ways through it (facts §5.6).
 */
@Execution(ExecutionMode.CONCURRENT)
class VmTest {
    /** RMD1, the modem's name, compression, speed, bits; then 8-bit samples. */
    private static final int RMD_HEADER = 32;

    /** By this name, one of many that it knows, vm takes its dialogue of V.253 and no maker's own of before. */
    private static final String OF_V253 = "AEIGPM560LKTF1  Voice V2 V92cap";

    private Path vm;

    @TempDir
    Path folder;

    @BeforeEach
    void installed() {
        vm = Installed.program("vm");
    }

    private ModemEmulator modem(boolean usr) {
        EmulatedModel model = usr ? EmulatedModel.usr5637(true) : EmulatedModel.cx93010(true);
        return ModemEmulator.at(folder.resolve("modem"), model.named(OF_V253));
    }

    private int vm(ModemEmulator modem, String job, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(vm.toString(), job, "-l", modem.terminal(), "-t"));
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("vm.log").toFile())
                .start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("vm does not end: " + Files.readString(folder.resolve("vm.log")));
        }
        return process.exitValue();
    }

    /** A staircase of levels that any form of sound carries. */
    private Path sound(int samples) throws IOException {
        byte[] file = new byte[RMD_HEADER + samples];
        byte[] head = "RMD1V253modem".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        file[21] = 8;
        file[22] = 0x1F;
        file[23] = 0x40;
        file[24] = 8;
        for (int i = 0; i < samples; i++) {
            file[RMD_HEADER + i] = (byte) (0x80 + 100 * Math.sin(i / 9.0));
        }
        return Files.write(folder.resolve("said.rmd"), file);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void vmPlaysAndTheFarEndHearsAllOfIt(boolean usr) throws Exception {
        try (ModemEmulator modem = modem(usr)) {
            assertThat(vm(modem, "play", sound(16_000).toString())).isZero();
            double loud = loud(modem.heard());
            assertThat(loud).as("samples that are not silence").isBetween(15_200.0, 16_000.0);
            Patience.until("it is on hook", () -> !modem.offHook());
        }
    }

    private static double loud(short[] sound) {
        int count = 0;
        for (short sample : sound) {
            count += Math.abs(sample) > 700 ? 1 : 0;
        }
        return count;
    }

    @Test
    void vmRecordsWhatTheFarEndSays() throws Exception {
        try (ModemEmulator modem = modem(false)) {
            modem.exchange.rings();
            short[] said = new short[40_000];
            for (int i = 0; i < said.length; i++) {
                said[i] = (short) (20_000 * Math.sin(i / 5.0));
            }
            modem.says(said);
            Path file = folder.resolve("heard.rmd");
            assertThat(vm(modem, "record", "-L", "3", file.toString())).isZero();
            byte[] all = Files.readAllBytes(file);
            assertThat(all.length)
                    .as("three seconds of 8000 octets, as vm counts them on a machine with other work")
                    .isBetween(12_000, 80_000);
            int peak = 0;
            for (byte octet : Arrays.copyOfRange(all, RMD_HEADER, all.length)) {
                peak = Math.max(peak, Math.abs((octet & 0xFF) - 0x80));
            }
            assertThat(peak).isBetween(70, 82);
        }
    }

    @Test
    void vmDialsAndBeeps() throws Exception {
        try (ModemEmulator modem = modem(true)) {
            assertThat(vm(modem, "beep")).isZero();
            assertThat(modem.commands()).anyMatch(command -> command.startsWith("AT+VTS=["));
            assertThat(vm(modem, "dial", "112233")).isZero();
            assertThat(modem.commands()).contains("ATD112233");
        }
    }

    @Test
    void vmSpeaksBothWays() throws Exception {
        try (ModemEmulator modem = modem(false)) {
            vm(
                    modem,
                    "duplex",
                    sound(8000).toString(),
                    folder.resolve("both.rmd").toString());
            assertThat(modem.commands()).contains("AT+VTR");
            assertThat(loud(modem.heard())).isGreaterThan(4000);
            assertThat(Files.size(folder.resolve("both.rmd"))).isGreaterThan(4000);
            Patience.until("it is on hook", () -> !modem.offHook());
        }
    }
}
