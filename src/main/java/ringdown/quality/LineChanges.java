package ringdown.quality;

import java.util.Objects;
import java.util.Optional;
import ringdown.number.PhoneNumber;
import ringdown.office.Line;
import ringdown.office.Office;

/** Where callers of a busy line go. Pure. */
final class LineChanges {
    private final Office office;

    LineChanges(Office office) {
        this.office = office;
    }

    /** SITUATIONS 7: the provider's busy forwarding, to a line or trunk that takes calls too. */
    Optional<RuleChange> busyForward(String via) {
        return office.lines().stream()
                .filter(line -> line.port().toString().equals(via) && line.busyForward() == null)
                .findFirst()
                .flatMap(line -> otherNumber(line)
                        .map(number -> RuleChange.of(
                                office,
                                RuleChange.Word.BUSY_FORWARD,
                                Rewrite.of(office).line(forwarding(line, number)),
                                "line",
                                via,
                                "to",
                                number.e164())));
    }

    private Optional<PhoneNumber> otherNumber(Line busy) {
        Optional<PhoneNumber> line = office.lines().stream()
                .filter(other -> !other.port().equals(busy.port()) && other.direction() != Line.Direction.OUT)
                .filter(other -> !Objects.equals(other.busyForward(), busy.number()))
                .map(Line::number)
                .filter(Objects::nonNull)
                .findFirst();
        return line.or(() -> office.trunks().stream()
                .flatMap(trunk -> trunk.numbers().stream())
                .findFirst());
    }

    private static Line forwarding(Line line, PhoneNumber to) {
        return new Line(
                line.port(),
                line.number(),
                line.purpose(),
                line.script(),
                line.language(),
                line.direction(),
                line.order(),
                line.answer(),
                line.areaCode(),
                line.dial(),
                line.release(),
                line.callerId(),
                line.levels(),
                line.outgoing(),
                to,
                line.oneWay());
    }
}
