package ringdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.proof.Ports;

/** How a start that cannot succeed ends: one line a fault, the right exit code, nothing taken and nothing told that would be lost. */
class StartTest {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    private static List<String> faults(String... arguments) {
        OptionReader reader = new OptionReader(List.of(arguments), Map.of());
        assertThat(reader.read().isPresent()).isEqualTo(reader.faults().isEmpty());
        return reader.faults();
    }

    @Test
    void anUnknownOptionIsOneFaultWithItsValue() {
        assertThat(faults("--nope", "1", "--http", "x"))
                .containsExactly("--nope: there is no such option", "--http x: a port is a number from 1 to 65535");
    }

    @Test
    void anAddressOfAnotherMachineIsAFaultOfBind() {
        assertThat(faults("--bind", "203.0.113.7"))
                .containsExactly("--bind 203.0.113.7: this is no address of this machine");
        assertThat(faults("--bind", "0.0.0.0")).isEmpty();
        assertThat(faults("--bind", "127.0.10.2")).isEmpty();
    }

    @Test
    void onlyTheWebPortMayBeChosenByTheSystem() {
        assertThat(faults("--http", "0")).isEmpty();
        assertThat(faults("--sip", "0")).containsExactly("--sip 0: a port is a number from 1 to 65535");
        assertThat(faults("--rtp", "0-100")).containsExactly("--rtp 0-100: a port is a number from 1 to 65535");
    }

    @Test
    void aWebPortInUseIsToldBeforeAnOfficeIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFails(
                    3, "--http " + other.getLocalPort() + ": the port is in use", other.getLocalPort(), free(), rtp());
        }
        assertThat(told).as("no password that the next start would not print").isEmpty();
    }

    @Test
    void modemsMayBeNamedAgainAndAgainAndBesideABoard() {
        OptionReader reader = new OptionReader(
                List.of("--board", "modem:/dev/ttyACM0", "--board=simulated", "--board", "modem:/dev/ttyACM1"),
                Map.of());
        assertThat(reader.read().orElseThrow().board()).hasToString("simulated,modem:/dev/ttyACM0,modem:/dev/ttyACM1");
        OptionReader environment = new OptionReader(List.of(), Map.of("RINGDOWN_BOARD", "modem:/dev/ttyACM0"));
        assertThat(environment.read().orElseThrow().board()).hasToString("modem:/dev/ttyACM0");
        for (String wrong : List.of("modem:", "modem:ttyACM0", "modem:/dev/a,modem:/dev/a", "oak,oak8x", "modem")) {
            OptionReader bad = new OptionReader(List.of("--board", wrong), Map.of());
            assertThat(bad.read()).as(wrong).isEmpty();
            assertThat(bad.faults()).singleElement().asString().startsWith("--board " + wrong + ": ");
        }
    }

    @Test
    void aSipPortInUseIsOneLine() throws Exception {
        try (DatagramSocket other = udp()) {
            assertFails(3, "--sip " + other.getLocalPort() + ": the port is in use", 0, other.getLocalPort(), rtp());
        }
    }

    @Test
    void aDataFolderThatIsAFileIsAWrongOption() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Options options = options(file, 0, free(), rtp());
        assertThatThrownBy(() -> Appliance.start(options, told::add))
                .asInstanceOf(InstanceOfAssertFactories.type(StartFault.class))
                .satisfies(fault -> assertThat(fault.exitCode()).isEqualTo(2))
                .satisfies(fault -> assertThat(fault.lines())
                        .containsExactly(
                                "--data " + file + ": data folder " + file + " cannot be used: it is no folder"));
    }

    private void assertFails(int code, String line, int http, int sip, String rtp) {
        Options options = options(folder.resolve("data"), http, sip, rtp);
        assertThatThrownBy(() -> Appliance.start(options, told::add))
                .asInstanceOf(InstanceOfAssertFactories.type(StartFault.class))
                .satisfies(fault -> assertThat(fault.exitCode()).isEqualTo(code))
                .satisfies(fault -> assertThat(fault.lines()).containsExactly(line));
    }

    private static Options options(Path data, int http, int sip, String rtp) {
        List<String> arguments = List.of(
                "--data", data.toString(), "--http", "" + http, "--sip", "" + sip, "--rtp", rtp, "--board", "none");
        return new OptionReader(arguments, Map.of()).read().orElseThrow();
    }

    private static DatagramSocket udp() throws IOException {
        return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static int free() {
        return Ports.free();
    }

    private static String rtp() {
        int from = Ports.run(100);
        return from + "-" + (from + 99);
    }
}
