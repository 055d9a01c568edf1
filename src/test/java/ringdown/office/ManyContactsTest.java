package ringdown.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A hundred thousand contacts are read some at a time: nobody notices but the memory. */
class ManyContactsTest {
    private static final String OFFICE = """
            office: {name: Ромашка, country: UA}
            people:
              - {extension: 201, name: Олена, phones: [sip]}
            """;

    private static String contact(int n) {
        return String.format(
                Locale.ROOT,
                n % 3 == 0
                        ? "  - name: \"Контакт %1$d\"\n    numbers: [\"+38067%1$07d\"]\n    manager: 201\n"
                        : "  - {name: \"Контакт %1$d\", numbers: [\"+38067%1$07d\"], class: client}  # %1$d\n",
                n);
    }

    private static String file(String before, String after, int many) {
        return before
                + "contacts:\n"
                + IntStream.range(0, many).mapToObj(ManyContactsTest::contact).collect(Collectors.joining())
                + after;
    }

    private static Reading.Good good(String yaml) {
        return switch (OfficeFile.read(yaml)) {
            case Reading.Good good -> good;
            case Reading.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }

    @Test
    void manyAreReadAsFewAreWhateverStandsAroundThem() {
        String classes = "classes: [{name: client}]\n";
        List<ContactEntry> few = good(file(OFFICE + classes, "", 900)).contacts();
        for (String yaml : List.of(
                file(OFFICE + classes, "", 2500),
                file(OFFICE, classes, 2500),
                "\uFEFF" + file(OFFICE, "# the end\n\n" + classes + "...\n", 2500),
                file(OFFICE, classes, 2500).replace("\n", "\r\n"))) {
            Reading.Good many = good(yaml);
            assertThat(many.contacts()).hasSize(2500).startsWith(few.toArray(ContactEntry[]::new));
            assertThat(many.contacts().getLast().name()).isEqualTo("Контакт 2499");
            assertThat(many.office().classes()).hasSize(1);
        }
    }

    @Test
    void aFaultAmongManyIsNamedWithItsOwnLineAndPlace() {
        String yaml = file(OFFICE + "classes: [{name: client}]\n", "blocked: [12]\n", 2500)
                .replace("\"+380670002497\"], class: client", "\"+380670002497\"], class: vip")
                .replace("name: \"Контакт 4\"", "nam: \"Контакт 4\"");
        List<String> lines = yaml.lines().toList();
        List<Fault> faults = ((Reading.Faulty) OfficeFile.read(yaml)).faults();
        assertThat(faults)
                .extracting(Fault::field)
                .containsExactly("contacts[4].name", "contacts[4].nam", "contacts[2497].class", "blocked[0]");
        assertThat(lines.get(faults.get(2).line() - 1)).contains("Контакт 2497");
        assertThat(lines.get(faults.getLast().line() - 1)).startsWith("blocked");
    }

    @Test
    void aLargeFileWhoseContactsAreOneListInBracketsIsRefusedInPlainWords() {
        String flow = OFFICE + "contacts: ["
                + IntStream.range(0, 45_000)
                        .mapToObj(n -> "{name: \"Контакт номер " + n + "\", numbers: [\"+38067"
                                + String.format(Locale.ROOT, "%07d", n) + "\"]}")
                        .collect(Collectors.joining(",\n"))
                + "]\n";
        assertThat(((Reading.Faulty) OfficeFile.read(flow)).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.what()).startsWith("more than 2 MB are taken only where"));
        String repeated = file(OFFICE + "classes: [{name: client}]\n", "", 2500)
                .replace("name: \"Контакт 5\"", "name: &who \"Контакт 5\"");
        assertThat(good(repeated).contacts()).hasSize(2500);
    }
}
