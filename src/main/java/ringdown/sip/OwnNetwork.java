package ringdown.sip;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ringdown.clock.OfficeClock;
import ringdown.office.CurrentOffice;
import ringdown.office.Network;

/**
 * Who may never be shut out, whatever they do: the box itself, the networks it stands in, those that the office file names, where a
 * telephone of the office is registered now, and the providers. Of the loopback network only the machine's own two addresses count: the
 * rest of 127.0.0.0/8 is nobody's on a real box, and is where proofs put their strangers. Safe from any thread.
 */
final class OwnNetwork {
    private static final long LOOKED_AGAIN = Duration.ofSeconds(30).toNanos();

    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Predicate<String> friend;
    private List<Network> around = List.of();
    private long looked;

    /** {@code friend}: a telephone is registered at that address, or it is a provider's. */
    OwnNetwork(CurrentOffice office, OfficeClock clock, Predicate<String> friend) {
        this.office = office;
        this.clock = clock;
        this.friend = friend;
    }

    boolean holds(String host) {
        return friend.test(host)
                || Network.address(host)
                        .filter(address -> Stream.concat(around().stream(), office.get().info().ownNetworks().stream())
                                .anyMatch(network -> network.contains(address)))
                        .isPresent();
    }

    /** The box may be given another address at any time. */
    private synchronized List<Network> around() {
        if (around.isEmpty() || clock.nanos() - looked > LOOKED_AGAIN) {
            around = interfaces();
            looked = clock.nanos();
        }
        return around;
    }

    private static List<Network> interfaces() {
        List<Network> found = new ArrayList<>();
        found.add(Network.parse("127.0.0.1"));
        found.add(Network.parse("::1"));
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(one -> one.getInterfaceAddresses().stream())
                    .map(OwnNetwork::network)
                    .forEach(found::add);
        } catch (SocketException unknown) {
            // those that the office file names are left
        }
        return found;
    }

    private static Network network(InterfaceAddress one) {
        InetAddress address = one.getAddress();
        int all = address.getAddress().length * 8;
        int bits = one.getNetworkPrefixLength();
        boolean alone = address.isLoopbackAddress() || bits <= 0 || bits > all;
        return Network.around(address, alone ? all : bits);
    }
}
