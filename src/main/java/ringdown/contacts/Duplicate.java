package ringdown.contacts;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Cards that may be one and the same party.
 *
 * @param value the number, or the name without quotes and legal form
 * @param contacts two or more, oldest first
 */
public record Duplicate(Why why, String value, List<Contact> contacts) {
    /** What they have in common. */
    public enum Why {
        NUMBER,
        NAME
    }

    public Duplicate {
        contacts = List.copyOf(contacts);
    }

    /** Colleagues share the number of their firm's switchboard, and the firm's own card has it too: these are no duplicates. */
    public boolean isOneFirm() {
        return why == Why.NUMBER
                && contacts.stream()
                                .map(c -> NameKey.of(c.company() == null ? c.name() : c.company()))
                                .collect(Collectors.toSet())
                                .size()
                        == 1
                && contacts.stream().filter(c -> c.company() == null).count() <= 1
                && contacts.stream().map(c -> NameKey.of(c.name())).distinct().count() == contacts.size();
    }
}
