package ringdown.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.ledger.Owners;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseQuery;
import ringdown.number.Extension;
import ringdown.office.Account.Role;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.office.Team;
import ringdown.presence.Presence;

/**
 * Who sees which calls, promises and messages, in lists, one by one, as sound and while they happen: staff their own, and what their
 * teams owe; heads whose account names teams whatever is not another team's alone; everybody else all of it. Safe from any thread.
 */
final class Sight {
    private final CurrentOffice office;
    private final Ledger ledger;
    private final Presence presence;
    private final OfficeClock clock;

    Sight(CurrentOffice office, Ledger ledger, Presence presence, OfficeClock clock) {
        this.office = office;
        this.ledger = ledger;
        this.presence = presence;
        this.clock = clock;
    }

    /** Whoever is rung, talks, has talked, was handed it, or is to call back. */
    boolean call(Visitor visitor, CallEntry call) {
        if (visitor.is(Role.STAFF)) {
            Extension who = visitor.person();
            return who != null && (tookPart(call, who) || isRung(call, who) || owes(call, who));
        }
        return !isOthers(visitor, concerned(call));
    }

    private static boolean tookPart(CallEntry call, Extension who) {
        String digits = who.digits();
        return digits.equals(call.answeredBy())
                || digits.equals(call.via())
                || digits.equals(call.handedTo())
                || call.stages().stream().anyMatch(stage -> stage.rang().contains(digits));
    }

    private boolean isRung(CallEntry call, Extension who) {
        return presence.callOf(who).filter(call.id()::equals).isPresent();
    }

    /** Whoever is to call back must be able to read what it is about, and to write down what came of it. */
    private boolean owes(CallEntry call, Extension who) {
        return who.digits().equals(owner(call));
    }

    private @Nullable String owner(CallEntry call) {
        String id = call.promiseId();
        return id == null ? null : ledger.promiseById(id).map(Promise::owner).orElse(null);
    }

    private Set<String> concerned(CallEntry call) {
        Set<String> people = new HashSet<>();
        call.stages().forEach(stage -> people.addAll(stage.rang()));
        for (@Nullable
        String one : new @Nullable String[] {call.answeredBy(), call.via(), call.handedTo(), owner(call)}) {
            if (one != null) {
                people.add(one);
            }
        }
        people.removeIf(one -> !one.matches("[0-9]{1,8}"));
        return people;
    }

    /** Owed by them or their team, by nobody yet, or because of a call that they see. */
    boolean promise(Visitor visitor, Promise promise) {
        return !PromiseQuery.isOnlyOf(strangers(visitor), promise)
                || ledger.calls(promise.calls()).stream().anyMatch(call -> call(visitor, call));
    }

    /** Whose promises are not shown to the visitor in lists. */
    Set<Extension> strangers(Visitor visitor) {
        return office.get().people().stream()
                .map(Person::extension)
                .filter(one -> !one.equals(visitor.person()) && isStranger(visitor, one))
                .collect(Collectors.toSet());
    }

    private boolean isStranger(Visitor visitor, Extension one) {
        if (visitor.is(Role.STAFF)) {
            Extension own = visitor.person();
            return own == null || office.get().teams().stream().noneMatch(team -> isIn(team, own) && isIn(team, one));
        }
        return isOthers(visitor, Set.of(one.digits()));
    }

    /** Staff open their own mailbox, those they have inherited, and those of their teams. */
    boolean mailbox(Visitor visitor, String mailbox) {
        if (visitor.is(Role.STAFF)) {
            Extension person = visitor.person();
            return person != null
                    && (person.digits().equals(mailbox)
                            || inherited(mailbox, person)
                            || office.get()
                                    .team(mailbox)
                                    .filter(team -> isIn(team, person))
                                    .isPresent());
        }
        return office.get().team(mailbox).isPresent()
                ? sees(visitor).isEmpty() || sees(visitor).contains(mailbox)
                : !isOthers(visitor, Set.of(mailbox));
    }

    private boolean inherited(String mailbox, Extension person) {
        return mailbox.matches("[0-9]{1,8}")
                && new Owners(office.get())
                        .heir(new Extension(mailbox), today())
                        .filter(person::equals)
                        .isPresent();
    }

    private LocalDate today() {
        return clock.now().atZone(office.get().info().timeZone()).toLocalDate();
    }

    private static boolean isIn(Team team, Extension person) {
        return team.members().contains(person) || person.equals(team.head());
    }

    /** Names of the teams to which a head's account is limited; empty: to none. */
    private static Set<String> sees(Visitor visitor) {
        return visitor.is(Role.HEAD) ? Set.copyOf(visitor.account().teams()) : Set.of();
    }

    /** All of these people belong to teams, and none of them to one of the head's; what concerns nobody yet is everybody's. */
    private boolean isOthers(Visitor visitor, Set<String> people) {
        Set<String> sees = sees(visitor);
        return !sees.isEmpty()
                && !people.isEmpty()
                && people.stream()
                        .filter(digits -> digits.matches("[0-9]{1,8}"))
                        .map(Extension::new)
                        .noneMatch(one -> one.equals(visitor.person()) || isSeen(one, sees));
    }

    private boolean isSeen(Extension who, Set<String> sees) {
        Set<String> teams = office.get().teams().stream()
                .filter(team -> isIn(team, who))
                .map(Team::name)
                .collect(Collectors.toSet());
        return teams.isEmpty() || teams.stream().anyMatch(sees::contains);
    }
}
