package ringdown.sip;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Offer and answer of one dialog (RFC 3264), in both directions: what we say of ourselves, with a version that grows when it
 * changes. Lives in its leg's queue.
 */
final class Bargain {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int EVENTS = 101;
    private static final int PTIME = 20;

    private final String host;
    private final int port;
    private final long session;
    private long version;
    private String lastBody = "";
    private Sdp.@Nullable Stream lastRemote;
    private int lines = 1;
    private int at;
    private List<Sdp.Stream> theirs = List.of();
    private @Nullable Agreed agreed;

    private Bargain(Bargain other) {
        this.host = other.host;
        this.port = other.port;
        this.session = other.session;
        this.version = other.version;
        this.lastBody = other.lastBody;
    }

    /** Our sound is received at that address and port. */
    Bargain(String host, int port) {
        this.host = host;
        this.port = port;
        this.session = RANDOM.nextLong(1, 1L << 53);
        this.version = session;
    }

    /** The same offer as it stands in another dialog that a proxy has made of one INVITE. */
    Bargain forked() {
        return new Bargain(this);
    }

    /** The last agreement; null before the first. */
    @Nullable
    Agreed agreed() {
        return agreed;
    }

    /** Our offer: both laws, or only the agreed one first. */
    String offer(Direction direction) {
        Agreed now = agreed;
        Agreed.Law first = now == null ? Agreed.Law.PCMA : now.law();
        Agreed.Law second = first == Agreed.Law.PCMA ? Agreed.Law.PCMU : Agreed.Law.PCMA;
        int events = now == null || now.events() < 0 ? EVENTS : now.events();
        return body(List.of(first, second), events, direction);
    }

    /** Our answer to their offer; what has been settled is {@link #agreed()} from then on. */
    String answer(Sdp offer) throws SdpFault {
        settle(offer, offer.streams());
        Agreed now = java.util.Objects.requireNonNull(agreed);
        return body(List.of(now.law()), now.events(), now.ours());
    }

    /** Their answer to our offer. */
    void accept(Sdp answer) throws SdpFault {
        settle(answer, theirs.isEmpty() ? answer.streams() : theirs);
    }

    private void settle(Sdp sdp, List<Sdp.Stream> shape) throws SdpFault {
        List<Sdp.Stream> streams = sdp.streams();
        for (int i = 0; i < streams.size(); i++) {
            Sdp.Stream stream = streams.get(i);
            Agreed.Law law = stream.speakable() ? lawOf(stream) : null;
            if (law != null) {
                theirs = shape;
                lines = Math.max(shape.size(), i + 1);
                at = i;
                lastRemote = stream;
                agreed = agreement(stream, law);
                return;
            }
        }
        throw new SdpFault("no common codec");
    }

    private static Agreed.@Nullable Law lawOf(Sdp.Stream stream) {
        for (Sdp.Format format : stream.formats()) {
            for (Agreed.Law law : Agreed.Law.values()) {
                if (format.name().equals(law.name()) && format.type() == law.type() && format.clock() == 8000) {
                    return law;
                }
            }
        }
        return null;
    }

    private static Agreed agreement(Sdp.Stream stream, Agreed.Law law) throws SdpFault {
        java.net.InetAddress address = stream.address();
        if (address == null) {
            throw new SdpFault("no address");
        }
        int type = law.type();
        int events = typeOf(stream, "TELEPHONE-EVENT", 96, -1);
        boolean old = address.isAnyLocalAddress();
        Direction ours = old ? Direction.INACTIVE : stream.direction().mirrored();
        boolean held = old || !stream.direction().receives();
        int ptime = stream.ptime() >= 10 && stream.ptime() <= 60 ? stream.ptime() / 10 * 10 : PTIME;
        return new Agreed(new InetSocketAddress(address, stream.port()), law, type, events, ours, held, ptime);
    }

    private static int typeOf(Sdp.Stream stream, String name, int least, int otherwise) {
        return stream.formats().stream()
                .filter(f -> f.name().equals(name) && f.clock() == 8000 && f.type() >= least)
                .mapToInt(Sdp.Format::type)
                .findFirst()
                .orElse(otherwise);
    }

    private String body(List<Agreed.Law> laws, int events, Direction direction) {
        StringBuilder media = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            media.append(i == at ? audio(laws, events, direction) : refused(theirs.get(i)));
        }
        if (!lastBody.isEmpty() && !media.toString().equals(lastBody)) {
            version++;
        }
        lastBody = media.toString();
        String family = host.contains(":") ? "IP6" : "IP4";
        return "v=0\r\no=- " + session + " " + version + " IN " + family + " " + host + "\r\ns=-\r\nc=IN " + family
                + " " + host + "\r\nt=0 0\r\n" + media;
    }

    private String audio(List<Agreed.Law> laws, int events, Direction direction) {
        StringBuilder line = new StringBuilder("m=audio " + port + " " + protocol());
        StringBuilder maps = new StringBuilder();
        for (Agreed.Law law : laws) {
            int type = agreed != null && agreed.law() == law ? agreed.type() : law.type();
            line.append(' ').append(type);
            maps.append("a=rtpmap:" + type + " " + law.name() + "/8000\r\n");
        }
        if (events >= 0) {
            line.append(' ').append(events);
            maps.append("a=rtpmap:" + events + " telephone-event/8000\r\na=fmtp:" + events + " 0-16\r\n");
        }
        int ptime = agreed == null ? PTIME : agreed.ptime();
        return line + "\r\n" + maps + "a=ptime:" + ptime + "\r\na=" + direction.word() + "\r\n";
    }

    private String protocol() {
        return lastRemote == null ? "RTP/AVP" : lastRemote.protocol();
    }

    private static String refused(Sdp.Stream stream) {
        return "m=" + stream.media() + " 0 " + stream.protocol() + " " + stream.formatList() + "\r\n";
    }
}
