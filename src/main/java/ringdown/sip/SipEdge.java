package ringdown.sip;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import ringdown.call.Doorway;
import ringdown.call.OutsideLine;
import ringdown.call.Telephone;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.rtp.RtpPorts;

/** The front door of SIP: telephones that register here, trunks to providers, and the legs they bring. Safe from any thread. */
public final class SipEdge implements AutoCloseable {
    private final CurrentOffice office;
    private final SipStack stack;
    private final Registrar registrar;
    private final Phones phones;
    private final Trunks trunks;
    private final Reception reception;
    private final Plant plant;
    private final BanList bans;
    private final EarWatch watch;
    private final Notices notices;
    private final Subscriptions subscriptions;
    private CurrentOffice.@Nullable Listening listening;

    /** Nothing is opened before {@link #start()}. */
    public SipEdge(
            SipSettings settings,
            CurrentOffice office,
            OfficeClock clock,
            Doorway doorway,
            RtpPorts ports,
            Registrations registrations,
            Bans kept,
            Notices notices,
            Alarms alarms,
            LampSource lamps) {
        this.office = office;
        this.notices = notices;
        stack = new SipStack(settings);
        Dialogs dialogs = new Dialogs();
        plant = new Plant(stack, dialogs, clock, ports, settings, new AtomicLong());
        registrar = new Registrar(registrations, clock, notices);
        subscriptions = new Subscriptions(plant, lamps);
        phones = new Phones(office, plant, registrar, notices, doorway, subscriptions);
        trunks = new Trunks(plant, doorway, notices, alarms);
        FailedAttempts failures = new FailedAttempts(clock);
        OwnNetwork own = new OwnNetwork(office, clock, host -> registrar.isAt(host) || trunks.isAny(host));
        bans = new BanList(kept, own, failures, clock, alarms);
        Doorman doorman = new Doorman(office, clock, failures, bans);
        SubscribeDesk subscribes = new SubscribeDesk(plant, subscriptions);
        FrontDesk desk = new FrontDesk(stack, doorman, new RegisterDesk(registrar, clock), phones, trunks, subscribes);
        watch = new EarWatch(stack, settings, clock, alarms);
        reception = new Reception(stack, dialogs, desk, watch);
    }

    /**
     * Takes up the registrations of the last run, then listens.
     *
     * @throws PortTaken if another program has the port
     */
    public synchronized void start() throws IOException {
        registrar.restore(phones::known);
        bans.restore();
        stack.start(reception);
        watch.start();
        trunks.follow(office.get());
        subscriptions.listen(notices);
        listening = office.listen((before, now) -> {
            phones.follow(before, now);
            trunks.follow(now);
            subscriptions.everythingChanged();
        });
    }

    /** The SIP telephones of a person as one; empty for nobody, or one without. */
    public Optional<Telephone> telephone(Extension extension) {
        return phones.phone(extension).map(phone -> phone);
    }

    /** Ends every registration of somebody who has left. */
    public void signOff(Extension extension) {
        phones.signOff(extension);
    }

    /** The trunks in the order of the office file. */
    public List<OutsideLine> trunks() {
        return trunks.all();
    }

    /** True while at least one telephone of that extension can be rung. */
    public boolean registered(Extension extension) {
        return registrar.registered(extension);
    }

    /** Addresses that get no answer now, newest first. */
    public List<Ban> bans() {
        return bans.standing();
    }

    /** Answers an address again; false if it was not banned. */
    public boolean lift(String address) {
        return bans.lift(address);
    }

    SipStack stack() {
        return stack;
    }

    /** Whether packets over UDP are still read; mends it where not. */
    boolean hears() {
        return watch.look();
    }

    /** Dialogs, those of subscriptions too, and INVITEs that the edge knows of: 0 when nothing is going on. */
    public int dialogs() {
        return plant.dialogs().size();
    }

    /** Takes leave of the providers, then stops listening. Calls are ended before, by whoever carries them. */
    @Override
    public synchronized void close() {
        if (listening != null) {
            listening.close();
            listening = null;
            trunks.close();
            subscriptions.close();
        }
        registrar.close();
        watch.close();
        stack.close();
    }
}
