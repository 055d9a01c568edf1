package ringdown.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;
import ringdown.call.Arrival;
import ringdown.call.Doorway;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.notice.Alarms;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;
import ringdown.office.Secret;
import ringdown.office.Trunk;

/** A provider reached over SIP: calls out and in. Safe from any thread. */
final class SipTrunk implements OutsideLine, AutoCloseable {
    private static final String ANONYMOUS = "\"Anonymous\" <sip:anonymous@anonymous.invalid>";

    private final Trunk configured;
    private final Plant plant;
    private final Doorway doorway;
    private final Notices notices;
    private final @Nullable Login login;
    private final String contactUser = "t" + Token.next();
    private final Set<SipLeg> legs = ConcurrentHashMap.newKeySet();
    private final TrunkRegistration registration;
    private final TrunkHealth health;
    private volatile ProviderNumbers numbers;
    private final TrunkGate gate;

    SipTrunk(Trunk configured, NumberingPlan plan, Plant plant, Doorway doorway, Notices notices, Alarms alarms) {
        this.configured = configured;
        this.numbers = new ProviderNumbers(configured.provider(), plan);
        this.plant = plant;
        this.doorway = doorway;
        this.notices = notices;
        this.login = configured.user() != null && configured.secret() instanceof Secret.Plain plain
                ? new Login(authUser(configured), plain.text())
                : null;
        this.registration = new TrunkRegistration(this, plant, login, notices, alarms);
        this.health = new TrunkHealth(configured, plant, alarms, registration, this::healthChanged);
        this.gate = new TrunkGate(configured, plant.clock(), alarms);
    }

    private static String authUser(Trunk configured) {
        String own = configured.provider().authUser();
        return own == null ? Objects.requireNonNull(configured.user()) : own;
    }

    /** A provider that is back may have forgotten us. */
    private void healthChanged() {
        if (health.reachable()) {
            registration.renew();
        }
        notices.post(new Notice.LineChanged(via()));
    }

    /** The office's country may have changed. */
    void follow(NumberingPlan plan) {
        numbers = new ProviderNumbers(configured.provider(), plan);
    }

    /** The provider has sent something. */
    void heard() {
        health.heard();
    }

    Trunk configured() {
        return configured;
    }

    String contactUser() {
        return contactUser;
    }

    void start() {
        gate.lookUp();
        registration.start();
        health.start();
    }

    /** Calls over it can come about. */
    private boolean usable() {
        return registration.usable() && health.reachable();
    }

    /** The provider's port at one of the addresses from which its calls are taken. */
    boolean isAt(NextHop source) {
        NextHop hop = registration.lastHop();
        return hop != null && hop.port() == source.port() && isFrom(source.host());
    }

    /** Its calls are taken from there: from where it registers too, for its addresses are looked up by themselves. */
    boolean isFrom(String host) {
        NextHop hop = registration.lastHop();
        return gate.admits(host)
                || hop != null && configured.from().isEmpty() && hop.host().equals(host);
    }

    /** A call of nobody known: the provider's name may have another address by now. */
    void lookUp() {
        gate.lookUp();
    }

    /** Whether a call for the box's own Contact is taken from there. Who knows that Contact is a provider, so that one is told. */
    boolean admits(NextHop source) {
        return isFrom(source.host()) || gate.refused(source.host());
    }

    @Override
    public String via() {
        return configured.name();
    }

    @Override
    public State state() {
        if (!legs.isEmpty()) {
            boolean talking = legs.stream().anyMatch(SipLeg::answered);
            boolean in = legs.stream().anyMatch(CallerLeg.class::isInstance);
            return talking ? State.TALKING : in ? State.RINGING : State.DIALLING;
        }
        return usable() ? State.IDLE : State.DEAD;
    }

    @Override
    public @Nullable String faultSeen() {
        return health.reachable() ? null : "the provider does not answer";
    }

    @Override
    public boolean free() {
        Integer channels = configured.provider().channels();
        return usable() && (channels == null || legs.size() < channels);
    }

    private void joined(SipLeg leg) {
        legs.add(leg);
        changed();
    }

    private void left(SipLeg leg) {
        legs.remove(leg);
        changed();
    }

    private void changed() {
        notices.post(new Notice.LineChanged(via()));
    }

    @Override
    public Leg dial(String number, @Nullable String shown, Inbox inbox) {
        return dial(number, shown, inbox, false);
    }

    @Override
    public boolean hides() {
        return true;
    }

    @Override
    public Leg dialHidden(String number, Inbox inbox) {
        return dial(number, null, inbox, true);
    }

    private Leg dial(String number, @Nullable String shown, Inbox inbox, boolean hidden) {
        SipLeg[] mine = new SipLeg[1];
        RungLeg leg = new RungLeg(plant, via(), inbox, () -> left(mine[0]));
        mine[0] = leg;
        leg.seenBy(this::changed);
        joined(leg);
        NextHop hop = registration.hop();
        leg.start(hop != null ? List.of(callTo(number, shown, hop, hidden)) : List.of());
        return leg;
    }

    /**
     * A number that is withheld stands for the provider alone, who must know whom to charge and must not pass it on (RFC 3323 §4.1.1.3,
     * RFC 3325 §7).
     */
    private CallTo callTo(String number, @Nullable String shown, NextHop hop, boolean hidden) {
        String digits = numbers.called(number).replace("#", "%23");
        String host = configured.host() + (configured.port() == Trunk.SIP_PORT ? "" : ":" + configured.port());
        String target = "sip:" + digits + "@" + host;
        String own = "<sip:" + own(shown) + "@" + configured.host() + ">";
        List<String> lines = new ArrayList<>();
        lines.add("P-Asserted-Identity: " + own);
        if (hidden) {
            lines.add("Privacy: id");
        }
        String from = hidden ? ANONYMOUS : own;
        return new CallTo(target, from, "<" + target + ">", contactUser, lines, hop, login, health::silent);
    }

    private String own(@Nullable String shown) {
        Optional<String> first = configured.numbers().stream().findFirst().map(PhoneNumber::e164);
        String user = configured.user() == null ? "ringdown" : configured.user();
        return numbers.own(shown == null ? first.orElse(user) : shown.replaceAll("[^0-9+]", ""));
    }

    /** An INVITE of the provider. */
    void callIn(Request request, ServerTransaction transaction) {
        heard();
        Inbox inbox = doorway.inbox();
        SipLeg[] mine = new SipLeg[1];
        CallerLeg leg =
                new CallerLeg(plant, request, transaction, via(), contactUser, inbox, login, () -> left(mine[0]));
        mine[0] = leg;
        leg.seenBy(this::changed);
        joined(leg);
        String called = TrunkCall.called(request, configured, contactUser);
        Arrival arrival = new Arrival.FromOutside(via(), called, TrunkCall.caller(request), true);
        leg.begin(ready -> doorway.offer(ready, arrival, inbox));
    }

    @Override
    public void close() {
        health.close();
        gate.close();
        registration.close();
    }
}
