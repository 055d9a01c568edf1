package ringdown.line;

import java.util.List;
import ringdown.call.RingRequest;

/** How telephones ring so that one hears who calls: outside as the country rings, colleagues and the door otherwise. Stateless. */
final class BellCadence {
    private static final int BEAT = 400;
    private static final int GAP = 200;
    private static final int SHORTEST_PAUSE = 1000;

    private BellCadence() {}

    /** Milliseconds on and off in turn, as long in all as the country's ringing. */
    static List<Integer> of(RingRequest.Bell bell, List<Integer> country) {
        int period = country.stream().mapToInt(Integer::intValue).sum();
        boolean single = country.size() == 2;
        return switch (bell) {
            case OUTSIDE -> country;
            case INSIDE -> single ? bursts(2, BEAT, period) : bursts(1, 2 * BEAT + GAP, period);
            case DOOR -> bursts(3, GAP, period);
        };
    }

    private static List<Integer> bursts(int count, int length, int period) {
        int rest = Math.max(SHORTEST_PAUSE, period - count * length - (count - 1) * GAP);
        return switch (count) {
            case 1 -> List.of(length, rest);
            case 2 -> List.of(length, GAP, length, rest);
            default -> List.of(length, GAP, length, GAP, length, rest);
        };
    }
}
