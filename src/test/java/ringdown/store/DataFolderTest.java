package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path dir;

    @Test
    void aSecondStartOnTheSameFolderIsRefusedAndHurtsNobody() throws Exception {
        try (Box box = Box.ready(dir, Box.MONDAY)) {
            assertThatThrownBy(() -> new Box(dir, Box.MONDAY))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining(dir.toString())
                    .hasMessageNotContaining("\n");
            box.gaveUp(box.rings(Box.LILY), Box.LILY);
        }
        Box.ready(dir, Box.MONDAY).close();
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws Exception {
        Path file = Files.writeString(dir.resolve("file"), "x");
        assertThatThrownBy(() -> new Box(file, Box.MONDAY))
                .isInstanceOf(DataFolderUnusable.class)
                .hasMessageContaining("file");
    }

    @Test
    void aDatabaseThatIsNoneIsNamedAndLeftAlone() throws Exception {
        byte[] noise = new byte[9000];
        new Random(1).nextBytes(noise);
        Files.write(dir.resolve("ringdown.db"), noise);
        assertThatThrownBy(() -> new Box(dir, Box.MONDAY))
                .isInstanceOf(DataDamaged.class)
                .hasMessageContaining("ringdown.db");
        assertThat(Files.readAllBytes(dir.resolve("ringdown.db"))).isEqualTo(noise);
    }

    @Test
    void aDatabaseOfANewerRingdownIsRefused() throws Exception {
        Box.ready(dir, Box.MONDAY).close();
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("ringdown.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=99");
        }
        assertThatThrownBy(() -> new Box(dir, Box.MONDAY)).isInstanceOf(DataFromTheFuture.class);
    }

    @Test
    void closingTwiceIsFine() throws Exception {
        Box box = Box.ready(dir, Box.MONDAY);
        box.close();
        box.store.close();
    }

    @Test
    void aFolderMadeHereIsForItsOwnerOnly() throws Exception {
        Path mine = dir.resolve("new").resolve("data");
        Box.ready(mine, Box.MONDAY).close();
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(mine)))
                .isEqualTo("rwx------");
    }
}
