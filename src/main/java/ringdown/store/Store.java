package ringdown.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ringdown.clock.OfficeClock;
import ringdown.contacts.ClassLearning;
import ringdown.contacts.Contacts;
import ringdown.ledger.Books;
import ringdown.ledger.CallEntry;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Ids;
import ringdown.ledger.Ledger;
import ringdown.ledger.PromiseDraft;
import ringdown.line.LineEvidences;
import ringdown.line.LineProfiles;
import ringdown.mailer.Outbox;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.office.Accounts;
import ringdown.office.OfficeArchive;
import ringdown.office.Passes;
import ringdown.presence.OverridesOnDisk;
import ringdown.presence.StatesOnDisk;
import ringdown.quality.QualityOnDisk;
import ringdown.recording.Recordings;
import ringdown.sip.Bans;
import ringdown.sip.Registrations;
import ringdown.switchboard.HelpOnDisk;
import ringdown.switchboard.PlacesOnDisk;
import ringdown.voicemail.LampsOnDisk;
import ringdown.voicemail.Messages;
import ringdown.web.NightBook;

/**
 * The data folder, open. Order of a start: {@link #open}, {@link #recover}, edges and page come up, {@link #ready}; of a stop: calls
 * end, then {@link #close}, which marks that the box stopped in order. Safe from any thread.
 */
public final class Store implements AutoCloseable {
    /** Given to the database when the disk is full: some weeks of a small office's ledger. */
    private static final long RESERVE_BYTES = 4 * 1024 * 1024;

    private final OfficeClock clock;
    private final DataFolder folder;
    private final Database database;
    private final Evidence evidence;
    private final Heartbeat heartbeat;
    private final Writer writer;
    private final Housekeeping housekeeping;
    private final DeafLog deafLog;
    private final SqliteLedger ledger;
    private final Ids ids;
    private final House house;
    private final RoomMaker room;
    private final SqliteContacts contacts;
    private final SqliteClasses classes;
    private final SqliteAccounts accounts;
    private final SqliteMessages messages;
    private final SqliteOutbox outbox;
    private final SqliteRecordings recordings;
    private boolean closed;

    private Store(
            DataFolder folder, Opened opened, OfficeClock clock, Notices notices, Alarms alarms, Duration patience)
            throws IOException {
        this.clock = clock;
        this.folder = folder;
        this.heartbeat = new Heartbeat(folder.heartbeat(), clock);
        this.database = opened.database();
        this.evidence = opened.evidence();
        this.ids = new Ids(clock);
        this.room = new RoomMaker(folder, database, RESERVE_BYTES, this::gone);
        DiskTrouble trouble = new DiskTrouble(alarms, clock, room::makeRoom);
        this.writer = new Writer(clock, new WriterDisk(database, opened.writing()), trouble, patience);
        this.housekeeping = new Housekeeping(clock, folder, database, writer, heartbeat, trouble);
        this.deafLog = new DeafLog(clock, notices, ids, writer);
        Books books = new Books(ids);
        books.load(database.read(CallReads::open), database.read(PromiseReads::owed));
        this.house = new House(clock, notices, database, writer);
        this.contacts = new SqliteContacts(house, ids);
        this.classes = new SqliteClasses(house, ids);
        this.accounts = new SqliteAccounts(house);
        this.outbox = new SqliteOutbox(house, ids);
        this.messages = new SqliteMessages(clock, ids, house, folder.messages());
        Journal journal = new Journal(clock, notices, writer, new PostingRows(clock.bootId()), books);
        this.ledger = new SqliteLedger(clock, database, journal, deafLog);
        this.recordings = new SqliteRecordings(clock, house, ledger, folder, room);
    }

    /**
     * Takes the folder for this process and opens what is in it; makes it if it is not there.
     *
     * @throws DataFolderInUse another box runs on it
     * @throws DataFolderUnusable it cannot be made or written
     * @throws DataDamaged the database is not one
     * @throws DataFromTheFuture a newer Ringdown has written it
     */
    public static Store open(Path dir, OfficeClock clock, Notices notices, Alarms alarms) throws StoreFault {
        return open(dir, clock, notices, alarms, Writer.PATIENCE);
    }

    /** The same for whoever reads at once what was written, however slow the disk is: so long a call waits for it. */
    public static Store open(Path dir, OfficeClock clock, Notices notices, Alarms alarms, Duration patience)
            throws StoreFault {
        DataFolder folder = DataFolder.lock(dir, RESERVE_BYTES);
        try {
            Opened opened = Opened.of(folder);
            return new Store(folder, opened, clock, notices, alarms, patience);
        } catch (IOException e) {
            folder.close();
            throw new DataFolderUnusable(dir, e);
        } catch (StoreFault e) {
            folder.close();
            throw e;
        }
    }

    /** The newest entry of the ledger when the folder was opened; empty in an empty one. A box that may choose its clock begins after it. */
    public Optional<Instant> newestRecord() {
        return Optional.ofNullable(evidence.newest());
    }

    /**
     * Ends what a crash left open, and begins the deaf time of the lines at the last evidence. Call once, before anything can ring.
     *
     * @param lines ports and trunks of the office
     * @param forInterrupted the promise for a call in that was open and had none
     * @return the calls that were interrupted
     */
    public List<CallEntry> recover(Collection<String> lines, Function<CallEntry, PromiseDraft> forInterrupted) {
        Optional<Instant> lived = evidence.lived();
        if (lived.isEmpty()) {
            return List.of();
        }
        boolean stopped = evidence.stoppedInOrder();
        DeafTime.Cause cause = stopped ? DeafTime.Cause.STOPPED : DeafTime.Cause.POWER_LOSS;
        String seen = stopped ? "the box was stopped" : "the box ended without being stopped";
        Repairs repairs = new Repairs(house, folder);
        Instant last = repairs.messages(lived.get());
        repairs.recordings(ledger);
        deafLog.beginOwn(lines, last, cause, seen);
        recordings.tidy();
        messages.tidy();
        return new Recovery(database, ledger, last).run(forInterrupted);
    }

    /** The box takes calls now: its own deaf time ends, its heartbeat begins. */
    public void ready() {
        deafLog.endOwn(clock.now());
        housekeeping.live();
    }

    /** A sound file had to go: nothing points to it any more. Queued behind what waits for the room. */
    private void gone(Path file) {
        String name = file.getFileName().toString();
        boolean message = file.startsWith(folder.messages());
        house.queue("sound deleted", db -> {
            if (message) {
                db.execute("DELETE FROM messages WHERE file = ?", name);
            } else {
                recordings.given(db, name);
            }
        });
    }

    /** The heartbeat at once; for whoever moves the clock. */
    public void clockMoved() {
        heartbeat.beat();
    }

    /** The ledger. */
    public Ledger ledger() {
        return ledger;
    }

    /** The contacts. */
    public Contacts contacts() {
        return contacts;
    }

    /** Classes that numbers have learned. */
    public ClassLearning classLearning() {
        return classes;
    }

    /** E-mail that waits to be sent. */
    public Outbox outbox() {
        return outbox;
    }

    /** The messages. */
    public Messages messages() {
        return messages;
    }

    /** SIP registrations. */
    public Registrations registrations() {
        return new SqliteRegistrations(house);
    }

    public Bans bans() {
        return new SqliteBans(house);
    }

    /** The office file. */
    public OfficeArchive office() {
        return new SqliteOffice(house);
    }

    /** Who may log in. */
    public Accounts accounts() {
        return accounts;
    }

    /** Sessions and tokens. */
    public Passes passes() {
        return accounts;
    }

    /** People's states. */
    public StatesOnDisk people() {
        return new SqlitePeople(house);
    }

    /** Whose message lamp was ever lit. */
    public LampsOnDisk lamps() {
        return new SqliteLamps(house);
    }

    /** Places of those who wait. */
    public PlacesOnDisk places() {
        return new SqlitePlaces(house);
    }

    /** Overrides that are set. */
    public OverridesOnDisk overrides() {
        return new SqliteOverrides(house);
    }

    /** What is reviewed, and decided of it. */
    public QualityOnDisk quality() {
        return new SqliteQuality(house);
    }

    /** What lines have learnt. */
    public LineProfiles lineProfiles() {
        return new SqliteLineProfiles(house);
    }

    /** What lines have shown. */
    public LineEvidences lineEvidences() {
        return new SqliteLineEvidences(house);
    }

    /** What the nightly test calls have shown. */
    public NightBook nights() {
        return new SqliteNights(house);
    }

    /** Who has called for help. */
    public HelpOnDisk helps() {
        return new SqliteHelps(house);
    }

    /** Ids for whoever makes something that is kept. */
    public Ids ids() {
        return ids;
    }

    /** Frees room on a full disk: for whoever else writes there. */
    public void makeRoom() {
        room.makeRoom();
    }

    /** The recordings of talks. */
    public Recordings recordings() {
        return recordings;
    }

    /** An orderly stop: all that waits is written, then the folder is marked as stopped and given back. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        deafLog.close();
        housekeeping.close();
        writer.close();
        database.close();
        heartbeat.stopped();
        heartbeat.close();
        folder.close();
    }
}
