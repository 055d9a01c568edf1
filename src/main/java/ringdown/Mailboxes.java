package ringdown;

import java.util.ArrayList;
import java.util.List;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.Team;

/** Whose messages a person may listen to: their own, and those of their teams. */
final class Mailboxes {
    private Mailboxes() {}

    static List<String> of(Office office, String extension) {
        Extension who = new Extension(extension);
        List<String> mailboxes = new ArrayList<>();
        mailboxes.add(extension);
        office.teams().stream()
                .filter(team -> team.members().contains(who) || who.equals(team.head()))
                .map(Team::name)
                .forEach(mailboxes::add);
        return mailboxes;
    }
}
