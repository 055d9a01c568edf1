package ringdown.switchboard;

import ringdown.call.OutsideLine;

/** Lines on which nobody can talk: a voice modem that either plays or records. */
final class OneWayLines {
    private OneWayLines() {}

    /** Whether the caller of this call can be joined with a person. */
    static boolean joinable(CallRun run) {
        return run.desk.equipment().outsideLines().stream()
                .filter(line -> line.via().equals(run.caller.via()))
                .allMatch(OutsideLine::duplex);
    }
}
