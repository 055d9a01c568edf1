package ringdown.contacts.addressbook;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;

/** Contacts as vCards 3.0 (RFC 2426), which every telephone takes; what only the box knows is in properties of its own. */
final class VcardFile {
    private VcardFile() {}

    static byte[] of(List<Contact> contacts) {
        StringWriter text = new StringWriter();
        try (VObjectWriter cards = new VObjectWriter(text, SyntaxStyle.NEW)) {
            for (Contact contact : contacts) {
                write(cards, contact);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(VObjectWriter cards, Contact contact) throws IOException {
        Extension manager = contact.manager();
        cards.writeBeginComponent("VCARD");
        cards.writeVersion("3.0");
        put(cards, "FN", contact.name());
        cards.writeProperty("N", escaped(contact.name()) + ";;;;");
        put(cards, "ORG", contact.company());
        for (PhoneNumber number : contact.numbers()) {
            VObjectParameters voice = new VObjectParameters();
            voice.put("TYPE", "VOICE");
            cards.writeProperty(null, "TEL", voice, number.e164());
        }
        put(cards, "NOTE", contact.note());
        put(cards, "X-RINGDOWN-ID", contact.id().isEmpty() ? null : contact.id());
        put(cards, "X-RINGDOWN-CLASS", contact.callerClass());
        put(cards, "X-RINGDOWN-MANAGER", manager == null ? null : manager.digits());
        put(cards, "X-RINGDOWN-BACKUPS", backups(contact));
        put(cards, "X-RINGDOWN-SPOKEN", contact.spoken());
        put(cards, "X-RINGDOWN-GREETING", contact.greeting());
        put(
                cards,
                "LANG",
                contact.language() == null ? null : contact.language().code());
        put(cards, "X-RINGDOWN-SAYNAME", contact.sayName() ? null : "false");
        cards.writeEndComponent("VCARD");
    }

    private static @Nullable String backups(Contact contact) {
        return contact.backups().isEmpty()
                ? null
                : contact.backups().stream().map(Extension::digits).collect(Collectors.joining(","));
    }

    private static void put(VObjectWriter cards, String property, @Nullable String value) throws IOException {
        if (value != null) {
            cards.writeProperty(property, escaped(value));
        }
    }

    private static String escaped(String value) {
        return VObjectPropertyValues.escape(value).replace("\r\n", "\n").replace("\n", "\\n");
    }
}
