package ringdown.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** Our user and secret at a provider: answers its challenges (RFC 3261 §22.2, RFC 8760). Safe from any thread. */
final class Login {
    private final String user;
    private final String secret;
    private String lastNonce = "";
    private int count;

    Login(String user, String secret) {
        this.user = user;
        this.secret = secret;
    }

    /** The header line that answers the challenge; null if the same secret has been refused already, or the challenge cannot be met. */
    synchronized @Nullable String answer(Request refused, Response challenge) {
        boolean proxy = challenge.getStatusCode() == 407;
        List<String> tried = Text.all(refused, proxy ? "Proxy-Authorization" : "Authorization");
        Optional<Digest> best = best(Text.all(challenge, proxy ? "Proxy-Authenticate" : "WWW-Authenticate"));
        if (best.isEmpty()) {
            return null;
        }
        Digest asked = best.get();
        boolean stale = asked.get("stale").equalsIgnoreCase("true");
        boolean again =
                tried.stream().map(Digest::parse).anyMatch(d -> d.get("realm").equals(asked.get("realm")));
        if (again && !stale) {
            return null;
        }
        count = asked.get("nonce").equals(lastNonce) ? count + 1 : 1;
        lastNonce = asked.get("nonce");
        Algorithm algorithm = Algorithm.of(asked.get("algorithm")).orElseThrow();
        String uri = refused.getRequestURI().toString();
        return (proxy ? "Proxy-Authorization: " : "Authorization: ")
                + asked.answered(algorithm, user, secret, refused.getMethod(), uri, Token.next(), count);
    }

    /** The best algorithm that we have, of those with qop auth or none. */
    private static Optional<Digest> best(List<String> challenges) {
        List<Digest> known = new ArrayList<>();
        for (String challenge : challenges) {
            Digest digest = Digest.parse(challenge);
            boolean auth = digest.get("qop").isEmpty()
                    || List.of(digest.get("qop").split("\\s*,\\s*")).contains("auth");
            if (auth
                    && !digest.get("nonce").isEmpty()
                    && Algorithm.of(digest.get("algorithm")).isPresent()) {
                known.add(digest);
            }
        }
        return known.stream()
                .min(java.util.Comparator.comparing(
                        d -> Algorithm.of(d.get("algorithm")).orElseThrow()));
    }
}
