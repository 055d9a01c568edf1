package ringdown.line;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.audio.tone.CountryTones;
import ringdown.number.DialPlan;
import ringdown.number.Extension;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;
import ringdown.office.CurrentOffice;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.Port;
import ringdown.office.PortUse;

/**
 * What the office as it is now means for each port, worked out once for each office value. Lines ask on the board's thread, so this
 * never blocks.
 */
final class Setups {
    private record Known(Office office, CountryTones tones, NumberingPlan numbers, DialPlan dialPlan) {}

    private final CurrentOffice current;
    private volatile @Nullable Known known;

    Setups(CurrentOffice current) {
        this.current = current;
    }

    private Known known() {
        Office office = current.get();
        Known now = known;
        if (now == null || now.office() != office) {
            now = know(office);
            known = now;
        }
        return now;
    }

    private static Known know(Office office) {
        NumberingPlan numbers = new NumberingPlan(
                office.info().country(), office.info().areaCode(), office.info().emergencyNumbers());
        DialPlan plan = new DialPlan(
                numbers,
                office.info().outsidePrefix(),
                office.people().stream()
                        .map(person -> person.extension().digits())
                        .collect(Collectors.toSet()));
        return new Known(office, CountryTones.of(office.info().country()), numbers, plan);
    }

    /** Remembers the last setup of one outside line until the office changes. */
    java.util.function.Supplier<LineSetup> line(Port port) {
        return new Remembered<>(this::known, now -> line(now, port));
    }

    private static LineSetup line(Known now, Port port) {
        Line line = now.office().line(port).orElse(null);
        PhoneNumber number = line == null ? null : line.number();
        return LineSetup.of(now.tones(), now.numbers(), line, at -> now.office().isOpen(port.toString(), number, at));
    }

    /** The same for a telephone's port. */
    java.util.function.Supplier<PhoneSetup> phone(Port port) {
        return new Remembered<>(this::known, now -> phone(now, port));
    }

    private static PhoneSetup phone(Known now, Port port) {
        Optional<Extension> owner = now.office().personAt(port).map(Person::extension);
        Optional<PortUse> use = now.office().ports().stream()
                .filter(one -> one.port().equals(port))
                .findFirst();
        return new PhoneSetup(
                now.tones(),
                now.numbers(),
                now.dialPlan(),
                now.office().info().timeZone(),
                owner.orElse(null),
                use.orElse(null));
    }

    /** One port's view, used by one thread after its construction. */
    private static final class Remembered<T> implements java.util.function.Supplier<T> {
        private final java.util.function.Supplier<Known> source;
        private final java.util.function.Function<Known, T> view;
        private Known seen;
        private T value;

        Remembered(java.util.function.Supplier<Known> source, java.util.function.Function<Known, T> view) {
            this.source = source;
            this.view = view;
            seen = source.get();
            value = view.apply(seen);
        }

        @Override
        public T get() {
            Known now = source.get();
            if (now != seen) {
                seen = now;
                value = view.apply(now);
            }
            return value;
        }
    }
}
