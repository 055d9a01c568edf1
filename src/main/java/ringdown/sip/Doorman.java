package ringdown.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sip.message.Request;
import javax.sip.message.Response;
import ringdown.clock.OfficeClock;
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
    private final String nobody;

    Doorman(CurrentOffice office, OfficeClock clock) {
        this.office = office;
        this.clock = clock;
        this.nonces = new Nonces(clock);
        this.failures = new FailedAttempts(clock);
        this.nobody = nonces.next(); // no secret that anybody could know
    }

    /** What becomes of a request. */
    sealed interface Verdict {
        /** Proven to be a telephone of that person. */
        record Admitted(Person person) implements Verdict {}

        /** To be asked, by {@link Doorman#challenge}. */
        record Ask(boolean stale) implements Verdict {}

        /** Not answered at all. */
        record Ignore() implements Verdict {}
    }

    Verdict check(Request request, String address) {
        List<Digest> answers = Text.all(request, "Authorization").stream()
                .map(Digest::parse)
                .filter(d -> d.get("realm").equals(REALM))
                .toList();
        if (answers.isEmpty()) {
            return new Verdict.Ask(false);
        }
        Digest answer = answers.getFirst();
        Optional<Person> person = person(answer.get("username"));
        Algorithm algorithm = Algorithm.of(answer.get("algorithm")).orElse(Algorithm.SHA256);
        boolean right = right(answer, algorithm, person.map(Doorman::secret).orElse(nobody), request.getMethod());
        if (!right || person.isEmpty()) {
            return failures.answerOneMore(address) ? new Verdict.Ask(false) : new Verdict.Ignore();
        }
        return nonces.use(answer.get("nonce"), answer.get("nc"))
                ? new Verdict.Admitted(person.get())
                : new Verdict.Ask(true);
    }

    private static boolean right(Digest answer, Algorithm algorithm, String secret, String method) {
        byte[] expected = answer.response(algorithm, secret, method).getBytes(StandardCharsets.US_ASCII);
        byte[] given = answer.get("response").getBytes(StandardCharsets.US_ASCII);
        boolean plain = answer.get("qop").isEmpty() || answer.get("qop").equals("auth");
        return MessageDigest.isEqual(expected, given) & plain;
    }

    private Optional<Person> person(String user) {
        return user.matches("[0-9]{1,8}")
                ? office.get().person(new Extension(user)).filter(this::mayCome)
                : Optional.empty();
    }

    /** Who has left is a stranger from that minute on (SITUATIONS rule 9). */
    private boolean mayCome(Person person) {
        return person.hasSip()
                && person.secret() instanceof Secret.Plain
                && !office.get().hasLeft(person.extension(), clock.now());
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
