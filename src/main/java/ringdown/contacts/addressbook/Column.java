package ringdown.contacts.addressbook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column or a property of an address book means. Headers are known as offices, spreadsheets, Google and Outlook write them. */
enum Column {
    ID("id"),
    NUMBERS(
            "numbers",
            "телефон",
            "телефони",
            "телефоны",
            "тел",
            "номер",
            "номера",
            "номери",
            "номер телефону",
            "номер телефона",
            "phone",
            "phones",
            "phone number",
            "number",
            "tel",
            "telephone",
            "mobile",
            "cell",
            "мобільний",
            "мобильный"),
    NAME(
            "name",
            "full name",
            "display name",
            "fn",
            "contact",
            "піб",
            "фио",
            "ф и о",
            "п і б",
            "контакт",
            "клієнт",
            "клиент",
            "назва",
            "название",
            "наименование",
            "найменування",
            "імя",
            "имя",
            "контактна особа",
            "контактное лицо"),
    GIVEN("first name", "given name", "firstname"),
    MIDDLE("middle name", "additional name", "по батькові", "отчество"),
    FAMILY("last name", "family name", "surname", "lastname", "прізвище", "фамилия"),
    COMPANY(
            "company",
            "organization",
            "organisation",
            "organization name",
            "organization 1 name",
            "org",
            "firm",
            "компанія",
            "компания",
            "фірма",
            "фирма",
            "організація",
            "организация"),
    CALLER_CLASS(
            "class",
            "type of caller",
            "caller type",
            "contact type",
            "type",
            "category",
            "тип звернення",
            "тип обращения",
            "тип",
            "тип контакту",
            "тип контакта",
            "тип клієнта",
            "тип клиента",
            "клас",
            "класс",
            "категорія",
            "категория"),
    MANAGER("manager", "менеджер", "відповідальний", "ответственный", "responsible"),
    BACKUPS("backups", "підстраховка", "страхующие", "підстраховують"),
    SPOKEN("spoken", "звертання", "обращение", "як звертатися", "как обращаться"),
    GREETING("greeting", "привітання", "приветствие"),
    LANGUAGE("language", "мова", "язык"),
    SAY_NAME("sayname", "say name", "називати імя", "называть имя"),
    NOTE(
            "note",
            "notes",
            "comment",
            "comments",
            "примітка",
            "примітки",
            "примечание",
            "примечания",
            "нотатка",
            "нотатки",
            "заметка",
            "заметки",
            "коментар",
            "комментарий");

    /** "Phone 1 - Value", "Mobile Phone", "Телефон робочий"; not the label beside it and not the fax. */
    private static final Pattern TELEPHONE = Pattern.compile(".*(phone|mobile|телефон|мобіл|мобил).*");

    private static final Pattern NO_TELEPHONE = Pattern.compile(".*(type|label|fax|phonetic|факс|тип|фонетич).*");

    private final List<String> headers;

    Column(String... headers) {
        this.headers = List.of(headers);
    }

    /** The column with that header, in whatever letter case and language; empty: kept in the note. */
    static Optional<Column> of(String header) {
        String words = plain(header);
        Optional<Column> exact =
                Arrays.stream(values()).filter(c -> c.headers.contains(words)).findFirst();
        boolean telephone = TELEPHONE.matcher(words).matches()
                && !NO_TELEPHONE.matcher(words).matches();
        return exact.isPresent() || !telephone ? exact : Optional.of(NUMBERS);
    }

    /** How exported files name it. */
    String header() {
        return this == SAY_NAME ? "sayName" : this == CALLER_CLASS ? "class" : headers.getFirst();
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT)
                .replaceAll("['’ʼ`\"]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
