package ringdown.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Silence of both sides (LINES rule 11). */
class SilenceWatchTest {
    private final SilenceWatch watch = new SilenceWatch();

    private SilenceWatch.Stand passes(int seconds, boolean silent, boolean wished) {
        SilenceWatch.Stand last = SilenceWatch.Stand.NOTHING;
        for (int i = 0; i < seconds * 100; i++) {
            SilenceWatch.Stand now = watch.frame(silent, wished);
            last = now == SilenceWatch.Stand.NOTHING ? last : now;
        }
        return last;
    }

    @Test
    void aQuarterOfAnHourIsAnAlarmAndHalfAnHourARelease() {
        assertThat(passes(899, true, false)).isEqualTo(SilenceWatch.Stand.NOTHING);
        assertThat(passes(2, true, false)).isEqualTo(SilenceWatch.Stand.ALARM);
        assertThat(passes(890, true, false)).isEqualTo(SilenceWatch.Stand.NOTHING);
        assertThat(passes(10, true, false)).isEqualTo(SilenceWatch.Stand.RELEASE);
    }

    @Test
    void aSoundHealsTheAlarmAndTheTimeBeginsAnew() {
        passes(901, true, false);
        assertThat(passes(1, false, false)).isEqualTo(SilenceWatch.Stand.SOUND_AGAIN);
        assertThat(passes(899, true, false)).isEqualTo(SilenceWatch.Stand.NOTHING);
    }

    @Test
    void aMinuteWhereTheInstallerSaysSo() {
        assertThat(passes(59, true, true)).isEqualTo(SilenceWatch.Stand.NOTHING);
        assertThat(passes(2, true, true)).isEqualTo(SilenceWatch.Stand.RELEASE);
    }
}
