package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.contacts.Contacts;
import ringdown.contacts.Duplicate;
import ringdown.ledger.Acquaintance;
import ringdown.ledger.Ledger;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;
import ringdown.office.TextLimits;

/** Who calls the office. */
final class ContactsResource {
    private final Contacts contacts;
    private final Ledger ledger;
    private final Acquaintance acquaintance;
    private final Refers refers;

    ContactsResource(Contacts contacts, Ledger ledger, Acquaintance acquaintance, Refers refers) {
        this.acquaintance = acquaintance;
        this.contacts = contacts;
        this.ledger = ledger;
        this.refers = refers;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/contacts/duplicates", this::duplicates);
        routes.get("/api/contacts", this::list);
        routes.post("/api/contacts", this::create);
        routes.get("/api/contacts/{id}", request -> Answers.json(request, view(meant(request))));
        routes.patch("/api/contacts/{id}", this::patch);
        routes.delete("/api/contacts/{id}", this::delete);
    }

    private void list(Context request) {
        Query query = new Query(request);
        int limit = query.limit();
        Contacts.Page page = query.after(after -> contacts.list(query.text("q"), limit, after));
        Answers.page(request, page.items(), page.next(), ContactsResource::view);
    }

    private void duplicates(Context request) {
        List<Duplicate> found = contacts.duplicates(new Query(request).limit());
        Answers.page(
                request,
                found,
                null,
                one -> Fields.of("why", Words.of(one.why()))
                        .and("value", one.value())
                        .and(
                                "contacts",
                                one.contacts().stream()
                                        .map(contact -> view(contact).map())
                                        .toList()));
    }

    private Contact meant(Context request) {
        return contacts.get(request.pathParam("id")).orElseThrow(() -> Refusal.notFound("there is no such contact"));
    }

    private void create(Context request) {
        Body body = Body.of(request);
        Contact empty = new Contact(
                "", body.requiredName("name"), null, List.of(), null, null, List.of(), null, null, null, true);
        Contact added = contacts.add(changed(empty, body));
        acquaintance.written(Set.of(added.id()), Visitor.of(request).by());
        Answers.json(request, 201, view(added));
    }

    private void patch(Context request) {
        Contact was = meant(request);
        Contact now = changed(was, Body.of(request));
        if (!contacts.update(now)) {
            throw Refusal.notFound("there is no such contact");
        }
        if (!Objects.equals(was.callerClass(), now.callerClass())) {
            acquaintance.reclassed(was, now, Visitor.of(request).by());
        }
        acquaintance.written(Set.of(now.id()), Visitor.of(request).by());
        Answers.json(request, view(now));
    }

    private void delete(Context request) {
        String id = meant(request).id();
        if (!contacts.delete(id)) {
            throw Refusal.notFound("there is no such contact");
        }
        ledger.forgotten(id);
        acquaintance.adoptOwed();
        Answers.none(request);
    }

    private Contact changed(Contact was, Body body) {
        return new Contact(
                was.id(),
                body.has("name") ? body.requiredName("name") : was.name(),
                body.has("spoken") ? body.name("spoken") : was.spoken(),
                body.has("numbers") ? numbers(body) : was.numbers(),
                refers.callerClass("class", text(body, "class", was.callerClass())),
                body.has("manager") ? refers.person("manager", body.extension("manager")) : was.manager(),
                body.has("backups") ? backups(body) : was.backups(),
                greeting(body, was.greeting()),
                body.has("language") ? language(body) : was.language(),
                body.has("company") ? body.name("company") : was.company(),
                body.flag("sayName").orElse(was.sayName()),
                text(body, "note", was.note()));
    }

    private static @Nullable String greeting(Body body, @Nullable String was) {
        String text = text(body, "greeting", was);
        if (text != null && text.length() > TextLimits.LONGEST) {
            throw Refusal.bad("greeting", "at most " + TextLimits.LONGEST + " characters are spoken");
        }
        return text;
    }

    private static @Nullable String text(Body body, String field, @Nullable String was) {
        if (!body.has(field)) {
            return was;
        }
        String text = body.text(field);
        return text == null || text.isBlank() ? null : text;
    }

    private List<PhoneNumber> numbers(Body body) {
        LinkedHashSet<PhoneNumber> all = new LinkedHashSet<>();
        body.list("numbers").forEach(written -> all.add(refers.number("numbers", written)));
        return List.copyOf(all);
    }

    private List<Extension> backups(Body body) {
        List<Extension> all = body.extensions("backups");
        all.forEach(one -> refers.person("backups", one));
        return all;
    }

    private static @Nullable Language language(Body body) {
        String code = body.text("language");
        if (code == null) {
            return null;
        }
        return Language.ofCode(code).orElseThrow(() -> Refusal.bad("language", "one of uk, ru, en is wanted"));
    }

    static Fields view(Contact contact) {
        Extension manager = contact.manager();
        Language language = contact.language();
        return Fields.of("id", contact.id())
                .and("name", contact.name())
                .and("spoken", contact.spoken())
                .and(
                        "numbers",
                        contact.numbers().stream().map(PhoneNumber::e164).toList())
                .and("class", contact.callerClass())
                .and("manager", manager == null ? null : manager.digits())
                .and(
                        "backups",
                        contact.backups().stream().map(Extension::digits).toList())
                .and("greeting", contact.greeting())
                .and("language", language == null ? null : language.code())
                .and("company", contact.company())
                .and("sayName", contact.sayName())
                .and("note", contact.note());
    }
}
