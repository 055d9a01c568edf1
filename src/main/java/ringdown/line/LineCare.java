package ringdown.line;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.call.LineLesson;
import ringdown.call.LineTest;
import ringdown.call.LineTrait;

/** What an installer would do for a line: learns from its calls, tests its wires, takes back what was learnt wrongly. Belongs to the board's thread, but for what others read. */
final class LineCare {
    /** Kept of what was heard before the tone or sign that ended a call. */
    private static final int BEFORE_RELEASE = Frames.of(300);

    final Notebook notebook;
    final WireTap tap;
    private final FxoLine line;
    private final LineSite site;
    private final VoltageWatch voltage;
    private volatile @Nullable LineTesting testing;
    private volatile @Nullable LineTest waiting;
    private volatile int hybrid;
    private @Nullable ExpectedRing expected;

    LineCare(FxoLine line, LineSite site) {
        this.line = line;
        this.site = site;
        notebook = new Notebook(line.via(), site);
        tap = new WireTap(line.card);
        voltage = new VoltageWatch(notebook);
        notebook.lesson(LineTrait.HYBRID)
                .filter(LineLesson::believed)
                .ifPresent(lesson -> hybrid(Integer.parseInt(lesson.value())));
    }

    void frame() {
        if (expected != null && !expected.frame(line.rung())) {
            expected = null;
        }
        if (line.card.signs() == null) {
            voltage.frame(line.battery.idleVolts());
        }
    }

    /** The far end of the leg's call has gone: so it showed, in these frames. */
    void released(FxoLeg leg, String how, int frames, boolean busyTone) {
        line.standing.released(how);
        short[] heard = line.sound.tape().last(frames + BEFORE_RELEASE);
        notebook.released(ReleaseSign.code(how), leg.mail().owner().callId(), heard, busyTone);
    }

    /** The setting of the port's hybrid. */
    int hybrid() {
        return hybrid;
    }

    void hybrid(int which) {
        hybrid = Math.clamp(which, 0, line.card.hybrids() - 1);
        line.card.hybrid(hybrid);
    }

    /** What a card, a profile or a watch still knows of a trait whose readings count no more. */
    void unlearn(LineTrait trait) {
        switch (trait) {
            case RELEASE -> line.learnt.now(LineProfile::withoutSigns);
            case RING_PAUSE -> {
                line.learnt.now(profile -> profile.heard(profile.idleVolts(), 0));
                line.onHook.forgetPause();
            }
            case IDLE_VOLTAGE -> {
                line.battery.forget();
                voltage.forget();
                line.learnt.now(profile -> profile.heard(0, profile.longestPauseMillis()));
            }
            case HYBRID -> hybrid(0);
            case BUSY_TONE, CALLER_ID, LEVEL -> {}
        }
    }

    Optional<short[]> evidence(String id) {
        return site.evidences().sound(line.via(), id);
    }

    /** Not on the board's thread. */
    void measuring(Runnable work) {
        site.measuring().execute(work);
    }

    /** We call this line ourselves; null: no more. */
    void expect(@Nullable ExpectedRing ours) {
        expected = ours;
    }

    @Nullable
    ExpectedRing expected() {
        return expected;
    }

    /** The next call is wanted as it comes and goes. From any thread. */
    void recordNext() {
        tap.recordNext(site.clock().now());
    }

    /** A test is wanted; it begins with the next frame. From any thread. */
    void testAsked() {
        waiting = none(LineTest.State.RUNNING);
    }

    /** The line was needed before the test could begin. */
    void testRefused() {
        waiting = none(LineTest.State.NEEDED);
    }

    private LineTest none(LineTest.State state) {
        return new LineTest(
                site.clock().now(), state, line.card.volts(), 0, null, false, null, null, null, List.of(), hybrid);
    }

    /** A test of the wires, about to take the line; null: without battery it is over. */
    @Nullable
    LineTesting test(FxoLeg leg) {
        LineTesting next = new LineTesting(line, leg, site.clock().now());
        boolean begun = next.begin();
        testing = next;
        waiting = null;
        return begun ? next : null;
    }

    Optional<LineTest> lastTest() {
        LineTest asked = waiting;
        return asked != null ? Optional.of(asked) : Optional.ofNullable(testing).map(LineTesting::result);
    }
}
