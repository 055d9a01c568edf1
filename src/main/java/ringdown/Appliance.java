package ringdown;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.tone.CountryTones;
import ringdown.clock.BoxClock;
import ringdown.line.AnalogEdge;
import ringdown.mailer.Postman;
import ringdown.mailer.StatementMail;
import ringdown.notice.Alarms;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.presence.Overrides;
import ringdown.presence.Presence;
import ringdown.prompts.Prompts;
import ringdown.quality.Quality;
import ringdown.recording.Recorder;
import ringdown.recording.RecordingShelf;
import ringdown.recording.TalkRecorder;
import ringdown.simulator.Simulator;
import ringdown.sip.SipEdge;
import ringdown.sip.SipSettings;
import ringdown.store.Store;
import ringdown.switchboard.Absences;
import ringdown.switchboard.AwayPromises;
import ringdown.switchboard.BoxCalls;
import ringdown.switchboard.Desk;
import ringdown.switchboard.Dialling;
import ringdown.switchboard.Helps;
import ringdown.switchboard.Parking;
import ringdown.switchboard.Queue;
import ringdown.switchboard.Ringings;
import ringdown.switchboard.Switchboard;
import ringdown.switchboard.WaysOut;
import ringdown.voicemail.Forwarding;
import ringdown.voicemail.MailboxVisit;
import ringdown.voicemail.MessageTaker;
import ringdown.web.FarSide;
import ringdown.web.NightBook;
import ringdown.web.Nights;
import ringdown.web.OfficeChanges;
import ringdown.web.Rooms;
import ringdown.web.WebServer;

/** The running box: everything wired, started in order, stopped in reverse. */
final class Appliance implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Options options;
    private final Doors doors;
    private final Consumer<String> tell;
    private final TimeKnown timeKnown;
    private final BoxClock clock;
    private @Nullable String readyLine;

    private Appliance(Options options, Consumer<String> tell) {
        this.options = options;
        this.doors = new Doors(options);
        this.tell = tell;
        this.timeKnown = new TimeKnown(options.clock() != null, Path.of("/"));
        this.clock = begin(new BoxClock(timeKnown, options.clock()));
    }

    /**
     * Starts the box; when it returns, calls are taken.
     *
     * @param tell hears what a person at the console must know, one line each
     * @throws StartFault with everything stopped again
     */
    static Appliance start(Options options, Consumer<String> tell) throws StartFault {
        Appliance box = new Appliance(options, tell);
        try {
            box.build();
            return box;
        } catch (StartFault | RuntimeException fault) {
            box.close();
            throw fault;
        }
    }

    /** Whatever was begun last is ended first. */
    private <T extends AutoCloseable> T begin(T part) {
        started.push(part);
        return part;
    }

    private void build() throws StartFault {
        Notices notices = begin(new Notices());
        Alarms alarms = new Alarms(notices);
        Store store = begin(doors.data(clock, notices, alarms));
        Ports.check(options);
        startClock(store);
        Prompts prompts = Prompts.of(options.data());
        OfficeChanges changes =
                new OfficeChanges(store.office(), store.accounts(), store.contacts(), clock, prompts.music()::has);
        OfficeSource.Loaded kept = new OfficeSource(changes, options, tell).load(clock.now());
        CurrentOffice office = new CurrentOffice(kept.office());
        Recovery.run(store, office.get(), clock);
        Sound sound = begin(new Sound(options, office.get(), clock));
        joinLines(sound.simulator(), office);
        var _ = prompts.prepare(Texts.of(office.get(), store.contacts()));
        Plant plant = new Plant();
        Presence presence = new Presence(office, clock, notices, alarms, plant, store.people());
        Overrides overrides = begin(new Overrides(office, clock, notices, alarms, store.overrides()));
        overrides.whenEnded(new AwayPromises(office, store.ledger())::returned);
        overrides.start();
        Absences absences = (who, absent) -> {
            changes.absentToday(office, who, absent);
            notices.post(new Notice.PersonChanged(who.digits()));
        };
        RecordingShelf shelf =
                begin(new RecordingShelf(clock, () -> office.get().recording().keep(), store.recordings()));
        begin(office.listen((before, now) -> shelf.lookSoon()));
        Recorder recorder = begin(new Recorder(clock, store::makeRoom));
        TalkRecorder talks = new TalkRecorder(
                recorder, store.recordings(), store.ledger(), sound.matrix(), clock, alarms, shelf::lookSoon);
        Switchboard switchboard = switchboard(
                store, recorder, talks, sound, prompts, presence, overrides, plant, office, notices, alarms, absences);
        SipEdge sip = new SipEdge(
                SipSettings.on(options.bind(), options.sip()),
                office,
                clock,
                new TestsGiveWay(switchboard, plant),
                sound.ports(),
                store.registrations(),
                store.bans(),
                notices,
                alarms,
                new LampBook(office, presence, plant, new Waiting(clock, office, store.messages(), store.ledger())));
        AnalogEdge analog = sound.board() == null
                ? null
                : begin(new AnalogEdge(
                        sound.board(),
                        office,
                        clock,
                        switchboard,
                        notices,
                        alarms,
                        store.lineProfiles(),
                        store.lineEvidences(),
                        begin(Executors.newSingleThreadExecutor(
                                Thread.ofVirtual().name("line measuring").factory()))));
        NightBook nights = store.nights();
        plant.edges(sip, analog);
        if (analog != null) {
            begin(new NightTest(clock, office, analog, nights, alarms));
        }
        doors.sip(begin(sip));
        begin(switchboard);
        begin(new CallerIdWatch(store.ledger(), clock, notices, alarms));
        begin(new DeafWatch(plant, store.ledger(), clock, notices));
        Postman postman = begin(new Postman(clock, office, store.outbox(), store.messages(), notices, alarms));
        begin(new YearWatch(clock, office, alarms, kept.faults(), plant, notices));
        Quality quality = new Quality(office, clock, store.ledger(), store.contacts(), store.quality(), store.office());
        PeopleWatch people = begin(new PeopleWatch(clock, office, store, notices, alarms, plant, postman::look));
        people.start(sip, presence, switchboard, quality);
        begin(new StatementMail(clock, office, store.ledger(), store.outbox(), postman::look));
        begin(new BusyWatch(plant, office, store.ledger(), clock, notices));
        begin(office.listen((before, now) -> {
            var _ = prompts.prepare(Texts.of(now, store.contacts()));
        }));
        begin(new DeviationWatch(quality.deviations(), overrides, notices));
        Rooms rooms = new Rooms(
                clock,
                office,
                changes,
                store.passes(),
                store.ledger(),
                store.contacts(),
                store.classLearning(),
                store.messages(),
                prompts,
                presence,
                overrides,
                notices,
                alarms,
                (promise, from) -> WebCalls.answer(switchboard.callBack(promise, from)),
                new OutCalls(switchboard, quality.callsOut(), clock),
                (port, number) -> WebCalls.answer(switchboard.callOver(port, number)),
                plant,
                analog == null ? Nights.NONE : nights,
                quality,
                store.recordings(),
                talks::pause,
                new BannedAddresses(sip),
                switchboard::parkedIn,
                farSide(sound, store, people::beforeMove));
        WebServer web = begin(doors.web(rooms));
        begin(new Tidying(clock, () -> store.ledger().live().isEmpty()));
        if (analog != null) {
            begin(new Lifelines(clock, analog));
        }
        store.ready();
        readyLine = doors.readyLine(web);
        Logger.info("ready: {}", readyLine);
    }

    /** A simulated exchange connects the lines that it serves. */
    private static void joinLines(@Nullable Simulator simulator, CurrentOffice office) {
        if (simulator != null) {
            simulator.numbers(() -> office.get().lines().stream()
                    .filter(line -> line.number() != null)
                    .collect(Collectors.toMap(
                            line -> line.port().number(),
                            line -> Objects.requireNonNull(line.number()).e164(),
                            (one, other) -> one)));
        }
    }

    /** Only a simulated board has a far side, and a clock that may be moved. */
    private @Nullable FarSide farSide(Sound sound, Store store, Runnable beforeMove) {
        Simulator simulator = sound.simulator();
        return simulator == null
                ? null
                : new FarSide(simulator, moment -> {
                    beforeMove.run();
                    clock.moveTo(moment);
                    store.clockMoved();
                });
    }

    /** A chosen clock never goes back behind what is written already. */
    private void startClock(Store store) {
        Optional<Instant> newest = store.newestRecord();
        timeKnown.notBefore(newest.orElse(null));
        if (options.clock() != null && newest.isPresent() && newest.get().isAfter(clock.now())) {
            clock.moveTo(newest.get());
            tell.accept("--clock " + options.clock() + ": the newest record is of " + newest.get()
                    + "; the clock starts there");
        }
    }

    private Switchboard switchboard(
            Store store,
            Recorder recorder,
            TalkRecorder talks,
            Sound sound,
            Prompts prompts,
            Presence presence,
            Overrides overrides,
            Plant plant,
            CurrentOffice office,
            Notices notices,
            Alarms alarms,
            Absences absences) {
        MessageTaker taker = new MessageTaker(
                store.messages(),
                recorder,
                () -> CountryTones.of(office.get().info().country()),
                MessageTaker.Limits.USUAL);
        MailboxVisit visit = new MailboxVisit(
                store.messages(),
                prompts,
                clock,
                () -> office.get().info().timeZone(),
                extension -> Mailboxes.of(office.get(), extension, clock.now()),
                new Forwarding(store.messages(), store.ledger(), office, clock));
        Desk desk = new Desk(
                office,
                store.ledger(),
                clock,
                sound.matrix(),
                presence,
                overrides,
                store.contacts(),
                store.classLearning(),
                prompts,
                taker,
                visit,
                plant,
                new WaysOut(plant, clock),
                begin(new Queue(store.places(), clock, store.ids(), notices)),
                absences,
                new Dialling(),
                new BoxCalls(),
                talks,
                notices,
                new Helps(store.helps(), clock, alarms),
                new Ringings(),
                new Parking(notices));
        return new Switchboard(desk, store.ids());
    }

    /** What is printed when the box can take calls. */
    String readyLine() {
        return readyLine == null ? "" : readyLine;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            while (!started.isEmpty()) {
                close(started.pop());
            }
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception fault) {
            Logger.error(fault, "{} did not stop in order", part.getClass().getSimpleName());
        }
    }
}
