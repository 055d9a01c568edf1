package ringdown.board.hat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoardProfileTest {
    @Test
    void anOakHasOneLineAndOneTelephone() {
        BoardProfile oak = BoardProfile.of("oak");
        assertThat(oak.resetPin()).isEqualTo(17);
        assertThat(oak.spiHertz()).isEqualTo(5_000_000);
        assertThat(oak.sync()).isNull();
        assertThat(oak.sockets())
                .containsExactly(new Socket(1, Module.FXO, 1, 0, 1), new Socket(1, Module.FXS, 0, 0, 0));
    }

    @Test
    void anOak8xHasTwoChainsOfFourSocketsForAnyModule() {
        BoardProfile oak8x = BoardProfile.of("oak8x");
        assertThat(oak8x.sync()).isEqualTo(new BoardProfile.Sync(2, 3));
        assertThat(oak8x.spiHertz()).isEqualTo(7_000_000);
        assertThat(oak8x.sockets()).hasSize(8).allSatisfy(socket -> {
            assertThat(socket.fixed()).isNull();
            assertThat(socket.select() * 4 + socket.position()).isEqualTo(socket.number() - 1);
            assertThat(socket.slot()).isEqualTo(socket.number() - 1);
        });
    }

    @Test
    void twoModulesInOnePlaceOrSlotAreNoBoard() {
        String head = "card X\nspi 0 5000000\nreset 17\nany:1 0 0 0\n";
        assertThat(BoardProfile.parse("x", head).sockets()).hasSize(1);
        assertThatThrownBy(() -> BoardProfile.parse("x", head + "any:2 0 0 1")).hasMessageContaining("place");
        assertThatThrownBy(() -> BoardProfile.parse("x", head + "any:2 0 1 0")).hasMessageContaining("slot");
        assertThatThrownBy(() -> BoardProfile.parse("x", head + "any:2 0 1 8")).hasMessageContaining("socket");
        assertThatThrownBy(() -> BoardProfile.parse("x", head + "some:2 0 1 1")).hasMessageContaining("some:2");
        assertThatThrownBy(() -> BoardProfile.of("oak9")).isInstanceOf(IllegalArgumentException.class);
    }
}
