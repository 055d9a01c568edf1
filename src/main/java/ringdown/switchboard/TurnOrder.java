package ringdown.switchboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringdown.number.Extension;

/** Who of those who wait is next (SITUATIONS rules 14 and 16). Pure. */
final class TurnOrder {
    /** Nobody is overtaken more often. */
    static final int MOST_OVERTAKEN = 2;

    private static final Comparator<Place> BY_CLASS = Comparator.comparing((Place place) -> !place.first())
            .thenComparingInt(Place::rank)
            .thenComparing(Place.ARRIVAL);

    private TurnOrder() {}

    /**
     * The order in which they are served if nobody else comes: whoever calls for the third time, then by class, first come within a
     * class; but whoever has been overtaken twice goes before everybody who came later.
     */
    static List<Place> of(Collection<Place> waiting) {
        List<Place> left = new ArrayList<>(waiting);
        List<Place> order = new ArrayList<>(left.size());
        Map<String, Integer> overtaken = new HashMap<>();
        left.forEach(place -> overtaken.put(place.id(), place.overtaken()));
        while (!left.isEmpty()) {
            Place best = left.stream().min(BY_CLASS).orElseThrow();
            Place next = left.stream()
                    .filter(place -> place.cameBefore(best) && overtaken.getOrDefault(place.id(), 0) >= MOST_OVERTAKEN)
                    .min(Place.ARRIVAL)
                    .orElse(best);
            left.remove(next);
            order.add(next);
            left.stream()
                    .filter(place -> place.cameBefore(next))
                    .forEach(place -> overtaken.merge(place.id(), 1, Integer::sum));
        }
        return order;
    }

    /**
     * Whom each may ring: the free are dealt out in the order, one each, then a second round, so that a single caller rings all and
     * three callers do not wait for each other's ringing.
     *
     * @param order only those who do not ring anybody yet
     */
    static Map<String, List<Extension>> deal(List<Place> order, List<Extension> free) {
        Map<String, List<Extension>> dealt = new LinkedHashMap<>();
        List<Extension> left = new ArrayList<>(free);
        boolean more = true;
        while (more) {
            more = false;
            for (Place place : order) {
                var one = left.stream().filter(place.people()::contains).findFirst();
                if (one.isPresent()) {
                    left.remove(one.get());
                    dealt.computeIfAbsent(place.id(), any -> new ArrayList<>()).add(one.get());
                    more = true;
                }
            }
        }
        return dealt;
    }
}
