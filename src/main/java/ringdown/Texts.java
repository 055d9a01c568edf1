package ringdown;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ringdown.contacts.Contact;
import ringdown.contacts.Contacts;
import ringdown.number.Language;
import ringdown.office.Greeting;
import ringdown.office.Office;

/** Every text of the office's own that a caller may hear, so that it is spoken before anybody calls. */
final class Texts {
    /** Names of more contacts than this are spoken when they call first. */
    private static final int CONTACTS = 500;

    private Texts() {}

    static Map<Language, List<String>> of(Office office, Contacts contacts) {
        List<String> usual = new ArrayList<>();
        usual.add(office.info().name());
        office.scripts().values().stream()
                .flatMap(script -> words(script.greeting()))
                .forEach(usual::add);
        String afterHours = office.afterHours().greeting();
        if (afterHours != null) {
            usual.add(afterHours);
        }
        office.afterHours().modes().values().stream()
                .map(mode -> mode.greeting())
                .filter(greeting -> greeting != null)
                .forEach(usual::add);
        office.people().forEach(person -> usual.add(person.spoken() == null ? person.name() : person.spoken()));
        office.teams().forEach(team -> usual.add(team.name()));
        Map<Language, List<String>> all = new EnumMap<>(Language.class);
        all.put(office.info().language(), usual);
        contacts.list(null, CONTACTS, null).items().forEach(contact -> add(contact, office, all));
        return all;
    }

    private static void add(Contact contact, Office office, Map<Language, List<String>> all) {
        Language language = contact.language() == null ? office.info().language() : contact.language();
        List<String> texts = all.computeIfAbsent(language, any -> new ArrayList<>());
        texts.add(contact.saidAs());
        if (contact.greeting() != null) {
            texts.add(contact.greeting());
        }
    }

    private static Stream<String> words(Greeting greeting) {
        return switch (greeting) {
            case Greeting.Text text -> Stream.of(text.words());
            case Greeting.None none -> Stream.empty();
            case Greeting.Personal personal -> Stream.empty();
        };
    }
}
