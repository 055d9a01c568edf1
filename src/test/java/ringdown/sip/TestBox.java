package ringdown.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ringdown.clock.BoxClock;
import ringdown.media.MediaClock;
import ringdown.media.MonotonicTicks;
import ringdown.media.SwitchingMatrix;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;
import ringdown.office.AfterHours;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.OfficeInfo;
import ringdown.office.Person;
import ringdown.office.Phone;
import ringdown.office.Provider;
import ringdown.office.Secret;
import ringdown.office.Trunk;
import ringdown.proof.Ports;
import ringdown.rtp.FreePorts;
import ringdown.rtp.RtpPorts;
import ringdown.schedule.HoursPlan;

/** A box of SIP alone: the edge, real RTP, and a switch that connects who is dialled. */
final class TestBox implements AutoCloseable {
    /** A telephone that a test plays answers when the test is given the processor: it is not dead before that. */
    static final Duration A_WHILE = Duration.ofMinutes(1);

    final BoxClock clock = new BoxClock(() -> true);
    final Notices notices = new Notices();
    final Alarms alarms = new Alarms(notices);
    final Kept kept;
    final CurrentOffice office;
    final RtpPorts ports;
    final SwitchingMatrix matrix;
    final TestSwitch exchange;
    final SipEdge edge;
    final InetSocketAddress address;
    final Map<String, WaitingMail> mail = new ConcurrentHashMap<>();
    private final List<AutoCloseable> guests = new ArrayList<>();

    /** Lamps of the people with telephones here; names of 300 to 999 are people who never do anything. */
    private final LampSource lamps = new LampSource() {
        @Override
        public Optional<LampState> lamp(String name) {
            return name.matches("[3-9][0-9]{2}")
                    ? Optional.of(LampState.of("Nobody", List.of(), false))
                    : Optional.of(name)
                            .filter(one -> one.matches("[0-9]{3}"))
                            .flatMap(one -> served().telephone(new Extension(one)))
                            .map(phone -> LampState.of("Person " + name, phone.calls(), false));
        }

        @Override
        public WaitingMail mail(Extension who) {
            return mail.getOrDefault(who.digits(), new WaitingMail(false, 0));
        }
    };

    private SipEdge served() {
        return edge;
    }

    /** Registrations kept in memory, over a restart of the box in the same test. */
    static final class Kept implements Registrations {
        final Map<String, Registration> all = new ConcurrentHashMap<>();
        final KeptBans bans = new KeptBans();

        @Override
        public List<Registration> load() {
            return List.copyOf(all.values());
        }

        @Override
        public void save(Registration registration) {
            all.put(registration.id(), registration);
        }

        @Override
        public void remove(String id) {
            all.remove(id);
        }
    }

    /** Bans kept likewise. */
    static final class KeptBans implements Bans {
        final Map<String, Ban> all = new ConcurrentHashMap<>();

        @Override
        public List<Ban> load() {
            return List.copyOf(all.values());
        }

        @Override
        public void save(Ban ban) {
            all.put(ban.address(), ban);
        }

        @Override
        public void remove(String address) {
            all.remove(address);
        }
    }

    TestBox() throws IOException {
        this(new Kept(), freePort(), List.of());
    }

    TestBox(Kept kept, int port, List<Trunk> trunks) throws IOException {
        this(kept, port, trunks, A_WHILE, A_WHILE, Duration.ofSeconds(90));
    }

    TestBox(Kept kept, int port, List<Trunk> trunks, Duration deadAfter, Duration silentAfter, Duration shortest)
            throws IOException {
        this.kept = kept;
        InetAddress loopback = InetAddress.getLoopbackAddress();
        address = new InetSocketAddress(loopback, port);
        office = new CurrentOffice(office(people(), trunks));
        ports = FreePorts.open(clock);
        matrix = new SwitchingMatrix(new MediaClock(new MonotonicTicks(clock)));
        exchange = new TestSwitch(clock, matrix);
        SipSettings settings = new SipSettings(loopback, port, deadAfter, silentAfter, shortest, shortest);
        edge = new SipEdge(settings, office, clock, exchange, ports, kept, kept.bans, notices, alarms, lamps);
        exchange.serve(edge);
        try {
            edge.start();
        } catch (IOException failed) {
            stop();
            throw failed;
        }
    }

    static int freePort() {
        return Ports.free();
    }

    static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (int i = 201; i <= 206; i++) {
            people.add(person(Integer.toString(i), "s3cret-" + i));
        }
        return people;
    }

    static Person person(String extension, String secret) {
        return new Person(
                new Extension(extension),
                "Person " + extension,
                List.of(new Phone.Sip()),
                new Secret.Plain(secret),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    static Office office(List<Person> people, List<Trunk> trunks) {
        OfficeInfo info = new OfficeInfo(
                "Test", "UA", null, Language.UK, ZoneId.of("Europe/Kyiv"), "9", null, null, Set.of("112"));
        return new Office(
                info,
                List.of(),
                HoursPlan.always(),
                List.of(),
                people,
                List.of(),
                List.of(),
                List.of(),
                trunks,
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                AfterHours.STANDARD,
                List.of(),
                List.of(),
                Map.of(),
                null,
                null,
                ringdown.office.Repeats.USUAL,
                ringdown.office.OwnHours.NONE,
                ringdown.office.Voicemail.USUAL,
                ringdown.office.Recording.NONE);
    }

    static Trunk trunk(int port, boolean register) {
        return new Trunk(
                "provider",
                "127.0.0.1",
                port,
                "office",
                new Secret.Plain("tr-secret"),
                register,
                List.of(new PhoneNumber("+380441230003")),
                null,
                null,
                null,
                Provider.USUAL,
                List.of());
    }

    TextPhone phone(String extension) throws IOException {
        return phone(extension, false);
    }

    TextPhone phone(String extension, boolean tcp) throws IOException {
        TextPhone phone = new TextPhone(address, extension, "s3cret-" + extension, tcp);
        guests.add(phone);
        return phone;
    }

    /** A phone that has registered. */
    TextPhone registered(String extension) throws IOException {
        TextPhone phone = phone(extension);
        if (phone.register("").status() != 200) {
            throw new AssertionError("not registered: " + extension);
        }
        return phone;
    }

    @Override
    public void close() throws Exception {
        exchange.close();
        edge.close();
        for (AutoCloseable guest : guests) {
            guest.close();
        }
        stop();
    }

    private void stop() {
        exchange.close();
        matrix.close();
        ports.close();
        notices.close();
        clock.close();
    }
}
