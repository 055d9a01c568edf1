package ringdown.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Patience;
import ringdown.audio.Wav;
import ringdown.clock.BoxClock;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;
import ringdown.store.Store;

/** The rule that counts for a message is the one that stands when it is about to go. */
@Timeout(300)
class RetentionRulesTest {
    private static final int MESSAGES = 24;
    private static final int GONE_BEFORE = 7;

    @TempDir
    Path dir;

    private final Notices notices = new Notices();
    private final BoxClock clock = new BoxClock(() -> true, Instant.parse("2026-11-02T08:00:00Z"));
    private Store store;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(dir, clock, notices, new Alarms(notices), Patience.LONG);
        store.ready();
        for (int n = 0; n < MESSAGES; n++) {
            leaves("+38067123450" + n % 10);
        }
    }

    @AfterEach
    void close() {
        store.close();
        notices.close();
        clock.close();
    }

    private static Office keeping(String keep) {
        String yaml = "office: {name: R, country: UA}\nvoicemail: {keep: " + keep + "}\n";
        if (!(OfficeFile.read(yaml.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Good good)) {
            throw new IllegalStateException("the office does not hold");
        }
        return good.office();
    }

    /** Heard, and nothing is owed for it. */
    private void leaves(String number) throws Exception {
        String call = store.ids().next();
        Instant now = clock.now();
        store.ledger().open(new CallOpened(call, now, Direction.IN, "fxo:1", null, number, null, false, null));
        var begun = store.messages().begin(call, "201", number);
        Files.write(begun.file(), Wav.bytes(new short[24_000]));
        store.ledger()
                .close(call, new Ending(Outcome.MESSAGE, now, null, 5, 0, 0, 0, true, false, begun.id(), 3.0, null));
        store.messages().markHeard(begun.id());
        store.ledger()
                .owed()
                .forEach(promise -> store.ledger().settle(promise.id(), false, "callerDeclined", "201", now, null));
    }

    private int left() {
        return store.messages().list(null, 100, null).items().size();
    }

    /** The store's messages; with the seventh that goes somebody changes the rule. */
    private Messages changing(Runnable rule) {
        AtomicInteger gone = new AtomicInteger();
        return (Messages) Proxy.newProxyInstance(
                Messages.class.getClassLoader(), new Class<?>[] {Messages.class}, (self, method, arguments) -> {
                    try {
                        Object answer = method.invoke(store.messages(), arguments);
                        if (method.getName().equals("expire") && gone.incrementAndGet() == GONE_BEFORE) {
                            rule.run();
                        }
                        return answer;
                    } catch (InvocationTargetException inside) {
                        throw inside.getCause();
                    }
                });
    }

    @Test
    void aRuleThatIsChangedWhileMessagesAreDeletedSpareTheRest() {
        assertThat(left()).isEqualTo(MESSAGES);
        clock.moveTo(clock.now().plus(Duration.ofDays(9)));
        CurrentOffice office = new CurrentOffice(keeping("8d"));
        try (Retention retention =
                new Retention(clock, office, changing(() -> office.replace(keeping("365d"))), notices)) {
            retention.look();
            assertThat(left()).isEqualTo(MESSAGES - GONE_BEFORE);
            retention.look();
            assertThat(left()).as("kept by the new rule").isEqualTo(MESSAGES - GONE_BEFORE);
            office.replace(keeping("8d"));
            retention.look();
            assertThat(left()).isZero();
        }
    }
}
