package ringdown.quality;

import java.time.Instant;
import java.util.List;
import ringdown.clock.OfficeClock;
import ringdown.contacts.Contacts;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Ledger;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.OfficeArchive;

/** The front door: figures of any period, and what waits for somebody's decision. Safe from any thread. */
public final class Quality {
    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Ledger ledger;
    private final QualityOnDisk disk;
    private final Reviews reviews;
    private final Deviations deviations;
    private final Proposals proposals;
    private final TrialPeriod trial;
    private final ScriptChanges scripts;
    private final CallsOut callsOut;

    /** Over that ledger. */
    public Quality(
            CurrentOffice office,
            OfficeClock clock,
            Ledger ledger,
            Contacts contacts,
            QualityOnDisk disk,
            OfficeArchive archive) {
        this.office = office;
        this.clock = clock;
        this.ledger = ledger;
        this.disk = disk;
        this.reviews = new Reviews(ledger, disk);
        this.deviations = new Deviations(office, clock, ledger, disk);
        this.proposals = new Proposals(office, clock, disk);
        this.trial = new TrialPeriod(office, clock, disk);
        this.scripts = new ScriptChanges(clock, disk, archive);
        this.callsOut = new CallsOut(office, clock, ledger, contacts, disk);
    }

    /** The trial period of the office file. */
    public TrialPeriod trial() {
        return trial;
    }

    /** What a change of a script has done. */
    public ScriptChanges scripts() {
        return scripts;
    }

    /** Calls that reached the head, and bad marks. */
    public Reviews reviews() {
        return reviews;
    }

    /** What left the agreed order. */
    public Deviations deviations() {
        return deviations;
    }

    /** Changes of the rules that would mend what repeats itself. */
    public Proposals proposals() {
        return proposals;
    }

    /** Lists of calls to make. */
    public CallsOut callsOut() {
        return callsOut;
    }

    /** Calls in started in [from, to), oldest first. */
    public List<CallFact> calls(Instant from, Instant to) {
        return disk.callsIn(from, to);
    }

    /** Talks started in [from, to) that are without a class (SITUATIONS 21), with the ids of the newest {@code most}, oldest first. */
    public Part unclassed(Instant from, Instant to, int most) {
        return disk.unclassed(from, to, most);
    }

    /** The figures over calls in started in [from, to). */
    public List<Target> targets(Instant from, Instant to) {
        List<CallFact> following = disk.callsIn(from, to.plus(Targets.AGAIN_WITHIN));
        List<CallFact> calls =
                following.stream().filter(call -> call.startedAt().isBefore(to)).toList();
        return new Targets(office.get(), clock.now()).of(calls, following);
    }

    /** Every number of the office, and those that it does not know, over calls in started in [from, to). */
    public List<NumberFigures> numbers(Instant from, Instant to) {
        Office present = office.get();
        Instant now = clock.now();
        List<DeafTime> deaf = ledger.deaf(from, to).stream()
                .map(time -> cut(time, from, to.isBefore(now) ? to : now))
                .toList();
        return new NumbersAudit(present, now, disk.callsIn(from, to), deaf, disk::lastCall).all();
    }

    private static DeafTime cut(DeafTime time, Instant from, Instant to) {
        Instant begin = time.from().isBefore(from) ? from : time.from();
        Instant end = time.to() == null || time.to().isAfter(to) ? to : time.to();
        return new DeafTime(time.via(), begin, end.isBefore(begin) ? begin : end, time.cause(), time.seen());
    }

    /** The working day as the morning looks back at it. */
    public Closing closing() {
        return new Closing(office.get());
    }
}
