package ringdown.routing.year;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.Absence;
import ringdown.office.Account;
import ringdown.office.Office;
import ringdown.office.Person;

/** What is written about people and cannot be meant so: nobody stands in, nobody inherits, nobody could be meant. Warnings all. */
final class DoubtfulPeople {
    private final Office office;
    private final Spans spans;
    private final Findings findings;

    DoubtfulPeople(Office office, Spans spans, Findings findings) {
        this.office = office;
        this.spans = spans;
        this.findings = findings;
    }

    void run() {
        var mobiles = new HashMap<PhoneNumber, Extension>();
        for (var i = 0; i < office.people().size(); i++) {
            person(office.people().get(i), "people[" + i + "]", mobiles);
        }
        for (var i = 0; i < office.teams().size(); i++) {
            var head = office.teams().get(i).head();
            if (head != null) {
                gone(head, "teams[" + i + "].head", "the team has no head from then on");
            }
        }
        for (var i = 0; i < office.topics().size(); i++) {
            var solver = office.topics().get(i).solver();
            if (solver != null) {
                gone(solver, "topics[" + i + "].solver", "nobody solves it from then on");
            }
        }
        for (var i = 0; i < office.accounts().size(); i++) {
            account(office.accounts().get(i), "accounts[" + i + "]");
        }
        duty();
    }

    private void doubt(String field, String what) {
        findings.warn(field, what, spans.begin());
    }

    private void person(Person person, String field, Map<PhoneNumber, Extension> mobiles) {
        if (person.mobile() != null) {
            var other = mobiles.putIfAbsent(person.mobile(), person.extension());
            if (other != null) {
                doubt(field + ".mobile", "is the mobile of " + other + " too: a call from it is taken for theirs");
            }
        }
        var prefix = office.info().outsidePrefix();
        var digits = person.extension().digits();
        if (!prefix.isEmpty() && digits.startsWith(prefix)) {
            doubt(
                    field + ".extension",
                    "begins with the outside prefix " + prefix + ": numbers that begin with "
                            + digits.substring(prefix.length()) + " cannot be dialled with it");
        }
        for (var i = 0; i < person.absences().size(); i++) {
            alone(person, person.absences().get(i), field + ".absences[" + i + "]");
        }
    }

    /** Who has deputies wants to be stood in for on each day of an absence. */
    private void alone(Person person, Absence absence, String field) {
        var first = spans.all().getFirst().date();
        var last = spans.all().getLast().date();
        var from = absence.from().isBefore(first) ? first : absence.from();
        var to = absence.to().isAfter(last) ? last : absence.to();
        if (person.deputies().isEmpty() || person.leftBefore(from)) {
            return;
        }
        from.datesUntil(to.isBefore(from) ? from : to.plusDays(1))
                .filter(day -> !standsIn(person, day, new HashSet<>()))
                .findFirst()
                .ifPresent(day -> findings.warn(
                        field,
                        "nobody stands in for " + person.extension() + ": every deputy is away too",
                        day.atStartOfDay(office.info().timeZone()).toInstant()));
    }

    private boolean standsIn(Person person, LocalDate day, Set<Extension> seen) {
        return seen.add(person.extension())
                && person.deputies().stream()
                        .flatMap(one -> office.person(one).stream())
                        .anyMatch(deputy ->
                                (!deputy.absentOn(day) && !deputy.leftBefore(day)) || standsIn(deputy, day, seen));
    }

    /** Whoever stands in for the absent stands in for who has left without an heir, too. */
    private void gone(Extension who, String field, String what) {
        var deputies = office.person(who).map(Person::deputies).filter(all -> !all.isEmpty());
        if (deputies.isEmpty()) {
            leaves(who)
                    .ifPresent(last -> findings.warn(
                            field, who + " leaves on " + last + " and nobody inherits: " + what, spans.after(last)));
        }
    }

    /** Within the year, or before it. */
    private Optional<LocalDate> leaves(Extension who) {
        var end = spans.all().getLast().date();
        return Owners.lastDay(office, who).filter(last -> last.isBefore(end));
    }

    private void account(Account account, String field) {
        if (account.role() == Account.Role.STAFF && account.person() == null) {
            doubt(field, "has no person: staff see their own calls, and these are nobody's");
        }
        if (account.report() != null && account.mail() == null) {
            doubt(field + ".report", "goes nowhere: the account has no mail");
        } else if (account.report() != null && office.mail() == null) {
            doubt(field + ".report", "is not sent: the office file has no mail");
        }
        if (account.person() != null) {
            office.person(account.person())
                    .filter(person -> person.leftBefore(spans.all().getFirst().date()))
                    .ifPresent(person -> doubt(field + ".person", person.extension() + " has left: nobody can log in"));
        }
    }

    /** Of two shifts at once the one that began last holds, and nobody rings the other. */
    private void duty() {
        var shifts = office.duty();
        for (var i = 0; i < shifts.size(); i++) {
            for (var j = 0; j < i; j++) {
                var one = shifts.get(i);
                var other = shifts.get(j);
                if (one.from().isBefore(other.to()) && other.from().isBefore(one.to())) {
                    var from = one.from().isAfter(other.from()) ? one.from() : other.from();
                    findings.warn(
                            "duty[" + i + "]",
                            one.person() + " and " + other.person()
                                    + " have duty at the same time: who began last is rung",
                            from.atZone(office.info().timeZone()).toInstant());
                }
            }
        }
    }
}
