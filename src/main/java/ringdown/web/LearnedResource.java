package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.contacts.ClassLearning;
import ringdown.contacts.ClassLearning.Learned;
import ringdown.contacts.Contact;
import ringdown.contacts.Contacts;
import ringdown.ledger.Classing;
import ringdown.number.Extension;
import ringdown.office.CallerClass;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;

/** What numbers have learned, and the way back. The refused ones are the list that somebody goes through once a week. */
final class LearnedResource {
    private final ClassLearning learning;
    private final Contacts contacts;
    private final CurrentOffice office;
    private final OfficeClock clock;
    private final OfficeTime time;
    private final Classing classing;

    LearnedResource(Rooms rooms, OfficeTime time, Classing classing) {
        this.classing = classing;
        this.learning = rooms.classes();
        this.contacts = rooms.contacts();
        this.office = rooms.office();
        this.clock = rooms.clock();
        this.time = time;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/learned", this::list);
        routes.delete("/api/learned/{id}", this::undo);
    }

    private void list(Context request) {
        Query query = new Query(request);
        String name = query.text("class");
        Set<String> classes = query.flag("refused") ? named(CallerClass::refuse) : named(any -> true);
        if (name != null) {
            classes = Set.of(name);
        }
        Set<String> wanted = classes;
        int limit = query.limit();
        ClassLearning.Page page = query.after(
                after -> learning.list(wanted, query.moment("from", time), query.moment("to", time), limit, after));
        Answers.page(request, page.items(), page.next(), this::view);
    }

    private Set<String> named(Predicate<CallerClass> which) {
        return office.get().classes().stream()
                .filter(which)
                .map(CallerClass::name)
                .collect(Collectors.toSet());
    }

    private void undo(Context request) {
        String by = Visitor.of(request).by();
        Learned undone = learning.undo(request.pathParam("id"), by, clock.now())
                .orElseThrow(() -> Refusal.notFound("nothing of that kind is learned"));
        Optional.ofNullable(undone.callId()).ifPresent(call -> classing.undone(call, by));
        Answers.json(request, view(undone));
    }

    private Fields view(Learned fact) {
        Contact contact = contacts.find(fact.number()).stream().findFirst().orElse(null);
        return Fields.of("id", fact.id())
                .and("number", fact.number().e164())
                .and("contact", contact == null ? null : contact.name())
                .and("contactId", contact == null ? null : contact.id())
                .and("class", fact.callerClass())
                .and("callId", fact.callId())
                .and("by", fact.by())
                .and("byName", name(fact.by()))
                .and("at", time.write(fact.at()))
                .and("refused", fact.refused())
                .and("undoneAt", time.write(fact.undoneAt()));
    }

    private @Nullable String name(String by) {
        return by.matches("[0-9]{1,8}")
                ? office.get().person(new Extension(by)).map(Person::name).orElse(null)
                : null;
    }
}
