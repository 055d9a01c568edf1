package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.contacts.Contacts;
import ringdown.ledger.Acquaintance;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.number.PhoneNumber;

/** A caller becomes a contact with one click, and two cards one. */
final class AcquaintanceResource {
    private final Acquaintance acquaintance;
    private final Ledger ledger;
    private final Contacts contacts;
    private final Refers refers;
    private final Sight sight;

    AcquaintanceResource(Rooms rooms, Acquaintance acquaintance, Refers refers, Sight sight) {
        this.sight = sight;
        this.acquaintance = acquaintance;
        this.ledger = rooms.ledger();
        this.contacts = rooms.contacts();
        this.refers = refers;
    }

    void routes(RoutesConfig routes) {
        routes.post("/api/calls/{id}/contact", this::acquaint);
        routes.post("/api/contacts/{id}/join", this::join);
    }

    private void acquaint(Context request) {
        CallEntry call =
                ledger.call(request.pathParam("id")).orElseThrow(() -> Refusal.notFound("there is no such call"));
        if (!sight.call(Visitor.of(request), call)) {
            throw Refusal.forbidden("this is not your call");
        }
        Body body = Body.of(request);
        String id = body.text("contact");
        if (id != null) {
            Contact contact = contacts.get(id).orElseThrow(() -> Refusal.bad("contact", "there is no such contact"));
            Answers.json(request, ContactsResource.view(acquaintance.isAlso(call, contact, by(request))));
            return;
        }
        Contact draft = asked(acquaintance.draft(call), body);
        List<Contact> known = draft.numbers().stream()
                .flatMap(number -> contacts.find(number).stream())
                .filter(contact -> !body.says("name") || contact.name().equals(draft.name()))
                .toList();
        if (!known.isEmpty()) {
            Answers.json(request, ContactsResource.view(acquaintance.isAlso(call, known.getFirst(), by(request))));
            return;
        }
        Answers.json(request, 201, ContactsResource.view(acquaintance.acquaint(call, draft, by(request))));
    }

    private Contact asked(Contact draft, Body body) {
        String name = body.says("name") ? body.required("name") : draft.name();
        if (name.isBlank()) {
            throw Refusal.conflict("the call shows neither number nor name: say a name");
        }
        return new Contact(
                "",
                name,
                body.text("spoken"),
                body.has("numbers") ? numbers(body) : draft.numbers(),
                body.has("class") ? refers.callerClass("class", body.text("class")) : draft.callerClass(),
                refers.person("manager", body.extension("manager")),
                List.of(),
                null,
                null,
                blank(body.text("company")),
                body.flag("sayName").orElse(true),
                blank(body.text("note")));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private List<PhoneNumber> numbers(Body body) {
        return body.list("numbers").stream()
                .map(written -> refers.number("numbers", written))
                .distinct()
                .toList();
    }

    private void join(Context request) {
        Contact kept = contact(request.pathParam("id"));
        String other = Body.of(request).required("contact");
        if (other.equals(kept.id())) {
            throw Refusal.bad("contact", "this is the same card");
        }
        Contact gone = contacts.get(other).orElseThrow(() -> Refusal.bad("contact", "there is no such contact"));
        Answers.json(
                request,
                ContactsResource.view(acquaintance
                        .join(kept, gone, by(request))
                        .orElseThrow(() -> Refusal.notFound("there is no such contact"))));
    }

    private static String by(Context request) {
        return Visitor.of(request).by();
    }

    private Contact contact(String id) {
        return contacts.get(id).orElseThrow(() -> Refusal.notFound("there is no such contact"));
    }
}
