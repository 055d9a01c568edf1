package ringdown.switchboard;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.Office;
import ringdown.office.Team;
import ringdown.office.Trunk;

/** Which of the office's numbers somebody sees who is called (Q10). Pure. */
final class OwnNumber {
    private OwnNumber() {}

    /** That of the caller's first team that shows one of this trunk; null: the line's or trunk's own. A line can show no other. */
    static @Nullable String shown(Office office, Extension person, String via) {
        List<PhoneNumber> carried = office.trunk(via).map(Trunk::numbers).orElse(List.of());
        return office.teams().stream()
                .filter(team -> team.members().contains(person) || person.equals(team.head()))
                .map(Team::shows)
                .filter(Objects::nonNull)
                .filter(carried::contains)
                .map(PhoneNumber::e164)
                .findFirst()
                .orElse(null);
    }
}
