package ringdown.contacts.addressbook;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.contacts.Contacts;
import ringdown.number.PhoneNumber;
import ringdown.office.Office;

/** The front door: files in, files out. Safe from any thread; one file is taken at a time. */
public final class AddressBook {
    private static final int PAGE = 500;

    private final Contacts contacts;

    /** Over these contacts. */
    public AddressBook(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Kinds of file. */
    public enum Kind {
        CSV,
        VCARD
    }

    /**
     * Reads the file and adds or updates contacts by it, all rows that hold or, in a preview, none. Never deletes.
     *
     * @param told the encoding the sender says it has, null: none
     */
    public synchronized ImportReport take(
            byte[] file, Kind kind, @Nullable Charset told, Office office, boolean preview) {
        Text text = Text.of(file, told);
        boolean vcards = kind == Kind.VCARD
                || text.text().stripLeading().regionMatches(true, 0, "BEGIN:VCARD", 0, "BEGIN:VCARD".length());
        Sheet sheet = vcards ? VcardSheet.read(text) : CsvSheet.read(text);
        CardReader reader = new CardReader(office);
        List<Card> cards = sheet.rows().stream().map(reader::card).toList();
        ImportPlan plan = new ImportPlan(existing(cards));
        cards.forEach(plan::take);
        sheet.broken().forEach(line -> plan.fault(line.line(), null, line.why()));
        if (!preview && !plan.changed().isEmpty()) {
            plan.written(contacts.write(plan.changed()));
        }
        return new ImportReport(
                preview,
                text.encoding(),
                sheet.separator(),
                sheet.columns().stream()
                        .map(c -> new ImportReport.Heading(
                                c.header(), c.means() == null ? null : c.means().header()))
                        .toList(),
                plan.items());
    }

    /** Everybody whom a row of the file may mean. */
    private List<Contact> existing(List<Card> cards) {
        Set<PhoneNumber> numbers = new LinkedHashSet<>();
        Map<String, Contact> found = new LinkedHashMap<>();
        for (Card card : cards) {
            if (card.entry() != null) {
                numbers.addAll(card.entry().numbers());
            }
            if (card.id() != null) {
                contacts.get(card.id()).ifPresent(contact -> found.put(contact.id(), contact));
            }
        }
        List<PhoneNumber> all = List.copyOf(numbers);
        for (int from = 0; from < all.size(); from += PAGE) {
            contacts.sharing(all.subList(from, Math.min(all.size(), from + PAGE)))
                    .forEach(contact -> found.put(contact.id(), contact));
        }
        return List.copyOf(found.values());
    }

    /** All contacts as a file, oldest first. */
    public byte[] file(Kind kind) {
        List<Contact> all = new ArrayList<>();
        String after = null;
        do {
            Contacts.Page page = contacts.list(null, PAGE, after);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        List<Contact> oldestFirst = all.reversed();
        return switch (kind) {
            case CSV -> CsvFile.of(oldestFirst);
            case VCARD -> VcardFile.of(oldestFirst);
        };
    }

    /** One contact as a vCard. */
    public byte[] card(Contact contact) {
        return VcardFile.of(List.of(Objects.requireNonNull(contact)));
    }
}
