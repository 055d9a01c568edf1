package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import ringdown.call.OutsideLine;
import ringdown.clock.OfficeClock;
import ringdown.number.PhoneNumber;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.Port;
import ringdown.office.Trunk;

/**
 * Which line or trunk a call may go out over. In working hours the last idle incoming line stays free for whoever calls (SITUATIONS
 * rule 7); two calls that look at the same moment do not get the last two lines both. Safe from any thread.
 */
public final class WaysOut {
    /** A line told to dial shows it within some frames; until then, and at the most for so long, it counts as taken. */
    private static final Duration SEIZING = Duration.ofSeconds(30);

    /** What a call out is for. */
    public enum Purpose {
        /** A mobile as a target, a call-back: nobody has dialled it. */
        AUTOMATIC,
        /** Somebody of the office has dialled, or asked for it on the page. */
        PERSON,
        /** Goes before every rule. */
        EMERGENCY
    }

    /** Why no way may be taken. */
    public enum Refusal {
        NO_WAY("noLine", "no line or trunk is free"),
        LAST_LINE("lastLine", "the last idle incoming line stays free"),
        UNWATCHED("unwatched", "neither line tells when its caller has gone");

        private final String word;
        private final String words;

        Refusal(String word, String words) {
            this.word = word;
            this.words = words;
        }

        /** As a cause in the ledger. */
        public String word() {
            return word;
        }

        /** As a reason in the log of a call. */
        public String words() {
            return words;
        }
    }

    /** A way that is taken, or why none is. */
    public sealed interface Taken {
        /**
         * To be dialled on at once, or given back.
         *
         * @param turn tells who has taken it from whoever takes the same line later
         */
        record Way(OutsideLine line, long turn) implements Taken {}

        /** None may be taken. */
        record None(Refusal why) implements Taken {}
    }

    private final Equipment equipment;
    private final OfficeClock clock;
    private final Map<String, Seizing> seized = new HashMap<>();
    private final Set<String> spared = new HashSet<>();

    private long turns;

    /** Somebody is about to dial on a line. */
    private record Seizing(long turn, Purpose purpose, long until) {}

    /** For these lines and trunks. */
    public WaysOut(Equipment equipment, OfficeClock clock) {
        this.equipment = equipment;
        this.clock = clock;
    }

    /** Takes the first way that may be taken and is none of {@code already}, for a telephone of the office or for nobody yet. */
    public Taken take(Purpose purpose, Office office, Set<String> already) {
        return take(purpose, office, already, "");
    }

    /** As above, for whoever is on {@code joined}: no line is given to a caller on another one if both hide their ends. */
    synchronized Taken take(Purpose purpose, Office office, Set<String> already, String joined) {
        long now = clock.nanos();
        List<OutsideLine> all = inOrder(equipment.outsideLines(), office);
        shown(all, now);
        if (purpose == Purpose.EMERGENCY) {
            return emergency(all, already, now);
        }
        Refusal why = Refusal.NO_WAY;
        for (OutsideLine way : all) {
            if (!already.contains(way.via()) && goesOut(way, office) && !seized.containsKey(way.via())) {
                if (!mayGo(way, purpose, office, all)) {
                    why = Refusal.LAST_LINE;
                } else if (Bridging.trusted(equipment, joined, way.via())) {
                    return seize(way, purpose, now);
                } else {
                    why = Refusal.UNWATCHED;
                }
            }
        }
        return new Taken.None(why);
    }

    /** Takes just that line for somebody of the office, whichever way its calls go: the last idle one stays free all the same. */
    synchronized Taken take(OutsideLine line, Office office) {
        List<OutsideLine> all = equipment.outsideLines();
        long now = clock.nanos();
        shown(all, now);
        if (!line.free() || seized.containsKey(line.via())) {
            return new Taken.None(Refusal.NO_WAY);
        }
        return mayGo(line, Purpose.PERSON, office, all)
                ? seize(line, Purpose.PERSON, now)
                : new Taken.None(Refusal.LAST_LINE);
    }

    /**
     * As the office file says, lines before trunks that name no place, then ports that it does not name: nobody has said what number is seen of
     * them, nor what their calls cost. Last of all a line that its last caller may still hold (LINES 6, 7).
     */
    private static List<OutsideLine> inOrder(List<OutsideLine> all, Office office) {
        return all.stream()
                .sorted(Comparator.comparing((OutsideLine way) -> way.clearing() || way.mute() != null)
                        .thenComparing(way -> place(way, office))
                        .thenComparing(way -> Port.of(way.via()).isPresent()
                                && line(way, office).isEmpty()))
                .toList();
    }

    /** A trunk that names no place comes after all that do. */
    private static int place(OutsideLine way, Office office) {
        return line(way, office)
                .map(Line::order)
                .or(() -> office.trunk(way.via())
                        .map(Trunk::provider)
                        .flatMap(provider -> Optional.ofNullable(provider.order())))
                .orElse(Integer.MAX_VALUE);
    }

    /**
     * Whatever the office file says of outgoing calls: an idle line; the line of a call out, which is ended; a trunk; the line of a
     * caller, who is ended last (LINES rule 1), and a talk after one who only rings. Never the line of another emergency call, nor an alarm device's.
     */
    private Taken emergency(List<OutsideLine> all, Set<String> already, long now) {
        List<OutsideLine> left = all.stream()
                .filter(way -> !already.contains(way.via()) && !seized.containsKey(way.via()))
                .filter(way -> way.free() || !spared.contains(way.via()))
                .toList();
        List<OutsideLine> copper =
                left.stream().filter(way -> Port.of(way.via()).isPresent()).toList();
        Optional<OutsideLine> way = first(copper, OutsideLine::free)
                .or(() -> first(copper, WaysOut::onHook))
                .or(() -> first(copper, line -> line.use() == OutsideLine.Use.OUT))
                .or(() -> first(left, line -> !copper.contains(line) && line.free()))
                .or(() -> first(copper, line -> line.use() == OutsideLine.Use.RINGING))
                .or(() -> first(copper, line -> line.use() == OutsideLine.Use.IN))
                .or(() -> first(left, line -> !copper.contains(line))); // what is believed dead may answer all the same
        way.ifPresent(OutsideLine::preempt);
        return way.<Taken>map(line -> seize(line, Purpose.EMERGENCY, now))
                .orElseGet(() -> new Taken.None(Refusal.NO_WAY));
    }

    /** Nobody uses it, but its last call has only just ended: a call for help waits out what is left of its 2 s, and ends nobody's talk. */
    private static boolean onHook(OutsideLine line) {
        return line.state() == OutsideLine.State.IDLE && line.use() == OutsideLine.Use.NONE && line.duplex();
    }

    /** Whoever has taken it dials on it no more, or never did. */
    synchronized void back(Taken.Way way) {
        seized.computeIfPresent(way.line().via(), (via, one) -> one.turn() == way.turn() ? null : one);
    }

    /** The call on it is not to be ended for another one, or may be again. */
    synchronized void spare(String via, boolean now) {
        if (now) {
            spared.add(via);
        } else {
            spared.remove(via);
        }
    }

    private static Optional<OutsideLine> first(List<OutsideLine> ways, Predicate<OutsideLine> wanted) {
        return ways.stream().filter(wanted).findFirst();
    }

    /** True if {@link #take} would give a way now. */
    public synchronized boolean any(Purpose purpose, Office office) {
        List<OutsideLine> all = equipment.outsideLines();
        shown(all, clock.nanos());
        return all.stream()
                .anyMatch(way ->
                        goesOut(way, office) && !seized.containsKey(way.via()) && mayGo(way, purpose, office, all));
    }

    /** Lines that show by themselves what goes on there, or have not dialled after all. One cleared for help shows its last call still. */
    private void shown(List<OutsideLine> all, long now) {
        seized.values().removeIf(one -> one.until() - now < 0);
        all.forEach(way -> seized.computeIfPresent(
                way.via(),
                (via, one) ->
                        one.purpose() != Purpose.EMERGENCY && way.state() != OutsideLine.State.IDLE ? null : one));
    }

    private Taken.Way seize(OutsideLine way, Purpose purpose, long now) {
        Taken.Way mine = new Taken.Way(way, ++turns);
        if (Port.of(way.via()).isPresent()) {
            seized.put(way.via(), new Seizing(mine.turn(), purpose, now + SEIZING.toNanos()));
        }
        return mine;
    }

    private static boolean goesOut(OutsideLine way, Office office) {
        Optional<Line> line = line(way, office);
        return way.free()
                && line.map(l -> l.direction() != Line.Direction.IN
                                && !l.outgoing().equals("never"))
                        .orElse(true);
    }

    private boolean mayGo(OutsideLine way, Purpose purpose, Office office, List<OutsideLine> all) {
        List<OutsideLine> others = new ArrayList<>(all);
        others.removeIf(other -> other.via().equals(way.via()) || !takesCalls(other, office));
        // Whoever has a single line could never call if it had to stay free.
        boolean only = others.isEmpty();
        if (purpose == Purpose.EMERGENCY
                || !takesCalls(way, office)
                || line(way, office).isEmpty()
                || only) {
            return true; // a trunk has room for the next caller
        }
        boolean wished = purpose == Purpose.PERSON
                && line(way, office).orElseThrow().outgoing().equals("always");
        return wished
                || !open(way, office)
                || others.stream().filter(other -> open(other, office)).anyMatch(this::idle);
    }

    /** Callers are served there at this moment: by the hours of its numbers, or of a line whose callers come here while it is busy. */
    private boolean open(OutsideLine way, Office office) {
        Instant now = clock.now();
        Set<PhoneNumber> numbers = line(way, office)
                .map(line -> Optional.ofNullable(line.number()).map(Set::of).orElseGet(Set::of))
                .orElseGet(() -> office.trunk(way.via())
                        .map(trunk -> Set.copyOf(trunk.numbers()))
                        .orElseGet(Set::of));
        boolean own = numbers.isEmpty()
                ? office.officeHours(way.via(), null).isOpen(now)
                : numbers.stream()
                        .anyMatch(
                                number -> office.officeHours(way.via(), number).isOpen(now));
        return own
                || office.lines().stream()
                        .filter(line -> line.busyForward() != null && numbers.contains(line.busyForward()))
                        .anyMatch(line -> office.officeHours(line.port().toString(), line.number())
                                .isOpen(now));
    }

    private static boolean takesCalls(OutsideLine way, Office office) {
        return line(way, office)
                .map(line -> line.direction() != Line.Direction.OUT)
                .orElseGet(() -> office.trunk(way.via())
                        .map(trunk -> !trunk.numbers().isEmpty())
                        .orElse(false));
    }

    private boolean idle(OutsideLine way) {
        return Port.of(way.via()).isEmpty()
                ? way.free()
                : way.state() == OutsideLine.State.IDLE && !seized.containsKey(way.via());
    }

    private static Optional<Line> line(OutsideLine way, Office office) {
        return Port.of(way.via()).flatMap(office::line);
    }
}
