package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.proof.Faults.Said;
import tools.jackson.databind.JsonNode;

/** CONTRACT §1: options, exit codes, one line a fault, an end in order. */
@Execution(ExecutionMode.CONCURRENT)
class StartAndStopTest {
    private static final String MONDAY = "2026-11-23T10:00:00+02:00";

    /** The program on the box's data, with ports of its own and these options; it is to end by itself. */
    private static Said starts(Box box, String... more) {
        List<String> all = new ArrayList<>(List.of("run", "--data", box.data().toString(), "--http", "0"));
        all.addAll(List.of("--sip", "" + Ports.free(), "--rtp", Faults.rtp()));
        all.addAll(List.of(more));
        return Faults.of(box, all.toArray(String[]::new));
    }

    @Test
    void everyWrongOptionIsNamedInItsOwnLineAndTheExitCodeIs2() {
        try (Box box = Box.of(Office.ofTheContract(), MONDAY)) {
            Said said = Faults.of(
                    box,
                    "run",
                    "--data",
                    box.data().toString(),
                    "--http",
                    "eighty",
                    "--sip",
                    "70000",
                    "--rtp",
                    "200-100",
                    "--clock",
                    "yesterday",
                    "--board",
                    "pine",
                    "--bind",
                    "not an address",
                    "--wings",
                    "2",
                    "--office",
                    "/nowhere/office.yaml");
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.output()).isEmpty();
            for (String option : List.of("--http", "--sip", "--rtp", "--clock", "--board", "--bind", "--wings")) {
                assertThat(said.lines())
                        .as(option)
                        .filteredOn(line -> line.contains(option))
                        .hasSize(1);
            }
        }
    }

    @Test
    void aMissingOfficeFileIsNamed() {
        try (Box box = Box.of(Office.ofTheContract(), MONDAY)) {
            Said said = starts(box, "--office", "/nowhere/office.yaml");
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.lines()).singleElement().asString().contains("/nowhere/office.yaml");
        }
    }

    @Test
    void anOfficeFileWithoutEndIsRefusedInOneLine() {
        try (Box box = Box.of(Office.ofTheContract(), MONDAY)) {
            Said said = starts(box, "--office", "/dev/zero");
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.lines()).singleElement().asString().contains("larger than 20 MB");
        }
    }

    @Test
    void everyFaultOfAnOfficeFileIsNamedWithItsLine() {
        Office faulty = Office.ofTheContract()
                .with("extension: 203,", "extension: 102,")
                .with("members: [201, 202]", "members: [201, 299]")
                .with("script: front}\n  - {port: \"fxo:2\"", "script: nowhere}\n  - {port: \"fxo:2\"")
                .with("askRating: true", "askRatings: true");
        try (Box box = Box.of(faulty, MONDAY)) {
            Said said = starts(box, "--office", box.officeFile.toString());
            assertThat(said.code()).isEqualTo(2);
            for (String word : List.of("102", "299", "nowhere", "askRatings")) {
                int line = 1
                        + faulty.yaml()
                                .lines()
                                .toList()
                                .indexOf(faulty.yaml()
                                        .lines()
                                        .filter(text -> text.contains(word))
                                        .findFirst()
                                        .orElseThrow());
                assertThat(said.lines())
                        .as(word)
                        .anyMatch(text -> text.contains(word) && text.matches(".*\\b" + line + "\\b.*"));
            }
        }
    }

    @Test
    void aPortInUseIsSaidInOneLineAndTheExitCodeIs3() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (Box box = Box.of(Office.ofTheContract(), MONDAY);
                ServerSocket web = new ServerSocket(0, 1, here);
                DatagramSocket sip = new DatagramSocket(Ports.free(), here)) {
            Said noWeb = Faults.of(
                    box,
                    "run",
                    "--data",
                    box.data().toString(),
                    "--office",
                    box.officeFile.toString(),
                    "--http",
                    "" + web.getLocalPort(),
                    "--sip",
                    "" + Ports.free(),
                    "--rtp",
                    Faults.rtp());
            assertThat(noWeb.code()).isEqualTo(3);
            assertThat(noWeb.lines()).anyMatch(line -> line.contains("--http"));
            Said noSip = Faults.of(
                    box,
                    "run",
                    "--data",
                    box.data().toString(),
                    "--office",
                    box.officeFile.toString(),
                    "--http",
                    "0",
                    "--sip",
                    "" + sip.getLocalPort(),
                    "--rtp",
                    Faults.rtp());
            assertThat(noSip.code()).isEqualTo(3);
            assertThat(noSip.lines()).anyMatch(line -> line.contains("--sip"));
        }
    }

    @Test
    void aSecondStartOnTheSameDataIsRefusedAndAnEarlierClockBeginsAtTheNewestRecord() {
        try (Box box = Box.running(Office.ofTheContract(), MONDAY)) {
            Said second = Faults.of(
                    box.folder.resolve("second"),
                    box,
                    "run",
                    "--data",
                    box.data().toString(),
                    "--http",
                    "0",
                    "--sip",
                    "" + Ports.free(),
                    "--rtp",
                    Faults.rtp());
            assertThat(second.code()).isEqualTo(3);
            assertThat(second.lines()).singleElement().asString().contains("--data");
            box.clockReads("2026-11-24T11:00:00+02:00");
            box.line(1).rings("+380671110999").is("talking", "ringing");
            Until.holds("the call is written", () -> box.callsOf("+380671110999"), calls -> !calls.isEmpty());
            box.line(1).hangsUp();
            box.endedCall("+380671110999");
            assertThat(box.stop()).isZero();
            box.again(MONDAY);
            assertThat(box.errors()).contains("--clock").contains("2026-11-24");
            assertThat(box.errors()).contains("--office");
            box.line(1).rings("+380671110998");
            JsonNode call = Until.holds(
                            "the call is written", () -> box.callsOf("+380671110998"), calls -> !calls.isEmpty())
                    .getFirst();
            assertThat(call.path("startedAt").asString()).startsWith("2026-11-24T11:");
        }
    }

    /** What an older Ringdown took and this one would not is left out and said; a box that ran yesterday takes calls today. */
    @Test
    void anOfficeKeptThatNoLongerHoldsIsUsedAsFarAsItGoes() throws SQLException {
        try (Box box = Box.running(Office.ofTheContract(), MONDAY)) {
            byte[] good =
                    box.api().send("GET", "/api/office", new byte[0], null).body();
            assertThat(box.stop()).isZero();
            String url = "jdbc:sqlite:" + box.data().resolve("ringdown.db");
            try (Connection db = DriverManager.getConnection(url);
                    Statement statement = db.createStatement()) {
                statement.execute("UPDATE office SET text = text || char(10) || 'targets: {lost: 2}' || char(10)"
                        + " || 'topics: [{name: invoice, level: 1, solver: 999}]' || char(10)");
            }
            box.again("2026-11-23T10:30:00+02:00");
            assertThat(box.errors())
                    .contains("the office kept, left out: ")
                    .contains("targets")
                    .contains("999");
            Until.holds(
                    "the alarm",
                    () -> box.api().get("/api/alarms?state=open").toString(),
                    alarms -> alarms.contains("officeDoubtful"));
            box.line(1).rings("+380671110997").isAnswered();
            box.telephone(1).isRung().lifts();
            Until.holds(
                    "they talk",
                    () -> box.callsOf("+380671110997")
                            .getFirst()
                            .path("outcome")
                            .asString(),
                    "talking"::equals);
            box.line(1).hangsUp();
            assertThat(box.endedCall("+380671110997").path("outcome").asString())
                    .isEqualTo("talked");
            assertThat(box.api()
                            .send("PUT", "/api/office", good, "application/yaml")
                            .statusCode())
                    .isEqualTo(200);
            Until.holds(
                    "it is mended",
                    () -> box.api().get("/api/alarms?state=open").toString(),
                    alarms -> !alarms.contains("officeDoubtful"));
        }
    }

    @Test
    void sigtermEndsLiveCallsInOrderAndKeepsThem() {
        try (Box box = Box.running(Office.ofTheContract(), MONDAY)) {
            box.line(1).rings("+380671110997").isAnswered();
            Handset manager = box.telephone(1);
            manager.isRung().lifts();
            Until.holds(
                    "they talk",
                    () -> box.callsOf("+380671110997")
                            .getFirst()
                            .path("outcome")
                            .asString(),
                    "talking"::equals);
            assertThat(box.stop()).isZero();
            assertThat(Files.exists(box.data())).isTrue();
            box.again("2026-11-23T10:30:00+02:00");
            JsonNode call = box.callsOf("+380671110997").getFirst();
            assertThat(call.path("outcome").asString()).isEqualTo("talked");
            assertThat(call.path("endedAt").isNull()).isFalse();
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
            assertThat(box.api().list("/api/ledger/deaf"))
                    .anyMatch(d -> d.path("cause").asString().equals("stopped"));
        }
    }

    /** A program that lives on and serves nobody would never be started again by its service. */
    @Test
    void aStartThatFailsForAReasonNobodyForesawEndsTheProgram() throws SQLException {
        try (Box box = Box.running(Office.ofTheContract(), MONDAY)) {
            assertThat(box.stop()).isZero();
            try (Connection db = DriverManager.getConnection(
                            "jdbc:sqlite:" + box.data().resolve("ringdown.db"));
                    Statement sql = db.createStatement()) {
                sql.execute("DROP TABLE lamps_lit");
            }
            Said said = starts(box);
            assertThat(said.code()).isEqualTo(70);
            assertThat(said.errors()).contains("lamps_lit");
        }
    }

    @Test
    void anOfficeThatNobodyCanChangeIsTakenAndSaidToBeSo() {
        Office office = Office.ofTheContract().with("role: installer", "role: director");
        try (Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            assertThat(box.errors()).contains("accounts: no installer with a password");
            assertThat(box.api().get("/api/health").path("installer").asBoolean(true))
                    .isFalse();
        }
    }
}
