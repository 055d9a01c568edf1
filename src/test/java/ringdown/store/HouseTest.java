package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.contacts.Contact;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.line.LineProfile;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;
import ringdown.office.Account;
import ringdown.office.Accounts;
import ringdown.office.ContactEntry;
import ringdown.office.Passes;
import ringdown.office.PersonState;
import ringdown.presence.StatesOnDisk;
import ringdown.sip.Registration;

/** What the other rooms keep comes back after a restart as it was. */
class HouseTest {
    private static final PhoneNumber LILY = new PhoneNumber(Box.LILY);
    private static final PhoneNumber DESK = new PhoneNumber("+380442223344");

    @TempDir
    Path dir;

    private Box box;

    @BeforeEach
    void start() throws StoreFault {
        box = Box.ready(dir, Box.MONDAY);
    }

    @AfterEach
    void stop() {
        box.close();
    }

    private void restart() throws StoreFault {
        box.close();
        box = Box.ready(dir, Box.MONDAY.plusSeconds(60));
    }

    @Test
    void aFileOfTwiceAsManyContactsIsLookedThroughTwiceAsOften() {
        int small = looksInto(40);
        assertThat(looksInto(80)).isLessThanOrEqualTo(2 * small);
    }

    /** How often an entry of a file of so many is looked at when it is merged. */
    private int looksInto(int entries) {
        AtomicInteger looks = new AtomicInteger();
        List<ContactEntry> all = IntStream.range(0, entries)
                .mapToObj(n -> new ContactEntry(
                        "Контакт " + n,
                        null,
                        List.of(new PhoneNumber("+38067%07d".formatted(entries * 1000 + n))),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null))
                .toList();
        int written = box.store.contacts().merge(new AbstractList<>() {
            @Override
            public ContactEntry get(int n) {
                looks.incrementAndGet();
                return all.get(n);
            }

            @Override
            public int size() {
                return all.size();
            }
        });
        assertThat(written).isEqualTo(entries);
        return looks.get();
    }

    @Test
    void contactsAreFoundByNumberAndByAnyWord() throws StoreFault {
        var contacts = box.store.contacts();
        Contact lily = contacts.add(new Contact(
                "",
                "ТОВ «Лілія»",
                "компанія Лілія",
                List.of(LILY, DESK),
                "client",
                new Extension("201"),
                List.of(new Extension("202")),
                "Вітаємо!",
                Language.UK,
                null,
                true));
        Contact wife = contacts.add(new Contact(
                "", "Оксана Мороз", null, List.of(DESK), null, null, List.of(), null, null, "Лілія", false));
        restart();
        contacts = box.store.contacts();
        assertThat(contacts.find(LILY)).containsExactly(lily);
        assertThat(contacts.find(DESK)).containsExactly(lily, wife);
        assertThat(contacts.list("ЛІЛІЯ", 10, null).items()).containsExactly(wife, lily);
        assertThat(contacts.list("5011122", 10, null).items()).containsExactly(lily);
        assertThat(contacts.list("100%", 10, null).items()).isEmpty();
        assertThat(contacts.list(null, 1, null).next()).isNotNull();
        assertThat(contacts.update(lily.withClass("prospect"))).isTrue();
        assertThat(contacts.get(lily.id()).orElseThrow().callerClass()).isEqualTo("prospect");
        assertThat(contacts.delete(wife.id())).isTrue();
        assertThat(contacts.delete(wife.id())).isFalse();
        assertThat(contacts.find(DESK)).hasSize(1);
    }

    @Test
    void entriesOfAnOfficeFileAddAndUpdateButNeverDelete() {
        var entry = new ContactEntry("Лілія", null, List.of(LILY), "client", null, List.of(), null, null, null, null);
        assertThat(box.store.contacts().merge(List.of(entry))).isEqualTo(1);
        assertThat(box.store.contacts().merge(List.of(entry))).isEqualTo(1);
        assertThat(box.store.contacts().list(null, 10, null).items()).hasSize(1);
        assertThat(box.store.contacts().merge(List.of())).isZero();
        assertThat(box.store.contacts().find(LILY)).hasSize(1);
    }

    @Test
    void theOfficeFileIsReplacedOnlyFromTheVersionThatStands() throws StoreFault {
        var office = box.store.office();
        assertThat(office.current()).isEmpty();
        var first = office.replace("a: 1", "start", Box.MONDAY, null).orElseThrow();
        var second =
                office.replace("a: 2", "installer", Box.MONDAY, first.version()).orElseThrow();
        assertThat(office.replace("a: 3", "installer", Box.MONDAY, first.version()))
                .isEmpty();
        restart();
        assertThat(box.store.office().current()).contains(second);
    }

    @Test
    void accountsSessionsAndTokens() throws StoreFault {
        Accounts accounts = box.store.accounts();
        Passes passes = box.store.passes();
        var olena = new Accounts.Login("olena", Account.Role.STAFF, new Extension("201"), "hash");
        accounts.put(olena, null);
        var token = new Passes.Pass("t1", Passes.Kind.TOKEN, "olena", "backup", Box.MONDAY, null, null);
        var session = new Passes.Pass(
                "s1", Passes.Kind.SESSION, "olena", null, Box.MONDAY, Box.MONDAY.plusSeconds(60), Box.MONDAY);
        passes.issue(token, "h1");
        passes.issue(session, "h2");
        restart();
        assertThat(box.store.accounts().find("olena")).contains(olena);
        assertThat(box.store.passes().findPass("h1")).contains(token);
        assertThat(box.store.passes().findPass("h2")).contains(session);
        box.store.passes().forgetExpired(Box.MONDAY.plus(Duration.ofHours(1)));
        assertThat(box.store.passes().revoke("t1")).isTrue();
        assertThat(box.store.passes().revoke("t1")).isFalse();
        assertThat(box.store.passes().findPass("h2")).isEmpty();
        box.store.passes().issue(token, "h1");
        box.store.passes().issue(session, "h2");
        box.store.accounts().put(olena, null);
        assertThat(box.store.passes().findPass("h1")).as("the same password").isPresent();
        box.store.accounts().put(new Accounts.Login("olena", Account.Role.STAFF, null, "another"), "s1");
        assertThat(box.store.passes().findPass("h1")).as("another password").isEmpty();
        assertThat(box.store.passes().findPass("h2")).as("who changed it").isPresent();
        box.store.accounts().put(olena, null);
        assertThat(box.store.passes().findPass("h2")).isEmpty();
        box.store.passes().issue(token, "h1");
        assertThat(box.store.accounts().remove("olena")).isTrue();
        assertThat(box.store.passes().findPass("h1")).isEmpty();
    }

    @Test
    void registrationsStatesAndLineProfiles() throws StoreFault {
        var registration = new Registration(
                new Extension("201"),
                "sip:201@10.0.0.5:5062",
                null,
                "udp",
                "10.0.0.5",
                5062,
                "abc",
                7,
                1000,
                "baresip",
                Box.MONDAY,
                Duration.ofSeconds(600));
        box.store.registrations().save(registration);
        box.store.people().save(new Extension("201"), PersonState.AWAY, Box.MONDAY);
        box.store.people().save(new Extension("202"), PersonState.AWAY, Box.MONDAY);
        box.store.people().save(new Extension("202"), PersonState.AVAILABLE, Box.MONDAY);
        box.store.lineProfiles().learnt("fxo:1", new LineProfile(48.5, 4000, 2, 1));
        restart();
        assertThat(box.store.registrations().load()).containsExactly(registration);
        assertThat(box.store.people().load().keySet()).containsOnly(new Extension("201"));
        assertThat(box.store.people().load().values())
                .extracting(StatesOnDisk.Kept::state)
                .containsOnly(PersonState.AWAY);
        assertThat(box.store.lineProfiles().of("fxo:1")).isEqualTo(new LineProfile(48.5, 4000, 2, 1));
        box.store.registrations().remove(registration.id());
        restart();
        assertThat(box.store.registrations().load()).isEmpty();
    }

    @Test
    void aMessageIsListedOnceItsCallHasEndedWithIt() throws Exception {
        var messages = box.store.messages();
        String call = box.rings(Box.LILY);
        box.belongsTo(call, Box.LILY, "c1");
        var begun = messages.begin(call, "care", Box.LILY);
        Files.write(begun.file(), new byte[44]);
        assertThat(messages.list(null, 50, null).items()).isEmpty();
        box.ledger.close(
                call,
                new Ending(
                        Outcome.MESSAGE,
                        box.clock.now(),
                        null,
                        9,
                        0,
                        0,
                        0,
                        true,
                        false,
                        begun.id(),
                        4.5,
                        Box.draft(Box.LILY, "c1", box.clock.now())));
        box.store.contacts().delete("nobody"); // a call waits 300 ms for a slow disk, this as long as it takes
        var message = messages.list("care", 50, null).items().getFirst();
        assertThat(message.seconds()).isEqualTo(4.5);
        assertThat(message.callerName()).isEqualTo("ТОВ «Лілія»");
        assertThat(messages.audio(begun.id())).contains(begun.file());
        assertThat(messages.unheard("care")).isEqualTo(1);
        assertThat(messages.markHeard(begun.id())).isTrue();
        assertThat(messages.unheard("care")).isZero();
        assertThat(messages.delete(begun.id())).isTrue();
        assertThat(messages.delete(begun.id())).isFalse();
        assertThat(begun.file()).doesNotExist();
    }
}
