package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** The disk fills while calls go on, and there is room again. Needs a small disk of its own: a tmpfs that only root may mount. */
@Execution(ExecutionMode.CONCURRENT)
class FullDiskTest {
    @Test
    void callsGoOnAlarmIsRaisedAndNothingWrittenIsLost() throws Exception {
        onASmallDisk(48, Office.ofTheContract().withoutGreetings(), FullDiskTest::fills);
    }

    /** L5, SITUATIONS 19: the talk goes on unrecorded, the call says so, an alarm stands, and the next one is recorded again. */
    @Test
    void aTalkThatIsRecordedGoesOnWhenTheDiskFillsAndTheNextOneIsRecordedAgain() throws Exception {
        onASmallDisk(
                128, RecordedTalkTest.office().with("answer: person, ", ""), FullDiskTest::fillsDuringARecordedTalk);
    }

    /** What happens on a disk of so many megabytes. */
    private interface Happens {
        void on(Box box) throws IOException;
    }

    private static void onASmallDisk(int megabytes, Office office, Happens what) throws Exception {
        try (Box box = Box.of(office, "2026-11-23T10:00:00+02:00")) {
            Files.createDirectories(box.data());
            assumeTrue(
                    run(
                            "mount",
                            "-t",
                            "tmpfs",
                            "-o",
                            "size=" + megabytes + "m",
                            "ringdown-proof",
                            box.data().toString()),
                    "may not mount a disk");
            try {
                what.on(box);
            } finally {
                box.process().destroyForcibly().waitFor();
                run("umount", "-l", box.data().toString());
            }
        }
    }

    private static void fills(Box box) throws IOException {
        box.start();
        gaveUp(box, "+380671330001");
        Path ballast = box.data().resolve("ballast");
        fill(ballast);
        Line line = box.line(1);
        box.telephone(1).isQuiet();
        line.rings("+380671330002", "etsi-before-ring");
        fill(ballast); // whatever the box has tidied away meanwhile
        box.telephone(1).isRung().lifts();
        fill(ballast);
        line.isAnswered().listens(3);
        fill(ballast);
        line.hangsUp();
        box.telephone(1).hangsUp();
        line.isFree();
        List<JsonNode> alarms = Until.holds(
                "an alarm",
                () -> box.api().list("/api/alarms?state=open"),
                a -> a.stream()
                        .anyMatch(x -> x.path("what").asString().toLowerCase().contains("disk")));
        assertThat(alarms).isNotEmpty();
        assertThat(box.callsOf("+380671330001")).hasSize(1);
        Files.delete(ballast);
        Until.holds(
                "the alarm heals",
                () -> box.api().list("/api/alarms?state=open"),
                a -> a.stream()
                        .noneMatch(x -> x.path("what").asString().toLowerCase().contains("disk")));
        gaveUp(box, "+380671330003");
        assertThat(box.callsOf("+380671330002").getFirst().path("outcome").asString())
                .isEqualTo("talked");
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        box.dies();
        box.again("2026-11-23T10:10:00+02:00");
        assertThat(box.callsOf("+380671330001")).hasSize(1);
        assertThat(box.callsOf("+380671330002")).hasSize(1);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    private static void fillsDuringARecordedTalk(Box box) throws IOException {
        box.start();
        Path ballast = box.data().resolve("ballast");
        try (SwiftPhone ivan = SwiftPhone.registers(box, "202")) {
            Line line = box.line(2).clear();
            SipCall his = talks(line, ivan, "+380671330004");
            line.says(RecordedTalkTest.CALLER);
            his.hears(3);
            recorded(box, "+380671330004");
            fill(ballast);
            stands(box, true);
            his.says(RecordedTalkTest.OFFICE);
            line.fromNow().hears(3);
            short[] said = Speech.of(Speech.LONG_A, 4);
            his.fromNow();
            line.says(said);
            his.hears(2.5);
            his.hangsUp();
            line.hangsUp().isFree();
            JsonNode call = box.endedCall("+380671330004");
            assertThat(call.path("outcome").asString()).isEqualTo("talked");
            assertThat(call.path("events").toString()).contains("recording stopped: the disk is full");
            Files.delete(ballast);
            stands(box, false);
            his = talks(line, ivan, "+380671330005");
            line.says(RecordedTalkTest.CALLER);
            his.hears(3);
            his.hangsUp();
            line.hangsUp().isFree();
            Taped taped = Taped.of(box.as("quality", "hears-them-all")
                    .send("GET", recorded(box, "+380671330005"), new byte[0], null)
                    .body());
            assertThat(taped.hasLeft(RecordedTalkTest.CALLER)).isTrue();
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }

    private static SipCall talks(Line line, SwiftPhone ivan, String number) {
        line.rings(number, "etsi-before-ring");
        SipCall his = ivan.isRung().lifts();
        line.isAnswered().listens(1);
        return his;
    }

    private static String recorded(Box box, String number) {
        return Until.holds(
                "the call names its recording",
                () -> box.callsOf(number).getFirst().path("recording").asString(""),
                address -> !address.isEmpty());
    }

    private static void stands(Box box, boolean stopped) {
        Until.holds(
                "recordingStopped: " + stopped,
                () -> box.api().list("/api/alarms?state=open"),
                alarms -> stopped
                        == alarms.stream()
                                .anyMatch(one -> one.path("what").asString().equals("recordingStopped")));
    }

    private static void gaveUp(Box box, String number) {
        Line line = box.line(1).rings(number, "etsi-before-ring");
        Until.holds("written", () -> box.callsOf(number), c -> !c.isEmpty());
        line.hangsUp().isFree();
        assertThat(box.endedCall(number).path("outcome").asString()).isEqualTo("gaveUp");
    }

    private static void fill(Path file) {
        byte[] block = new byte[1 << 16];
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
