package ringdown.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Changes of a file, shown and taken back. */
class FileDiffTest {
    private static final String BEFORE = "a\nb\nc\nd\ne\nf\ng\nh\n";
    private static final String AFTER = "a\nb\nC\nd\ne\nf\ng\nh\ni\n";

    @Test
    void whatStandsAroundAChangeIsShownAndTheRestLeftOut() {
        assertThat(FileDiff.of(BEFORE, AFTER).lines())
                .containsExactly(" a", " b", "-c", "+C", " d", " e", "@@", " g", " h", "+i");
        assertThat(FileDiff.of(BEFORE, BEFORE).lines()).isEmpty();
    }

    @Test
    void aChangeIsTakenBackAndWhatCameMeanwhileElsewhereStays() {
        FileDiff diff = FileDiff.read(FileDiff.of(BEFORE, AFTER).text());
        assertThat(diff.takenBack(AFTER)).contains(BEFORE);
        assertThat(diff.takenBack("0\na\nb\nC\nd\ne\nF\ng\nh\ni\n")).contains("0\na\nb\nc\nd\ne\nF\ng\nh\n");
    }

    @Test
    void aPlaceThatIsGoneOrDoubtfulIsLeftAlone() {
        FileDiff diff = FileDiff.of(BEFORE, AFTER);
        assertThat(diff.takenBack(BEFORE)).isEmpty();
        assertThat(FileDiff.of("x\n", "x\ny\n").takenBack("x\ny\nx\ny\n")).isEmpty();
    }
}
