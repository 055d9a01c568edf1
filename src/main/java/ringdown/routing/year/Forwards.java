package ringdown.routing.year;

import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;
import ringdown.number.PhoneNumber;
import ringdown.office.Line;
import ringdown.office.Office;

/** What providers do with calls before they arrive: forwarding that comes back is a busy tone that nobody here ever sees. */
final class Forwards {
    private final Office office;
    private final Spans spans;
    private final Findings findings;

    Forwards(Office office, Spans spans, Findings findings) {
        this.office = office;
        this.spans = spans;
        this.findings = findings;
    }

    void run() {
        for (var i = 0; i < office.lines().size(); i++) {
            line(office.lines().get(i), "lines[" + i + "].busyForward");
        }
        for (var i = 0; i < office.numbers().size(); i++) {
            number(i);
        }
        blocked();
        codes();
    }

    private void line(Line line, String field) {
        if (line.busyForward() == null || line.number() == null) {
            return;
        }
        var circle = Circles.through(line.number().e164(), this::forwarded);
        if (line.busyForward().equals(line.number())) {
            findings.fault(
                    field, "the provider forwards to the number that is busy: callers hear a busy tone", spans.begin());
        } else if (circle != null) {
            findings.fault(
                    field,
                    "goes round in a circle while all of them are busy: " + circle + ": callers hear a busy tone",
                    spans.begin());
        }
    }

    /** A code that nobody can ever be asked for. */
    private void codes() {
        for (var i = 0; i < office.people().size(); i++) {
            var person = office.people().get(i);
            if (person.pin() != null && person.mobile() == null) {
                findings.warn(
                        "people[" + i + "].pin",
                        "is asked for from the person's mobile, which is missing",
                        spans.begin());
            }
        }
    }

    private void number(int i) {
        var one = office.numbers().get(i);
        var circle = Circles.through(one.number().e164(), this::forwarded);
        if (circle != null) {
            findings.fault("numbers[" + i + "].forwards", "goes round in a circle: " + circle, spans.begin());
        }
        var retire = one.retire();
        if (retire != null && one.replaceBy() != null && one.replaceBy().equals(one.number())) {
            findings.warn("numbers[" + i + "].replaceBy", "is the number that retires", spans.after(retire));
        }
    }

    /** Where a provider sends calls on, always or under some condition that may hold for all of them at once. */
    private Optional<String> forwarded(String number) {
        return office.lines().stream()
                .filter(line -> line.number() != null && line.number().e164().equals(number))
                .flatMap(line -> Stream.ofNullable(line.busyForward()))
                .map(PhoneNumber::e164)
                .findFirst()
                .or(() -> office.numbers().stream()
                        .filter(one -> one.number().e164().equals(number))
                        .flatMap(one -> Stream.ofNullable(one.forwards()))
                        .map(forwards -> forwards.to().e164())
                        .findFirst());
    }

    private void blocked() {
        var own = new HashSet<PhoneNumber>();
        office.lines().forEach(line -> Optional.ofNullable(line.number()).ifPresent(own::add));
        office.trunks().forEach(trunk -> own.addAll(trunk.numbers()));
        office.people().forEach(person -> Optional.ofNullable(person.mobile()).ifPresent(own::add));
        own.retainAll(office.blocked());
        own.forEach(number -> findings.warn("blocked", number + " is the office's own", spans.begin()));
    }
}
