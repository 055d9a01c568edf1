package ringdown.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.number.Extension;
import ringdown.office.Account;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Passes;

/** Everybody who asks for something under /api comes through here: foreign origins are turned away, then strangers. */
final class Gate {
    static final String COOKIE = "ringdown";
    private static final Set<String> OPEN = Set.of("/api/health", "/api/openapi.json", "/api/login");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

    private final CurrentOffice office;
    private final Passes passes;
    private final OfficeClock clock;

    Gate(CurrentOffice office, Passes passes, OfficeClock clock) {
        this.office = office;
        this.passes = passes;
        this.clock = clock;
    }

    void check(Context request) {
        if (CHANGING.contains(request.req().getMethod())) {
            refuseForeign(request);
        }
        if (!OPEN.contains(request.path())) {
            enter(request);
        }
    }

    /** A WebSocket begins with a GET, and every browser sends its Origin. */
    void checkSocket(Context request) {
        refuseForeign(request);
        enter(request);
    }

    private void enter(Context request) {
        visitor(request)
                .orElseThrow(() -> new Refusal(401, "log in first", null))
                .enter(request);
    }

    private static void refuseForeign(Context request) {
        String origin = request.header("Origin");
        boolean crossSite = "cross-site".equals(request.header("Sec-Fetch-Site"));
        if (crossSite || origin != null && !sameHost(origin, request.header("Host"))) {
            throw Refusal.forbidden("this comes from a foreign origin");
        }
    }

    /** Scheme apart, since TLS may end before us. */
    private static boolean sameHost(String origin, @Nullable String host) {
        int scheme = origin.indexOf("://");
        if (scheme < 0 || host == null) {
            return false;
        }
        String port = origin.startsWith("https") ? ":443" : ":80";
        return bare(origin.substring(scheme + 3), port).equals(bare(host, port));
    }

    private static String bare(String authority, String port) {
        String small = authority.toLowerCase(Locale.ROOT);
        return small.endsWith(port) ? small.substring(0, small.length() - port.length()) : small;
    }

    /** Whoever shows a pass that still lets in. */
    Optional<Visitor> visitor(Context request) {
        String secret = shown(request);
        return secret == null || secret.isEmpty()
                ? Optional.empty()
                : passes.findPass(Secrets.hash(secret)).flatMap(this::visitor);
    }

    private static @Nullable String shown(Context request) {
        String header = request.header("Authorization");
        if (header == null) {
            return request.cookie(COOKIE);
        }
        return header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : null;
    }

    private Optional<Visitor> visitor(Passes.Pass pass) {
        Instant now = clock.now();
        Instant until = pass.expiresAt();
        if (until != null && !until.isAfter(now)) {
            return Optional.empty();
        }
        Instant used = pass.lastUsedAt();
        if (used == null || used.plus(NOTED_EVERY).isBefore(now)) {
            passes.used(pass.id(), now, until == null ? null : now.plus(LoginResource.LASTS));
        }
        return office.get()
                .account(pass.account())
                .filter(account -> here(office.get(), account, now))
                .map(account -> new Visitor(account, pass));
    }

    /** The account of somebody who has left lets nobody in (SITUATIONS rule 9). */
    static boolean here(Office office, Account account, Instant now) {
        Extension person = account.person();
        return person == null || !office.hasLeft(person, now);
    }

    /** Who has the pass of a stream that goes on, as their account is now; empty when it lets nobody in any more. */
    Optional<Visitor> stillIn(Visitor visitor, Context request) {
        return visitor(request)
                .filter(now -> now.pass().id().equals(visitor.pass().id()));
    }
}
