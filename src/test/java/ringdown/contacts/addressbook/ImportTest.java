package ringdown.contacts.addressbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.Patience;
import ringdown.clock.BoxClock;
import ringdown.contacts.Contact;
import ringdown.contacts.addressbook.ImportReport.Result;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;
import ringdown.store.Store;

/** Files of contacts, over a real store. */
class ImportTest {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    @TempDir
    Path dir;

    private final BoxClock clock = new BoxClock(() -> true, Instant.parse("2026-11-23T08:00:00Z"));
    private final Notices notices = new Notices();
    private Store store;
    private AddressBook book;
    private Office office;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(dir, clock, notices, new Alarms(notices), Patience.LONG);
        book = new AddressBook(store.contacts());
        try (var file = ImportTest.class.getResourceAsStream("/ringdown/proof/office.yaml")) {
            if (!(OfficeFile.read(file.readAllBytes()) instanceof Reading.Good good)) {
                throw new IOException("the contract's office does not hold");
            }
            office = good.office();
        }
    }

    @AfterEach
    void close() {
        store.close();
        notices.close();
        clock.close();
    }

    private ImportReport csv(String text) {
        return csv(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private ImportReport csv(byte[] file, boolean preview) {
        return book.take(file, AddressBook.Kind.CSV, null, office, preview);
    }

    private ImportReport vcard(String text) {
        return book.take(text.getBytes(StandardCharsets.UTF_8), AddressBook.Kind.VCARD, null, office, false);
    }

    private List<Contact> all() {
        return store.contacts().list(null, 500, null).items().reversed();
    }

    private Contact only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private static void everyRow(ImportReport report, Result result) {
        assertThat(report.items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.result()).isEqualTo(result));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            value = {
                "Ім'я;Телефон;Компанія;Тип звернення;Менеджер!uk",
                "ФИО;Телефон;Организация;Класс;Ответственный!ru",
                "Name;Phone;Company;Class;Manager!en"
            })
    void aTableIsUnderstoodInEachLanguageEncodingAndWithEachSeparator(String header, String language) {
        String row = "Оксана Мороз;050 111-22-33;ТОВ «Лілія»;client;Олена Коваленко";
        for (String separator : List.of(";", ",", "\t")) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, CYRILLIC, StandardCharsets.UTF_16LE)) {
                all().forEach(contact -> store.contacts().delete(contact.id()));
                String mark = charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "";
                String text = mark + (header + "\r\n" + row + "\r\n").replace(";", separator);
                ImportReport report = csv(text.getBytes(charset), false);
                everyRow(report, Result.NEW);
                assertThat(report.encoding()).isEqualTo(charset.name().toLowerCase(java.util.Locale.ROOT));
                Contact contact = only();
                assertThat(contact.name()).isEqualTo("Оксана Мороз");
                assertThat(contact.numbers()).containsExactly(new PhoneNumber("+380501112233"));
                assertThat(contact.company()).isEqualTo("ТОВ «Лілія»");
                assertThat(contact.callerClass()).isEqualTo("client");
                assertThat(contact.manager()).isEqualTo(new Extension("201"));
            }
        }
    }

    @Test
    void aPreviewSaysWhatWouldHappenAndWritesNothing() {
        ImportReport report = csv("name,phone\nОксана,0501112233\n".getBytes(StandardCharsets.UTF_8), true);
        everyRow(report, Result.NEW);
        assertThat(report.items().getFirst().contactId()).isNull();
        assertThat(all()).isEmpty();
    }

    @Test
    void theSecondImportOfTheSameFileChangesNothing() {
        String file = """
                Прізвище;Ім'я;По батькові;Телефон;Телефон 2;Тип звернення;Email;Адреса
                Мороз;Оксана;Петрівна;0501112233;044 222 33 44;client;o@example.org;Київ
                Мороз;Іван;;0501112233;;;;
                Мороз;Оксана;Петрівна;0671112233;0501112233;prospect;;Львів
                ;;;0931234567;;;;
                """;
        ImportReport first = csv(file);
        assertThat(first.items().stream().map(ImportReport.Item::result))
                .containsExactly(Result.NEW, Result.NEW, Result.UPDATED, Result.NEW);
        List<Contact> before = all();
        ImportReport second = csv(file);
        everyRow(second, Result.DUPLICATE);
        assertThat(all()).isEqualTo(before).hasSize(3);
        Contact oksana = before.getFirst();
        assertThat(oksana.name()).isEqualTo("Оксана Петрівна Мороз");
        assertThat(oksana.numbers()).hasSize(3);
        assertThat(oksana.callerClass()).isEqualTo("client");
        assertThat(oksana.note()).contains("Email: o@example.org", "Адреса: Київ", "Адреса: Львів");
        assertThat(first.items().get(1).reason()).contains("shares its number with Оксана Петрівна Мороз");
    }

    @Test
    void whatTheFileSaysGoesBeforeTheCardAndWhatItLeavesOutStays() {
        csv("name;phone;manager;greeting\nЛілія;0501112233;201;Вітаємо!\n");
        ImportReport report = csv("назва;телефон;менеджер;клас\nТОВ «ЛІЛІЯ»;0442223344, 0501112233;202;client\n");
        assertThat(report.items().getFirst().changes()).containsExactly("numbers", "class", "manager");
        Contact lily = only();
        assertThat(lily.name()).isEqualTo("Лілія");
        assertThat(lily.manager()).isEqualTo(new Extension("202"));
        assertThat(lily.greeting()).isEqualTo("Вітаємо!");
        assertThat(lily.numbers()).hasSize(2);
    }

    @Test
    void aFaultNamesItsLineAndReasonAndTheOtherRowsAreTaken() {
        ImportReport report = csv("""
                name,phone,class
                "Лілія,
                квіти",0501112233,client
                Хтось,12,client
                Ніхто,,
                Відрізаний,"3,80501E+11",
                Марія,"044 222 33 44, abc",wizard
                """);
        assertThat(report.items().stream().map(ImportReport.Item::line)).containsExactly(2L, 4L, 5L, 6L, 7L);
        assertThat(report.items().stream().map(ImportReport.Item::result))
                .containsExactly(Result.NEW, Result.FAULT, Result.FAULT, Result.FAULT, Result.NEW);
        assertThat(report.items().get(1).reason()).isEqualTo("\"12\" is no telephone number");
        assertThat(report.items().get(2).reason()).isEqualTo("there is no telephone number");
        assertThat(report.items().get(3).reason()).contains("cut");
        assertThat(report.items().get(4).reason()).contains("\"abc\"", "\"wizard\"");
        assertThat(all()).hasSize(2);
        assertThat(all().getLast().note()).contains("abc", "wizard");
    }

    @Test
    void aTableWithoutAHeaderAndOneOfGoogleAreUnderstood() {
        everyRow(csv("Лілія;+38 (050) 111-22-33\nМак;0442223344\n"), Result.NEW);
        ImportReport google = csv("""
                First Name,Last Name,Organization Name,Phone 1 - Label,Phone 1 - Value,Labels
                Олег,Сом,ПП «Мак»,Mobile,050 777 88 99 ::: 067 777 88 99,* myContacts
                """);
        everyRow(google, Result.NEW);
        Contact oleg = all().getLast();
        assertThat(oleg.name()).isEqualTo("Олег Сом");
        assertThat(oleg.numbers()).hasSize(2);
        assertThat(oleg.note()).contains("Phone 1 - Label: Mobile", "Labels: * myContacts");
    }

    @Test
    void aNameIsNotTakenTwiceNorAHonorificForAName() {
        everyRow(csv("""
                Name,Given Name,Additional Name,Family Name,Yomi Name,Phonetic First Name,Phone 1 - Type,Phone 1 - Value
                Oksana Moroz,Oksana,,Moroz,,0931112299,Mobile,+380501112233
                """), Result.NEW);
        assertThat(only().name()).isEqualTo("Oksana Moroz");
        assertThat(only().numbers()).containsExactly(new PhoneNumber("+380501112233"));
        everyRow(csv("Обращение;Имя;Отчество;Фамилия;Рабочий телефон\nг-н;Олег;;Сом;0671112233\n"), Result.NEW);
        assertThat(all().getLast().name()).isEqualTo("Олег Сом");
        assertThat(all().getLast().spoken()).isNull();
    }

    @Test
    void aTableInUtf16WithoutItsMarkAndVcardsCalledATableAreUnderstood() {
        byte[] sheet = "ПІБ;Телефон\r\nОксана Мороз;0501112233\r\n".getBytes(StandardCharsets.UTF_16BE);
        everyRow(csv(sheet, false), Result.NEW);
        everyRow(csv("BEGIN:VCARD\nVERSION:3.0\nFN:Оксана Мороз\nTEL:0501112233\nEND:VCARD\n"), Result.DUPLICATE);
        assertThat(only().name()).isEqualTo("Оксана Мороз");
    }

    /** Calls are written by the same thread as contacts: the first ones are on disk while the others wait. */
    @Test
    void aLongTableIsWrittenSomeAtATime() throws Exception {
        StringBuilder table = new StringBuilder("name;phone\n");
        for (int i = 0; i < 4_000; i++) {
            table.append("Контакт %d;067%07d%n".formatted(i, i));
        }
        PhoneNumber first = new PhoneNumber("+380670000000");
        PhoneNumber last = new PhoneNumber("+380670003999");
        Thread importing = Thread.ofVirtual().start(() -> csv(table.toString()));
        while (store.contacts().find(first).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(store.contacts().find(last)).isEmpty();
        importing.join();
        assertThat(store.contacts().find(last)).hasSize(1);
        everyRow(csv(table.toString()), Result.DUPLICATE);
    }

    @Test
    void vcardsOfEveryVersionAreUnderstood() {
        everyRow(vcard("""
                BEGIN:VCARD\r
                VERSION:2.1\r
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9C=D0=BE=D1=80=D0=BE=D0=B7;=D0=9E=D0=BA=\r
                =D1=81=D0=B0=D0=BD=D0=B0;;;\r
                TEL;CELL:0501112233\r
                END:VCARD\r
                BEGIN:VCARD\r
                VERSION:3.0\r
                FN:Іван Бондар\r
                N:Бондар;Іван;;;\r
                ORG:ТОВ «Лілія»;Відділ продажу\r
                item1.TEL;TYPE=CELL:+38 067 111 22 33\r
                TEL;TYPE=HOME:044 222-33-44\r
                EMAIL:ivan@example.org\r
                NOTE:Любить каву\\, з молоком\\nі цукор\r
                PHOTO;ENCODING=b:AAAA\r
                END:VCARD\r
                BEGIN:VCARD\r
                VERSION:4.0\r
                FN:Марія Шевчен\r
                 ко\r
                TEL;VALUE=uri;TYPE="voice,work":tel:+380-93-111-22-33;ext=5\r
                END:VCARD\r
                """), Result.NEW);
        assertThat(all().stream().map(Contact::name)).containsExactly("Оксана Мороз", "Іван Бондар", "Марія Шевченко");
        Contact ivan = all().get(1);
        assertThat(ivan.numbers()).hasSize(2);
        assertThat(ivan.company()).isEqualTo("ТОВ «Лілія»");
        assertThat(ivan.note()).isEqualTo("Любить каву, з молоком\nі цукор\nEMAIL: ivan@example.org");
        assertThat(all().getLast().numbers()).containsExactly(new PhoneNumber("+380931112233"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "Тип, Клієнт, client",
        "Тип, клиенты, client",
        "Type, Client, client",
        "Класс, CLIENT, client",
        "Клас, Кандидат, jobseeker",
        "Тип контакта, соискатель, jobseeker",
        "Category, Job-Seeker, ",
        "Тип, новий клієнт, prospect",
    })
    void aColumnOfTypesIsTheClassInWhateverWordsTheOfficeHasForIt(String header, String written, String known) {
        String file = "Ім'я,Телефон," + header + "\nОксана Мороз,0501112233," + written + "\n";
        ImportReport report = csv(file.getBytes(StandardCharsets.UTF_8), true);
        assertThat(report.columns().getLast().means()).isEqualTo("class");
        assertThat(report.items().getFirst().callerClass()).isEqualTo(known);
        String remark = known == null ? "the office has no class \"" + written + "\"" : null;
        assertThat(report.items().getFirst().reason()).isEqualTo(remark);
        csv(file);
        assertThat(only().callerClass()).isEqualTo(known);
        assertThat(only().note()).isEqualTo(known == null ? written : null);
    }

    @Test
    void theKeyOfAClassNamesItToo() {
        var keyed = new ringdown.office.CallerClass(
                "vip",
                "7",
                null,
                null,
                null,
                null,
                java.time.Duration.ofHours(1),
                ringdown.office.CallerClass.Obligation.CALL_BACK,
                null,
                false);
        assertThat(ClassWords.classOf(" 7 ", List.of(keyed))).contains("vip");
        assertThat(ClassWords.classOf("8", List.of(keyed))).isEmpty();
    }

    @Test
    void whatIsExportedComesBackUnchanged() {
        store.contacts()
                .add(new Contact(
                        "",
                        "=HYPERLINK(\"http://evil\")",
                        "Оксано Петрівно",
                        List.of(new PhoneNumber("+380501112233"), new PhoneNumber("+4930123456")),
                        "client",
                        new Extension("201"),
                        List.of(new Extension("202"), new Extension("203")),
                        "Вітаємо; «друже»!",
                        ringdown.number.Language.UK,
                        "ТОВ «Лілія»",
                        false,
                        "перший рядок\nдругий, рядок"));
        List<Contact> before = all();
        for (AddressBook.Kind kind : AddressBook.Kind.values()) {
            byte[] file = book.file(kind);
            everyRow(book.take(file, kind, null, office, false), Result.DUPLICATE);
            assertThat(all()).isEqualTo(before);
            store.contacts().delete(only().id());
            everyRow(book.take(file, kind, null, office, false), Result.NEW);
            assertThat(only().withId(before.getFirst().id())).isEqualTo(before.getFirst());
            before = all();
        }
        String csv = new String(book.file(AddressBook.Kind.CSV), StandardCharsets.UTF_8);
        assertThat(csv).contains("'=HYPERLINK").contains("+380 501 112 233");
    }
}
