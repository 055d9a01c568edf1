package ringdown.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import javax.sip.message.Request;
import javax.sip.message.Response;
import ringdown.clock.OfficeClock;
import ringdown.number.Dialled;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.office.Secret;

/**
 * Lets telephones in by digest (RFC 7616, RFC 8760) and does for a user who does not exist exactly what it does for one who does.
 * Safe from any thread.
 */
final class Doorman {
    private static final String REALM = "ringdown";
    private static final String OPAQUE = "rd";
    /** Telephones that refuse to register when SHA-256 is offered at all. */
    private static final Pattern OLD = Pattern.compile("(?i)^baresip v[0-2]\\.");

    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Nonces nonces;
    private final FailedAttempts failures;
    private final BanList bans;
    /** Stands in for users who do not exist, so that the same is done for them. */
    private final Person stranger;

    Doorman(CurrentOffice office, OfficeClock clock, FailedAttempts failures, BanList bans) {
        this.office = office;
        this.clock = clock;
        this.nonces = new Nonces(clock);
        this.failures = failures;
        this.bans = bans;
        this.stranger = Strangers.one((Token.next() + Token.next()).substring(12));
    }

    /** What becomes of a request. */
    sealed interface Verdict {
        /** Proven to be a telephone of that person. */
        record Admitted(Person person) implements Verdict {}

        /** To be asked, by {@link Doorman#challenge}. */
        record Ask(boolean stale) implements Verdict {}

        /** Proven, but for another request than this one (RFC 7616 §3.4.6). */
        record Misdirected() implements Verdict {}

        /** Not answered at all. */
        record Ignore() implements Verdict {}
    }

    /** True for an address that gets no answer. */
    boolean shutsOut(String address) {
        return bans.shutsOut(address);
    }

    /** A call for help is asked who calls whatever is banned or limited, and goes out with the right answer (LINES rule 1). */
    Verdict check(Request request, String address) {
        if (bans.shutsOut(address) && !callsForHelp(request)) {
            return new Verdict.Ignore();
        }
        List<Digest> answers = Text.all(request, "Authorization").stream()
                .map(Digest::parse)
                .filter(d -> d.get("realm").equals(REALM))
                .toList();
        if (answers.isEmpty()) {
            return new Verdict.Ask(false);
        }
        Digest answer = answers.stream()
                .filter(d -> Algorithm.of(d.get("algorithm")).isPresent())
                .findFirst()
                .orElseGet(answers::getFirst);
        Person person = person(answer.get("username"));
        if (!right(answer, person, request.getMethod()) || person == stranger || !mayCome(person, request)) {
            return failed(address, answer.get("username"));
        }
        if (!nonces.use(answer.get("nonce"), answer.get("nc"))) {
            return new Verdict.Ask(true);
        }
        return DigestUri.fits(answer.get("uri"), request) ? new Verdict.Admitted(person) : new Verdict.Misdirected();
    }

    private Verdict failed(String address, String user) {
        FailedAttempts.Counted counted = failures.oneMore(address, user);
        bans.failed(address, counted);
        return counted.answered() ? new Verdict.Ask(false) : new Verdict.Ignore();
    }

    private static boolean right(Digest answer, Person person, String method) {
        Algorithm algorithm = Algorithm.of(answer.get("algorithm")).orElse(Algorithm.SHA256);
        byte[] expected = answer.response(algorithm, secret(person), method).getBytes(StandardCharsets.US_ASCII);
        byte[] given = answer.get("response").getBytes(StandardCharsets.US_ASCII);
        boolean plain = answer.get("qop").isEmpty() || answer.get("qop").equals("auth");
        return MessageDigest.isEqual(expected, given) & plain;
    }

    /** Whoever is found or not, the same is looked at. */
    private Person person(String user) {
        boolean digits = user.matches("[0-9]{1,8}");
        Extension extension = digits ? new Extension(user) : stranger.extension();
        Person found = office.get().person(extension).orElse(stranger);
        return found.hasSip() && found.secret() instanceof Secret.Plain ? found : stranger;
    }

    /** Who has left is a stranger from that minute on (SITUATIONS rule 9), but for help. Asked of nobody who has not proven who they are. */
    private boolean mayCome(Person person, Request request) {
        return !office.get().hasLeft(person.extension(), clock.now()) || callsForHelp(request);
    }

    private boolean callsForHelp(Request request) {
        return request.getMethod().equals("INVITE")
                && Uri.of(request.getRequestURI(), null)
                        .filter(uri -> office.get().dialPlan().dialled(uri.user()) instanceof Dialled.Emergency)
                        .isPresent();
    }

    private static String secret(Person person) {
        return person.secret() instanceof Secret.Plain plain ? plain.text() : "";
    }

    /**
     * Both algorithms in headers of their own (RFC 8760 §2.4). MD5 stands first, since what is old takes the first one and gives up on
     * another; some give up as soon as they see one that they do not know, and are offered what they have.
     */
    void challenge(Request request, Response response, boolean stale) {
        boolean old = OLD.matcher(Text.first(request, "User-Agent").orElse("")).find();
        for (Algorithm algorithm : old ? List.of(Algorithm.MD5) : List.of(Algorithm.MD5, Algorithm.SHA256)) {
            Text.add(
                    response,
                    "WWW-Authenticate",
                    "Digest realm=\"" + REALM + "\", nonce=\"" + nonces.next() + "\", opaque=\"" + OPAQUE
                            + "\", algorithm=" + algorithm.word() + ", qop=\"auth\"" + (stale ? ", stale=true" : ""));
        }
    }
}
