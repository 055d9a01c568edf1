package ringdown.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/** Reads {@code accounts:}, {@code people:} and {@code teams:}. */
final class PeopleReader {
    private static final Pattern PIN = Pattern.compile("[0-9]{4,8}");

    private final Draft draft;
    private final Map<Port, Integer> plugged = new HashMap<>();
    private final Map<String, Integer> accountNames = new HashMap<>();

    PeopleReader(Draft draft) {
        this.draft = draft;
    }

    List<Person> people(Section file) {
        var people = new ArrayList<Person>();
        for (var item : file.items("people")) {
            var person = person(item.section());
            if (person != null) {
                people.add(person);
            }
        }
        return people;
    }

    private @Nullable Person person(Section one) {
        var at = one.required("extension");
        var extension = at == null ? null : at.as(Scalars::extension);
        if (at != null && extension != null) {
            draft.declare(Draft.Kind.PERSON, extension.digits(), at);
        }
        var name = one.requiredName("name");
        var phones = one.items("phones").stream()
                .map(this::phone)
                .filter(java.util.Objects::nonNull)
                .toList();
        var secret = one.secret("secret");
        var mobile = draft.phone(one, "mobile");
        var pin = pin(one);
        draft.keeps(extension == null ? null : extension.digits(), one);
        var person = extension == null
                ? null
                : new Person(
                        extension,
                        name == null ? "" : name,
                        phones,
                        secret == null ? null : new Secret.Plain(secret),
                        mobile,
                        pin == null ? null : new Secret.Plain(pin),
                        one.as("language", Scalars::language),
                        one.name("spoken"),
                        one.as("mail", Scalars::address),
                        others(one, "deputies", extension),
                        absences(one),
                        one.as("left", Scalars::date),
                        other(one.get("successor"), extension),
                        skills(one),
                        one.as("afterCall", Scalars::duration));
        if (person != null) {
            one.end();
        }
        return person;
    }

    /** Who stands in for a person is somebody else. */
    private List<Extension> others(Section one, String key, Extension self) {
        one.items(key).forEach(item -> other(item, self));
        return draft.persons(one, key);
    }

    private @Nullable Extension other(@Nullable Item item, Extension self) {
        var who = item == null ? null : draft.person(item);
        if (item != null && self.equals(who)) {
            item.fault(self + " cannot stand in for " + self);
        }
        return who;
    }

    private static @Nullable String pin(Section one) {
        var item = one.get("pin");
        var pin = item == null ? null : item.secret();
        if (item != null && pin != null && !PIN.matcher(pin).matches()) {
            item.fault("is 4 to 8 digits");
        }
        return pin;
    }

    private List<String> skills(Section one) {
        one.items("skills").forEach(item -> {
            var skill = item.text();
            if (skill != null) {
                draft.declareAny(Draft.Kind.SKILL, skill, item);
            }
        });
        return one.listOf("skills", text -> text);
    }

    private @Nullable Phone phone(Item item) {
        if ("sip".equals(item.text())) {
            return new Phone.Sip();
        }
        var port = item.as(text -> Port.of(text)
                .filter(p -> p.kind() == Port.Kind.FXS)
                .orElseThrow(
                        () -> new IllegalArgumentException("is sip or a port such as fxs:1, not \"" + text + "\"")));
        if (port == null) {
            return null;
        }
        var before = plugged.putIfAbsent(port, item.line());
        if (before != null) {
            item.fault(port + " is plugged in on line " + before + " already");
        }
        return new Phone.Analog(port);
    }

    private static List<Absence> absences(Section one) {
        var absences = new ArrayList<Absence>();
        for (var item : one.items("absences")) {
            var absence = item.section();
            var from = absence.requiredAs("from", Scalars::date);
            var to = absence.requiredAs("to", Scalars::date);
            var why = absence.name("why");
            absence.end();
            if (from != null && to != null) {
                item.make(() -> absences.add(new Absence(from, to, why)));
            }
        }
        return absences;
    }

    List<Team> teams(Section file) {
        var teams = new ArrayList<Team>();
        for (var item : file.items("teams")) {
            var one = item.section();
            var at = one.required("name");
            var name = at == null ? null : at.name();
            var members = one.required("members") == null ? null : draft.persons(one, "members");
            var head = draft.person(one, "head");
            var level = one.as("level", Scalars::level, 1);
            var shows = draft.phone(one, "shows");
            draft.teamHours(name, one);
            draft.keeps(name, one);
            draft.shares(name, one);
            one.end();
            if (at != null && name != null && members != null) {
                draft.declare(Draft.Kind.TEAM, name, at);
                draft.declareAny(Draft.Kind.LEVEL, Integer.toString(level), at);
                teams.add(new Team(name, members, head, level, shows));
            }
        }
        return teams;
    }

    List<Account> accounts(Section file) {
        var accounts = new ArrayList<Account>();
        for (var item : file.items("accounts")) {
            var one = item.section();
            var name = one.requiredName("name");
            var role = one.requiredAs("role", Scalars.oneOf(Account.Role.class));
            var account = new Account(
                    name == null ? "" : name,
                    role == null ? Account.Role.STAFF : role,
                    password(one),
                    draft.person(one, "person"),
                    draft.teams(one, "teams"),
                    one.as("mail", Scalars::address),
                    one.as("report", PeopleReader::report));
            one.end();
            if (accountNames.putIfAbsent(account.name(), item.line()) != null) {
                item.fault("account \"" + account.name() + "\" stands twice");
            }
            accounts.add(account);
        }
        return accounts;
    }

    private static String report(String when) {
        if (!when.matches(Account.REPORT)) {
            throw new IllegalArgumentException(
                    "is closing, or closing and a time such as closing+5m, not \"" + when + "\"");
        }
        return when;
    }

    private static @Nullable Secret password(Section one) {
        var plain = one.secret("password");
        var hash = one.secret("passwordHash");
        if (plain != null && hash != null) {
            one.self().fault("has both password and passwordHash");
        }
        return plain != null ? new Secret.Plain(plain) : hash != null ? new Secret.Hashed(hash) : null;
    }
}
