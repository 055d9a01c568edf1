package ringdown.web;

import io.javalin.http.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.Account;
import ringdown.office.Passes;

/**
 * Who asks.
 *
 * @param pass the session or token that let them in
 */
record Visitor(Account account, Passes.Pass pass) {
    private static final String KEY = "visitor";

    static Visitor of(Context request) {
        Visitor visitor = request.attribute(KEY);
        if (visitor == null) {
            throw new Refusal(401, "log in first", null);
        }
        return visitor;
    }

    void enter(Context request) {
        request.attribute(KEY, this);
    }

    String name() {
        return account.name();
    }

    @Nullable
    Extension person() {
        return account.person();
    }

    /** Who says something: the extension where the account has one. */
    String by() {
        Extension person = account.person();
        return person == null ? account.name() : person.digits();
    }

    boolean is(Account.Role... roles) {
        return Arrays.asList(roles).contains(account.role());
    }

    /** Refuses everybody else. */
    void mustBe(Account.Role... roles) {
        if (!is(roles)) {
            throw Refusal.forbidden("your account may not do this");
        }
    }
}
