package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.office.Account;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Passes;
import ringdown.office.Person;
import ringdown.office.Secret;

/** Logging in and out. */
final class LoginResource {
    /** A session that nobody uses for so long ends. */
    static final Duration LASTS = Duration.ofDays(30);

    private static final int SHORTEST = 8;

    private final CurrentOffice office;
    private final Passes passes;
    private final OfficeClock clock;
    private final OfficeChanges changes;
    private final Passwords passwords;
    private final FailedLogins failed;
    private final boolean clockMoves;

    /** @param clockMoves sessions do not end then: nobody is to be thrown out for having moved the clock */
    LoginResource(CurrentOffice office, Passes passes, OfficeClock clock, OfficeChanges changes, boolean clockMoves) {
        this.office = office;
        this.passes = passes;
        this.clock = clock;
        this.changes = changes;
        this.passwords = changes.passwords();
        this.failed = new FailedLogins(clock);
        this.clockMoves = clockMoves;
    }

    void routes(RoutesConfig routes) {
        routes.post("/api/login", this::login);
        routes.post("/api/logout", this::logout);
        routes.put("/api/me/password", this::password);
        routes.get(
                "/api/me",
                request -> Answers.json(request, me(Visitor.of(request).account())));
    }

    private void login(Context request) {
        Body body = Body.of(request);
        String name = body.required("name");
        String password = body.required("password");
        failed.admit(request.ip());
        Account account = office.get()
                .account(name)
                .filter(known -> Gate.here(office.get(), known, clock.now()))
                .orElse(null);
        if (!passwords.matches(password, hash(account)) || account == null) {
            failed.failed(request.ip());
            throw new Refusal(401, "name or password is wrong", null);
        }
        failed.succeeded(request.ip());
        request.cookie(cookie(request, issue(account), (int) LASTS.toSeconds()));
        Answers.json(request, me(account));
    }

    private static @Nullable String hash(@Nullable Account account) {
        return account != null && account.password() instanceof Secret.Hashed hashed ? hashed.encoded() : null;
    }

    /** The present one is asked for: a session left open on a desk must not lock its owner out. Guesses count as at the login. */
    private void password(Context request) {
        Visitor visitor = Visitor.of(request);
        Body body = Body.of(request);
        String old = body.required("old");
        String fresh = body.required("new");
        if (fresh.length() < SHORTEST) {
            throw Refusal.bad("new", "at least " + SHORTEST + " characters are wanted");
        }
        failed.admit(request.ip());
        if (!passwords.matches(old, hash(office.get().account(visitor.name()).orElse(null)))) {
            failed.failed(request.ip());
            throw Refusal.bad("old", "that is not the present password");
        }
        failed.succeeded(request.ip());
        if (changes.password(office, visitor, fresh) instanceof OfficeChanges.Result.Stale) {
            throw Refusal.conflict("the office was changed meanwhile; try again");
        }
        Answers.none(request);
    }

    private String issue(Account account) {
        String secret = Secrets.fresh();
        Instant now = clock.now();
        passes.forgetExpired(now);
        passes.issue(
                new Passes.Pass(
                        Secrets.fresh(),
                        Passes.Kind.SESSION,
                        account.name(),
                        null,
                        now,
                        clockMoves ? null : now.plus(LASTS),
                        now),
                Secrets.hash(secret));
        return secret;
    }

    private static Cookie cookie(Context request, String value, int seconds) {
        boolean secure = request.req().isSecure() || "https".equals(request.header("X-Forwarded-Proto"));
        Cookie cookie = new Cookie(Gate.COOKIE, value, "/", seconds, secure);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }

    private void logout(Context request) {
        Visitor visitor = Visitor.of(request);
        if (visitor.pass().kind() == Passes.Kind.SESSION) {
            passes.revoke(visitor.pass().id());
        }
        request.cookie(cookie(request, "", 0));
        Answers.none(request);
    }

    private Fields me(Account account) {
        Extension person = account.person();
        return Fields.of("name", account.name())
                .and("role", Words.of(account.role()))
                .and("person", person == null ? null : person.digits())
                .and("language", language(person).code());
    }

    private Language language(@Nullable Extension extension) {
        Office now = office.get();
        Language own = extension == null
                ? null
                : now.person(extension).map(Person::language).orElse(null);
        return own == null ? now.info().language() : own;
    }
}
