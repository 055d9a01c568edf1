package ringdown.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.LegMail;
import ringdown.call.OutsideLine;
import ringdown.call.Telephone;
import ringdown.clock.BoxClock;
import ringdown.clock.HandClock;
import ringdown.media.Voice;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.OfficeFile;
import ringdown.office.Phone;
import ringdown.office.Reading;
import ringdown.store.Store;

/** A call for help goes on for as long as whoever made it waits, over whatever line lets it through (LINES rule 1). */
class HelpOutTest {
    private static final String OFFICE = """
            office: {name: A, country: UA}
            people: [{extension: 201, name: B, phones: ["fxs:1"]}]
            lines: [{port: "fxo:1", number: "+380441230001"}, {port: "fxo:2", number: "+380441230002"}]
            """;
    private static final String CALL = "c1";

    private final BlockingQueue<End> dialled = new LinkedBlockingQueue<>();

    /** One end of a call, which does nothing but go when it is told to. */
    private record End(String via, LegMail mail) implements Leg {
        @Override
        public String id() {
            return via;
        }

        @Override
        public Voice voice() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean answered() {
            return false;
        }

        @Override
        public void ringing() {}

        @Override
        public void earlySound() {}

        @Override
        public void answer() {}

        @Override
        public void sendDigit(char digit) {}

        @Override
        public void hangUp(HangupCause cause) {
            goes(cause);
        }

        void goes(HangupCause cause) {
            mail.post(new CallEvent.Gone(this, cause, true));
        }
    }

    private final class Line implements OutsideLine {
        private final String via;

        Line(String via) {
            this.via = via;
        }

        @Override
        public String via() {
            return via;
        }

        @Override
        public State state() {
            return State.IDLE;
        }

        @Override
        public boolean free() {
            return true;
        }

        @Override
        public Leg dial(String number, @Nullable String shown, Inbox inbox) {
            End far = new End(via, new LegMail(inbox));
            dialled.add(far);
            return far;
        }
    }

    private final Equipment pluggedIn = new Equipment() {
        private final List<OutsideLine> lines = List.of(new Line("fxo:1"), new Line("fxo:2"));

        @Override
        public Optional<Telephone> telephone(Extension person, Phone phone) {
            return Optional.empty();
        }

        @Override
        public List<OutsideLine> outsideLines() {
            return lines;
        }
    };

    @TempDir
    Path dir;

    private final Notices notices = new Notices();
    private final BoxClock clock = new BoxClock(() -> true, Instant.parse("2026-11-23T08:00:00Z"));
    private final HandClock time = new HandClock();
    private Store store;
    private End caller;
    private CallRun run;

    @BeforeEach
    @SuppressWarnings("NullAway") // of all that a desk has, this needs but little
    void open() throws Exception {
        store = Store.open(dir, clock, notices, new Alarms(notices), ringdown.Patience.LONG);
        if (!(OfficeFile.read(OFFICE.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Good good)) {
            throw new IllegalStateException("the office does not hold");
        }
        Desk desk = new Desk(
                new CurrentOffice(good.office()),
                store.ledger(),
                time,
                null,
                null,
                null,
                store.contacts(),
                store.classLearning(),
                null,
                null,
                null,
                pluggedIn,
                new WaysOut(pluggedIn, time),
                null,
                null,
                new Dialling(),
                null,
                null,
                notices,
                null,
                null,
                null);
        Inbox inbox = new Inbox(time, CALL);
        caller = new End("fxs:1", new LegMail(inbox));
        run = new CallRun(desk, inbox, caller);
    }

    @AfterEach
    void close() {
        store.close();
        notices.close();
        clock.close();
    }

    private Thread dials(WaysOut.Purpose purpose) {
        return Thread.ofVirtual().start(() -> {
            try {
                new OutgoingCall(run, new Extension("201"), "112", null, purpose).serve();
            } catch (CallerLeft left) {
                run.hangUp(caller, HangupCause.NORMAL);
            }
        });
    }

    private End next() throws InterruptedException {
        End far = dialled.poll(60, TimeUnit.SECONDS);
        assertThat(far).as("dialled").isNotNull();
        return far;
    }

    @Test
    void helpRingsForAsLongAsWhoeverCallsWaitsAndALineThatRefusesTheNumberIsLeftForTheNextOne() throws Exception {
        Thread call = dials(WaysOut.Purpose.EMERGENCY);
        End first = next();
        first.mail().post(new CallEvent.Ringing(first));
        for (int n = 0; n < 20; n++) {
            time.passes(Duration.ofMinutes(4));
            assertThat(call.join(Duration.ofMillis(5))).as("given up").isFalse();
        }
        first.goes(HangupCause.NO_SUCH_NUMBER);
        assertThat(next().via()).isEqualTo("fxo:2");
        caller.goes(HangupCause.NORMAL);
        call.join();
    }

    @Test
    void anybodyElseIsGivenUp() throws Exception {
        Thread call = dials(WaysOut.Purpose.PERSON);
        End first = next();
        first.mail().post(new CallEvent.Ringing(first));
        do {
            time.passes(Duration.ofMinutes(4));
        } while (!call.join(Duration.ofMillis(5)));
        assertThat(dialled).isEmpty();
    }
}
