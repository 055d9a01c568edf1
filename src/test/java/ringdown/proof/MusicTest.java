package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.audio.Level;
import ringdown.audio.Wav;
import tools.jackson.databind.JsonNode;

/** Callers who wait or are held hear the office's own music, and never silence. */
@Execution(ExecutionMode.CONCURRENT)
class MusicTest {
    private static final String MONDAY = "2026-11-23T10:00:00+02:00";
    private static final short[] WALTZ = Speech.of(Speech.LONG_A, 8);
    private static final short[] MARCH = Speech.of(Speech.LONG_B, 8);
    private static final double SAME = 0.9;
    private static final Office OFFICE = new Office("""
            office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv, music: waltz}
            accounts:
              - {name: installer, role: installer, password: change-me-now}
            hours: {week: {mon-fri: "09:00-18:00"}}
            people:
              - {extension: 201, name: Олена Коваленко, phones: [sip], secret: s3cret-201}
              - {extension: 203, name: Марія Шевченко, phones: ["fxs:2"]}
            teams:
              - {name: desk, members: [203], head: 203}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: front}
              - {port: "fxo:2", number: "+380441230002", script: front}
            scripts:
              front:
                stages:
                  - {queue: team desk, for: 100s, music: march}
                otherwise: message
              olena: {stages: [{ring: 201, for: 60s}], otherwise: message}
            classes: [{name: friend, script: olena}]
            contacts: [{name: Друг, numbers: ["+380671190005"], class: friend}]
            """);

    private static int put(Box box, String name, byte[] body) {
        return box.api().send("PUT", "/api/music/" + name, body, "audio/wav").statusCode();
    }

    private static JsonNode piece(Box box, String name) {
        return box.api().list("/api/music").stream()
                .filter(piece -> piece.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Quieter than it should be, to see that it is brought to its level. */
    private static short[] quiet(short[] sound) {
        short[] quiet = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            quiet[i] = (short) (sound[i] / 8);
        }
        return quiet;
    }

    private static void hears(Line line, short[] music) {
        line.fromNow();
        Until.holds("the music", () -> Hearing.alike(music, line.heard(), 2), alike -> alike > SAME);
    }

    @Test
    void whoWaitsAndWhoIsHeldHearsTheOfficesOwnMusicAndTheShippedOneOnceItIsDeleted() {
        try (Box box = Box.running(OFFICE, MONDAY);
                Phone olena = Phone.registers(box, "201", "pcma/8000", "Good morning, this is Olena.")) {
            assertThat(piece(box, "waltz").path("source").asString()).isEqualTo("missing");
            box.api().sound("PUT", "/api/music/waltz", quiet(WALTZ));
            box.api().sound("PUT", "/api/music/march", quiet(MARCH));
            box.stop();
            box.again("2026-11-23T10:05:00+02:00");
            assertThat(Level.dbm0(box.api().sound("/api/music/waltz"))).isBetween(-26.5, -25.5);
            assertThat(piece(box, "march").path("usedBy").toString()).contains("scripts.front.stages[0].music");
            Handset maria = box.telephone(2);
            box.line(1).clear().rings("+380671190001");
            maria.isRung().lifts();
            Line waits = box.line(2).clear().rings("+380671190002").isAnswered();
            hears(waits, MARCH);
            assertThat(Hearing.same(WALTZ, waits.heard(), 2)).isLessThan(SAME);
            maria.hangsUp();
            maria.isRung().lifts();
            waits.hangsUp().isFree();
            box.endedCall("+380671190002");
            maria.hangsUp();
            Until.holds("registered again", () -> box.registered("201"));
            Until.holds("free", () -> box.person("203").path("state").asString(), "free"::equals);
            box.line(2).rings("+380671190005", "etsi-before-ring");
            olena.isRung().answers().holds();
            hears(box.line(2).isAnswered(), WALTZ); // held by a SIP telephone, on the line's copper
            box.line(2).hangsUp().isFree();
            box.endedCall("+380671190005");
            olena.isQuiet();
            olena.dials("203");
            maria.isRung().lifts();
            olena.isTalking();
            maria.flashes();
            olena.fromNow();
            Until.holds("held, she hears it", () -> Hearing.alike(WALTZ, olena.heard(), 2), alike -> alike > SAME);
            olena.hangsUp();
            maria.hangsUp();
            deletedMusicIsReplaced(box, maria);
        }
    }

    private static void deletedMusicIsReplaced(Box box, Handset maria) {
        short[] shipped = box.api().sound("/api/music/shipped");
        for (String name : List.of("march", "waltz")) {
            assertThat(box.api()
                            .send("DELETE", "/api/music/" + name, new byte[0], null)
                            .statusCode())
                    .isEqualTo(204);
        }
        box.line(1).hangsUp().isFree().rings("+380671190003");
        maria.isRung().lifts();
        Line waits = box.line(2).rings("+380671190004").isAnswered();
        hears(waits, shipped);
    }

    /** On a small disk of its own, which only root may mount; elsewhere without its last part. */
    @Test
    void whatIsNoMusicIsRefusedAndWhatWasPlayedBeforeStays() throws Exception {
        try (Box box = Box.of(OFFICE, MONDAY)) {
            Files.createDirectories(box.data());
            String disk = box.data().toString();
            boolean small = run("mount", "-t", "tmpfs", "-o", "size=48m", "ringdown-music", disk);
            try {
                box.start();
                whatIsNoMusicIsRefused(box, small);
            } finally {
                box.process().destroyForcibly().waitFor();
                run("umount", "-l", disk);
            }
        }
    }

    private static void whatIsNoMusicIsRefused(Box box, boolean small) throws IOException {
        box.api().sound("PUT", "/api/music/waltz", WALTZ);
        short[] kept = box.api().sound("/api/music/waltz");
        assertThat(put(box, "waltz", new byte[] {1, 2, 3})).isEqualTo(415);
        assertThat(put(box, "waltz", Wav.bytes(new short[16_000]))).as("silent").isEqualTo(422);
        assertThat(put(box, "waltz", Wav.bytes(new short[400]))).isEqualTo(422);
        assertThat(put(box, "waltz", Wav.bytes(new short[700 * 8000]))).isEqualTo(422);
        assertThat(put(box, "waltz", new byte[33 << 20])).isEqualTo(413);
        assertThat(put(box, "shipped", Wav.bytes(WALTZ))).isEqualTo(422);
        assertThat(put(box, "..%2Foffice", Wav.bytes(WALTZ))).isBetween(400, 422);
        assertThat(box.api().sound("/api/music/waltz")).isEqualTo(kept);
        byte[] file = OFFICE.yaml().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        JsonNode checked = box.api().file("/api/office/check", "application/yaml", file);
        assertThat(StreamSupport.stream(checked.path("warnings").spliterator(), false))
                .anySatisfy(warning -> {
                    assertThat(warning.path("field").asString()).isEqualTo("scripts.front.stages[0].music");
                    assertThat(warning.path("line").asInt()).isEqualTo(16);
                    assertThat(warning.path("what").asString()).contains("no music \"march\"");
                })
                .noneMatch(warning -> warning.path("field").asString("").equals("office.music"));
        if (small) {
            aFullDiskIsSaidSo(box, kept);
        }
    }

    private static void aFullDiskIsSaidSo(Box box, short[] kept) throws IOException {
        fill(box.data().resolve("ballast"));
        assertThat(put(box, "waltz", Wav.bytes(Arrays.copyOf(WALTZ, 590 * 8000))))
                .isEqualTo(507);
        assertThat(box.api().sound("/api/music/waltz")).isEqualTo(kept);
        try (Stream<Path> left = Files.list(box.data().resolve("prompts/music"))) {
            assertThat(left).as("nothing half is left").hasSize(1);
        }
    }

    private static void fill(Path file) {
        byte[] block = new byte[1 << 16];
        try (var out = Files.newOutputStream(file)) {
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
