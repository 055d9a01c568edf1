package ringdown.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.ContactEntry;

class ContactBookTest {
    private static final String MAIN = "+380501112233";
    private static final String SECOND = "+380442223344";

    @Test
    void anUnknownEntryBecomesANewContactWhoseNameMayBeSpoken() {
        var entry = entry("Лілія", null, MAIN);
        assertThat(ContactBook.meant(entry, List.of(), new ContactBook.Claims(List.of(entry))))
                .isEmpty();
        var contact = ContactBook.merged(null, entry);
        assertThat(contact.sayName()).isTrue();
        assertThat(contact.numbers()).containsExactly(new PhoneNumber(MAIN));
    }

    @Test
    void anEntryUpdatesTheContactWithItsNumberAndKeepsWhatItDoesNotSay() {
        var before = ContactBook.merged(null, entry("Лілія", "201", MAIN)).withId("c1");
        var entry = entry("ТОВ «Лілія»", null, MAIN, SECOND);
        var meant = ContactBook.meant(entry, List.of(before), new ContactBook.Claims(List.of(entry)))
                .orElseThrow();
        var after = ContactBook.merged(meant, entry);
        assertThat(after.id()).isEqualTo("c1");
        assertThat(after.name()).isEqualTo("ТОВ «Лілія»");
        assertThat(after.manager()).isEqualTo(new Extension("201"));
        assertThat(after.numbers()).hasSize(2);
    }

    @Test
    void aSharedNumberKeepsTwoContacts() {
        var husband = entry("Іван", null, MAIN);
        var wife = entry("Оксана", null, MAIN);
        var first = ContactBook.merged(null, husband).withId("c1");
        assertThat(ContactBook.meant(wife, List.of(first), new ContactBook.Claims(List.of(husband, wife))))
                .isEmpty();
        assertThat(ContactBook.meant(husband, List.of(first), new ContactBook.Claims(List.of(husband, wife))))
                .contains(first);
    }

    @Test
    void anExportedContactComesBackTheSame() {
        var contact =
                ContactBook.merged(null, entry("Лілія", "201", MAIN, SECOND)).withId("c1");
        assertThat(ContactBook.merged(contact, ContactBook.entry(contact))).isEqualTo(contact);
    }

    private static ContactEntry entry(String name, @Nullable String manager, String... numbers) {
        return new ContactEntry(
                name,
                null,
                Arrays.stream(numbers).map(PhoneNumber::new).toList(),
                null,
                manager == null ? null : new Extension(manager),
                List.of(),
                null,
                null,
                null,
                null);
    }
}
