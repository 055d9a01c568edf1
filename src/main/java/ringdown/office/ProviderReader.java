package ringdown.office;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands with a trunk of {@link Provider}. */
final class ProviderReader {
    private static final Map<String, Boolean> TRANSPORTS = Map.of("udp", false, "tcp", true);

    /** Shorter would be a load on the provider, longer would not be a watch. */
    private static final Duration SHORTEST_WATCH = Duration.ofSeconds(10);

    private static final Duration LONGEST_WATCH = Duration.ofMinutes(10);

    /** A host with its port, if one stands there. */
    private record Place(String host, int port) {}

    private ProviderReader() {}

    static Provider read(Section trunk) {
        Place proxy = trunk.as("proxy", ProviderReader::place);
        Section dial = trunk.section("dial");
        Section show = trunk.section("show");
        Provider provider = new Provider(
                trunk.as("transport", Scalars.oneOf(TRANSPORTS), false),
                proxy == null ? null : proxy.host(),
                proxy == null ? Trunk.SIP_PORT : proxy.port(),
                trunk.name("authUser"),
                trunk.as("order", Scalars::count),
                form(dial),
                dial == null ? null : dial.as("prefix", Scalars::dialled),
                form(show),
                trunk.as("channels", ProviderReader::channels),
                trunk.as("watch", ProviderReader::watch, Provider.USUAL_WATCH));
        if (dial != null) {
            dial.end();
        }
        if (show != null) {
            show.end();
        }
        return provider;
    }

    private static Provider.NumberForm form(@Nullable Section section) {
        return section == null
                ? Provider.NumberForm.PLUS
                : section.as("number", Scalars.oneOf(Provider.NumberForm.class), Provider.NumberForm.PLUS);
    }

    private static Place place(String text) {
        int colon = text.lastIndexOf(':');
        boolean address =
                text.indexOf(':') != colon && !text.endsWith("]") && !text.contains("]:"); // IPv6 without a port
        return colon < 0 || address || text.endsWith("]")
                ? new Place(Scalars.host(text), Trunk.SIP_PORT)
                : new Place(Scalars.host(text.substring(0, colon)), Scalars.udpPort(text.substring(colon + 1)));
    }

    private static int channels(String text) {
        int channels = Scalars.count(text);
        if (channels == 0) {
            throw new IllegalArgumentException("is 1 call at least; a trunk that is not used is left out of the file");
        }
        return channels;
    }

    /** "off", or a time. */
    private static Duration watch(String text) {
        if (text.equals("off")) {
            return Duration.ZERO;
        }
        Duration every = Scalars.duration(text);
        if (every.compareTo(SHORTEST_WATCH) < 0 || every.compareTo(LONGEST_WATCH) > 0) {
            throw new IllegalArgumentException("is from 10s to 10m, or off, not " + text);
        }
        return every;
    }
}
