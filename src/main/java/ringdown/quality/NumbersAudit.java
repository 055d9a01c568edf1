package ringdown.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.DeafTime;
import ringdown.number.PhoneNumber;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.PublishedNumber;
import ringdown.office.Trunk;

/** What every number of the office is for and what it brings (R7): lines, trunks, numbers in print, and numbers nobody has entered. Pure. */
final class NumbersAudit {
    private static final String OUTSIDE = "outside";

    private final Office office;
    private final Instant now;
    private final Map<Arrival, List<CallFact>> arrived = new LinkedHashMap<>();
    private final List<DeafTime> deaf;
    private final BiFunction<@Nullable String, @Nullable String, Optional<Instant>> lastCall;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Where calls came in: a month has many calls and few of these. */
    private record Arrival(String via, @Nullable String called) {}

    /** A number, and what the file says of it. */
    private record Place(
            @Nullable String number,
            @Nullable String via,
            @Nullable String purpose,
            @Nullable String script,
            @Nullable PublishedNumber printed,
            boolean inFile) {}

    /**
     * @param calls in of the period
     * @param deaf times that overlap the period, cut to it
     * @param lastCall of a number, a line or trunk, or both
     */
    NumbersAudit(
            Office office,
            Instant now,
            List<CallFact> calls,
            List<DeafTime> deaf,
            BiFunction<@Nullable String, @Nullable String, Optional<Instant>> lastCall) {
        this.office = office;
        this.now = now;
        calls.forEach(
                call -> arrived.computeIfAbsent(new Arrival(call.via(), call.called()), arrival -> new ArrayList<>())
                        .add(call));
        this.deaf = deaf;
        this.lastCall = lastCall;
    }

    /** Lines and trunks in the order of the file, then other numbers in print, then those that the file does not know. */
    List<NumberFigures> all() {
        office.lines().forEach(this::line);
        office.trunks().forEach(trunk -> trunk.numbers().forEach(number -> trunk(trunk, number)));
        office.numbers().forEach(this::printed);
        arrived.keySet().forEach(this::seen);
        return places.values().stream().map(this::figures).toList();
    }

    private void line(Line line) {
        String via = line.port().toString();
        String number = e164(line.number());
        places.put(number == null ? via : number, new Place(number, via, line.purpose(), line.script(), null, true));
    }

    private void trunk(Trunk trunk, PhoneNumber number) {
        places.put(number.e164(), new Place(number.e164(), trunk.name(), trunk.purpose(), trunk.script(), null, true));
    }

    private void printed(PublishedNumber published) {
        String number = published.number().e164();
        Place known = places.get(number);
        String via = known != null ? known.via() : arrives(published);
        String script = known != null ? known.script() : via == null ? null : scriptAt(via);
        places.put(number, new Place(number, via, known == null ? null : known.purpose(), script, published, true));
    }

    private static @Nullable String arrives(PublishedNumber published) {
        return OUTSIDE.equals(published.arrives()) ? null : published.arrives();
    }

    private @Nullable String scriptAt(String via) {
        return places.values().stream()
                .filter(place -> via.equals(place.via()))
                .map(Place::script)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void seen(Arrival call) {
        if (places.values().stream().noneMatch(place -> takes(place, call))) {
            String number = call.called();
            places.put(number == null ? call.via() : number, new Place(number, call.via(), null, null, null, false));
        }
    }

    /** Where a trunk tells the number, by the number; a line tells nothing but itself. */
    private boolean takes(Place place, Arrival call) {
        if (place.via() == null || countedWith(place) != null) {
            return false;
        }
        boolean aLine =
                office.lines().stream().anyMatch(l -> l.port().toString().equals(call.via()));
        return (aLine || call.called() == null)
                ? call.via().equals(place.via())
                : call.called().equals(place.number());
    }

    /** The number of the line at which this other number arrives too. */
    private @Nullable String countedWith(Place place) {
        return office.lines().stream()
                .filter(line -> line.port().toString().equals(place.via()))
                .map(line -> e164(line.number()))
                .filter(own -> own != null && !own.equals(place.number()))
                .findFirst()
                .orElse(null);
    }

    private NumberFigures figures(Place place) {
        List<CallFact> mine = calls(place);
        PublishedNumber printed = place.printed();
        LocalDate retire = printed == null ? null : printed.retire();
        boolean counted = place.via() != null && countedWith(place) == null;
        boolean aLine =
                office.lines().stream().anyMatch(l -> l.port().toString().equals(place.via()));
        return new NumberFigures(
                place.number(),
                place.via(),
                place.purpose(),
                printed == null ? List.of() : printed.printed(),
                place.script(),
                place.inFile(),
                countedWith(place),
                ids(mine),
                ids(mine.stream().filter(call -> call.lost(now)).toList()),
                busy(place),
                counted
                        ? lastCall.apply(aLine ? null : place.number(), place.via())
                                .orElse(null)
                        : null,
                retire,
                printed == null ? null : e164(printed.replaceBy()),
                retire != null
                        && !retire.isAfter(now.atZone(office.info().timeZone()).toLocalDate()));
    }

    private List<CallFact> calls(Place place) {
        return arrived.entrySet().stream()
                .filter(entry -> takes(place, entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .sorted(Comparator.comparing(CallFact::startedAt).thenComparing(CallFact::id))
                .toList();
    }

    private static List<String> ids(List<CallFact> calls) {
        List<String> ids = new ArrayList<>();
        calls.forEach(call -> ids.add(call.id()));
        return ids;
    }

    private double busy(Place place) {
        return deaf.stream()
                .filter(time ->
                        time.cause() == DeafTime.Cause.ALL_BUSY && time.via().equals(place.via()))
                .mapToDouble(time -> Duration.between(time.from(), time.to() == null ? now : time.to())
                                .toMillis()
                        / 1000.0)
                .sum();
    }

    private static @Nullable String e164(@Nullable PhoneNumber number) {
        return number == null ? null : number.e164();
    }
}
