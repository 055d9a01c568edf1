package ringdown.sip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.office.Network;
import ringdown.office.Trunk;

/**
 * From where a trunk's calls are taken: {@code from} of the office file, else every address that its host has ever had in this run. Names
 * are looked up on threads of its own. Safe from any thread.
 */
final class TrunkGate implements AutoCloseable {
    private static final String ALARM = "trunkForeign";
    private static final long AGAIN = Duration.ofMinutes(1).toNanos();
    private static final int MOST = 64;

    private final Trunk trunk;
    private final OfficeClock clock;
    private final Alarms alarms;
    private final Set<InetAddress> addresses = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AtomicLong looked = new AtomicLong();

    TrunkGate(Trunk trunk, OfficeClock clock, Alarms alarms) {
        this.trunk = trunk;
        this.clock = clock;
        this.alarms = alarms;
        looked.set(clock.nanos() - AGAIN);
        Network.address(trunk.host()).ifPresent(addresses::add);
    }

    boolean admits(String host) {
        return Network.address(host)
                .filter(address -> trunk.from().isEmpty()
                        ? addresses.contains(address)
                        : trunk.from().stream().anyMatch(network -> network.contains(address)))
                .isPresent();
    }

    /** The provider's names may have other addresses now; those of before stay, since answers name only some of them each time. */
    void lookUp() {
        long last = looked.get();
        if (trunk.from().isEmpty()
                && Network.address(trunk.host()).isEmpty()
                && clock.nanos() - last >= AGAIN
                && looked.compareAndSet(last, clock.nanos())) {
            Thread.ofVirtual().name("addresses of " + trunk.name()).start(this::resolve);
        }
    }

    private void resolve() {
        try {
            InetAddress[] found = InetAddress.getAllByName(trunk.host());
            if (addresses.size() < MOST) {
                addresses.addAll(Arrays.asList(found));
            }
        } catch (UnknownHostException gone) {
            looked.set(clock.nanos() - AGAIN);
        }
    }

    /** A call that knows the Contact and comes from elsewhere: the installer is told, since it may be the provider's. Gives false. */
    boolean refused(String host) {
        lookUp();
        if (told.size() < MOST && told.add(host)) {
            alarms.raise(ALARM, trunk.name() + " " + host, clock.now());
        }
        return false;
    }

    @Override
    public void close() {
        told.forEach(host -> alarms.heal(ALARM, trunk.name() + " " + host, clock.now()));
    }
}
