package ringdown.audio.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ringdown.audio.SpandspPeer;

class DtmfLimitsTest {
    private static final Pattern COUNT = Pattern.compile("DTMF \"[^\"]*\" \\((\\d+)\\)");

    @Test
    void theReceiverHasAtLeastTheLimitsThatLibspandspReachesOnItsOwnTest() {
        DtmfLimits ours = DtmfLimits.of(sound -> DtmfTest.read(sound).length());
        assertThat(ours.normalTwist()).as("%s", ours).isGreaterThanOrEqualTo(8.0);
        assertThat(ours.reverseTwist()).as("%s", ours).isGreaterThanOrEqualTo(4.0);
        assertThat(ours.range()).as("%s", ours).isGreaterThanOrEqualTo(39);
        assertThat(ours.guardMillis()).as("%s", ours).isBetween(20.0, 28.0);
        assertThat(ours.noise()).as("%s", ours).isLessThanOrEqualTo(9);
    }

    @Test
    void onTheSameSoundsItIsNoWorseThanLibspandsp() {
        DtmfLimits peer = DtmfLimits.of(DtmfLimitsTest::readByPeer);
        DtmfLimits ours = DtmfLimits.of(sound -> DtmfTest.read(sound).length());
        assertThat(ours.normalTwist()).as("%s against %s", ours, peer).isGreaterThanOrEqualTo(peer.normalTwist());
        assertThat(ours.reverseTwist()).as("%s against %s", ours, peer).isGreaterThanOrEqualTo(peer.reverseTwist());
        assertThat(ours.range()).as("%s against %s", ours, peer).isGreaterThanOrEqualTo(peer.range());
        assertThat(ours.guardMillis()).as("%s against %s", ours, peer).isLessThanOrEqualTo(peer.guardMillis() + 1);
        assertThat(ours.noise()).as("%s against %s", ours, peer).isLessThanOrEqualTo(peer.noise());
    }

    private static int readByPeer(short[] sound) {
        Matcher said = COUNT.matcher(SpandspPeer.hear(sound, "dec-dtmf", "OUT"));
        assertThat(said.find()).isTrue();
        return Integer.parseInt(said.group(1));
    }
}
