package ringdown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ringdown.ledger.Owners;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.Team;

/** Whose messages a person may listen to: their own, those of whom they have succeeded, and those of their teams. */
final class Mailboxes {
    private Mailboxes() {}

    static List<String> of(Office office, String extension, Instant now) {
        Extension who = new Extension(extension);
        List<String> mailboxes = new ArrayList<>();
        mailboxes.add(extension);
        LocalDate today = now.atZone(office.info().timeZone()).toLocalDate();
        Owners owners = new Owners(office);
        office.people().stream()
                .map(Person::extension)
                .filter(other -> !other.equals(who)
                        && owners.heir(other, today).filter(who::equals).isPresent())
                .map(Extension::digits)
                .forEach(mailboxes::add);
        office.teams().stream()
                .filter(team -> team.members().contains(who) || who.equals(team.head()))
                .map(Team::name)
                .forEach(mailboxes::add);
        return mailboxes;
    }
}
