package ringdown.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.call.CopperReadings;
import ringdown.call.Lifeline;
import ringdown.call.OutsideLine;
import ringdown.call.Telephone;
import ringdown.clock.OfficeClock;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.CurrentOffice;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.Phone;
import ringdown.office.Port;
import ringdown.office.Trunk;

/** Every line, trunk and telephone with its state, and since when it was seen in it. Safe from any thread. */
final class LineBook {
    /** A line as the API shows it; {@code person} is an extension. */
    record Entry(
            String port,
            String kind,
            String state,
            @Nullable Instant since,
            @Nullable String number,
            @Nullable String purpose,
            @Nullable String person) {}

    private record Seen(String state, Instant since) {}

    private final CurrentOffice office;
    private final Lines lines;
    private final OfficeClock clock;
    private final OfficeTime time;
    private final Map<String, Seen> seen = new HashMap<>();

    LineBook(CurrentOffice office, Lines lines, OfficeClock clock, OfficeTime time) {
        this.office = office;
        this.lines = lines;
        this.clock = clock;
        this.time = time;
    }

    /** In the order of the office file; what the board has beyond it comes last. */
    List<Entry> all() {
        Office now = office.get();
        List<Entry> all = outside(now);
        Set<String> listed = new HashSet<>();
        all.forEach(entry -> listed.add(entry.port()));
        lines.outsideLines().stream()
                .filter(line ->
                        !listed.contains(line.via()) && Port.of(line.via()).isPresent())
                .forEach(line -> all.add(entry(line.via(), "fxo", line.state().word(), null, null, null)));
        now.people().forEach(person -> person.phones().forEach(phone -> all.add(entry(person, phone))));
        return all;
    }

    /** Lines of the city and trunks. */
    List<Entry> outside() {
        return all().stream()
                .filter(entry -> entry.kind().equals("fxo") || entry.kind().equals("trunk"))
                .toList();
    }

    Optional<Entry> find(String port) {
        return all().stream().filter(entry -> entry.port().equals(port)).findFirst();
    }

    /** Their telephones. */
    List<Entry> of(String extension) {
        return office.get()
                .person(new Extension(extension))
                .map(person -> person.phones().stream()
                        .map(phone -> entry(person, phone))
                        .toList())
                .orElse(List.of());
    }

    private List<Entry> outside(Office now) {
        Map<String, OutsideLine.State> states = new HashMap<>();
        Set<String> silent = new HashSet<>();
        for (OutsideLine line : lines.outsideLines()) {
            states.put(line.via(), line.state());
            if (line.faultSeen() != null) {
                silent.add(line.via());
            }
        }
        List<Entry> all = new ArrayList<>();
        for (Line line : now.lines()) {
            String port = line.port().toString();
            String state = states.getOrDefault(port, OutsideLine.State.DEAD).word();
            all.add(entry(port, "fxo", state, written(line.number()), line.purpose(), null));
        }
        for (Trunk trunk : now.trunks()) {
            boolean up = states.getOrDefault(trunk.name(), OutsideLine.State.DEAD) != OutsideLine.State.DEAD;
            String number =
                    trunk.numbers().isEmpty() ? null : written(trunk.numbers().getFirst());
            String state = silent.contains(trunk.name()) ? "unreachable" : state(trunk, up);
            all.add(entry(trunk.name(), "trunk", state, number, trunk.purpose(), null));
        }
        return all;
    }

    private static String state(Trunk trunk, boolean up) {
        return !trunk.register() ? "static" : up ? "registered" : "unregistered";
    }

    private static @Nullable String written(@Nullable PhoneNumber number) {
        return number == null ? null : number.e164();
    }

    private Entry entry(Person person, Phone phone) {
        Telephone.State state =
                lines.telephone(person.extension(), phone).map(Telephone::state).orElse(Telephone.State.UNREACHABLE);
        String extension = person.extension().digits();
        return switch (phone) {
            case Phone.Sip sip -> {
                String word = state == Telephone.State.UNREACHABLE ? "unregistered" : "registered";
                yield entry("sip:" + extension, "sip", word, null, null, extension);
            }
            case Phone.Analog analog -> entry(analog.port(), state, extension);
        };
    }

    private Entry entry(Port port, Telephone.State state, String extension) {
        String word = switch (state) {
            case FREE -> "idle";
            case RINGING -> "ringing";
            case BUSY -> "talking";
            case UNREACHABLE -> "dead";
        };
        return entry(port.toString(), "fxs", word, null, null, extension);
    }

    private Entry entry(
            String port,
            String kind,
            String state,
            @Nullable String number,
            @Nullable String purpose,
            @Nullable String person) {
        return new Entry(port, kind, state, since(port, state), number, purpose, person);
    }

    private synchronized Instant since(String port, String state) {
        Seen was = seen.get(port);
        if (was == null || !was.state().equals(state)) {
            was = new Seen(state, clock.now());
            seen.put(port, was);
        }
        return was.since();
    }

    Fields view(Entry entry) {
        return Fields.of("port", entry.port())
                .and("kind", entry.kind())
                .and("state", entry.state())
                .and("since", time.write(entry.since()))
                .and("number", entry.number())
                .and("purpose", entry.purpose())
                .and("person", entry.person())
                .and("detail", null)
                .and("lifelines", lifelines(entry))
                .and("copper", copper(entry.port()));
    }

    /** Relays between a line and telephones, as this end of them sees it; null where there can be none. */
    private @Nullable Object lifelines(Entry entry) {
        if (Port.of(entry.port()).isEmpty()) {
            return null;
        }
        return lines.outsideLines().stream()
                .flatMap(line -> line.lifelines().stream())
                .filter(one ->
                        one.line().equals(entry.port()) || one.telephone().equals(entry.port()))
                .map(one -> Fields.of("telephone", one.telephone())
                        .and("line", one.line())
                        .and("on", one.place() == Lifeline.Place.BOX ? "box" : "line")
                        .and(
                                "why",
                                one.place() == Lifeline.Place.BOX
                                        ? null
                                        : one.place().word())
                        .map())
                .toList();
    }

    /** What the wires of an outside line say; null for all others. */
    private @Nullable Object copper(String port) {
        return lines.outsideLines().stream()
                .filter(line -> line.via().equals(port))
                .findFirst()
                .flatMap(OutsideLine::readings)
                .map(this::copper)
                .orElse(null);
    }

    private Object copper(CopperReadings readings) {
        return Fields.of("volts", Math.round(readings.volts() * 10) / 10.0)
                .and("milliamps", Math.round(readings.milliamps() * 10) / 10.0)
                .and("idleVolts", readings.idleVolts() == 0 ? null : Math.round(readings.idleVolts() * 10) / 10.0)
                .and("lastSignOfLife", time.write(readings.lastSign()))
                .and("clearing", readings.clearing())
                .and("held", readings.held())
                .and("muteSince", time.write(readings.muteSince()))
                .and(
                        "releases",
                        readings.releases().stream()
                                .map(release -> Fields.of("at", time.write(release.at()))
                                        .and("how", release.how())
                                        .map())
                                .toList())
                .map();
    }
}
