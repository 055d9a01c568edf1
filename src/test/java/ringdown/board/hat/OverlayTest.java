package ringdown.board.hat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in board/ for the Pi's own settings, held against the profiles that the program goes by. */
class OverlayTest {
    private static final Path BOARD = Path.of("board");
    /** Chip selects of both boards by number: their pins (facts: the maker's drivers). */
    private static final Map<Integer, Integer> PINS = Map.of(0, 16, 1, 27, 2, 12);

    @TempDir
    Path folder;

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean installed(String program) {
        return Pattern.compile(":")
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static List<Integer> selects(BoardProfile profile) {
        return java.util.stream.Stream.concat(
                        profile.sockets().stream().map(Socket::select),
                        java.util.stream.Stream.ofNullable(profile.sync()).map(BoardProfile.Sync::select))
                .distinct()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oak", "oak8x"})
    void anOverlayCompilesWithoutAWarningAndSaysWhatTheProfileSays(String name) throws Exception {
        assumeTrue(installed("dtc"), "dtc is not installed");
        Path blob = folder.resolve(name + ".dtbo");
        String source = BOARD.resolve("ringdown-" + name + ".dts").toString();
        assertThat(run("dtc", "-@", "-I", "dts", "-O", "dtb", "-o", blob.toString(), source))
                .isEmpty();
        assertThat(Files.readAllBytes(blob)).startsWith(0xD0, 0x0D, 0xFE, 0xED);
        String tree = run("dtc", "-q", "-I", "dtb", "-O", "dts", blob.toString());
        BoardProfile profile = BoardProfile.of(name);
        StringBuilder selects = new StringBuilder();
        for (int select : selects(profile)) {
            selects.append(" 0xffffffff 0x%02x 0x01".formatted(PINS.get(select)));
        }
        assertThat(tree)
                .contains("simple-audio-card,name = \"" + profile.card() + "\"")
                .contains("cs-gpios = <" + selects.toString().strip() + ">")
                .contains("spi-max-frequency = <0x%x>".formatted(profile.spiHertz()));
        assertThat(profile.card()).as("ALSA cuts longer names").hasSizeLessThanOrEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oak", "oak8x"})
    void anEepromLoadsThatOverlayAndKeepsTheChipsInReset(String name) throws IOException {
        List<String> lines = Files.readAllLines(BOARD.resolve("eeprom-" + name + ".txt"));
        assertThat(lines)
                .allMatch(line -> line.matches(
                        "#.*|product_(uuid|id|ver) [0-9a-fx-]+|(vendor|product|dt_blob) \"[^\"]+\"|gpio_(drive|slew|hysteresis) \\d"
                                + "|back_power \\d|setgpio \\d+ (INPUT|OUTPUT|ALT[0-5]) (UP|DOWN|NONE|DEFAULT)"));
        BoardProfile profile = BoardProfile.of(name);
        assertThat(lines)
                .contains("dt_blob \"ringdown-" + name + "\"", "setgpio " + profile.resetPin() + " OUTPUT DOWN");
        for (int select : selects(profile)) {
            assertThat(lines).contains("setgpio " + PINS.get(select) + " OUTPUT UP");
        }
    }

    @Test
    void theModemsRuleNamesItsDevicesAndKeepsOthersAway() throws IOException {
        List<String> lines = Files.readAllLines(BOARD.resolve("70-ringdown-modem.rules"));
        assertThat(lines)
                .allMatch(line -> line.isEmpty()
                        || line.startsWith("#")
                        || line.matches("([A-Z]+(\\{\\w+})?(==|!=|\\+=|=)\"[^\"]*\"(, |$))+"));
        assertThat(String.join("\n", lines))
                .contains("\"0baf\"")
                .contains("ID_MM_DEVICE_IGNORE")
                .contains("GROUP=\"dialout\"")
                .contains("SYMLINK+=\"ringdown/usb-$env{RINGDOWN_MODEM} ");
        assertThat(lines.stream().filter(line -> line.startsWith("ATTRS{idVendor}")))
                .as("the socket's name, of the USB device that the same rule has matched")
                .isNotEmpty()
                .allMatch(line -> line.endsWith("ENV{RINGDOWN_MODEM}=\"$id\""));
    }
}
