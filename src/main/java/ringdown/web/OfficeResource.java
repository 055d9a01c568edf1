package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.ContactBook;
import ringdown.contacts.Contacts;
import ringdown.ledger.Acquaintance;
import ringdown.office.Account.Role;
import ringdown.office.ContactEntry;
import ringdown.office.CurrentOffice;
import ringdown.office.Fault;
import ringdown.routing.year.Proof;

/** The office file, out and in. */
final class OfficeResource {
    private static final int AT_ONCE = 500;

    private final CurrentOffice office;
    private final OfficeChanges changes;
    private final Contacts contacts;
    private final Acquaintance acquaintance;

    OfficeResource(CurrentOffice office, OfficeChanges changes, Contacts contacts, Acquaintance acquaintance) {
        this.acquaintance = acquaintance;
        this.office = office;
        this.changes = changes;
        this.contacts = contacts;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/office", this::get);
        routes.put("/api/office", this::put);
        routes.post("/api/office/check", this::check);
    }

    private void get(Context request) {
        Query query = new Query(request);
        boolean withContacts = query.flag("contacts");
        boolean withSecrets = query.flag("secrets");
        Visitor visitor = Visitor.of(request);
        visitor.mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR, Role.QUALITY);
        if (withSecrets) {
            visitor.mustBe(Role.INSTALLER);
        }
        request.header("ETag", etag(changes.version()))
                .contentType("application/yaml; charset=utf-8")
                .result(OfficeChanges.file(office.get(), withContacts ? everybody() : List.of(), withSecrets));
    }

    /** Oldest first, as an installer would have written them. */
    private List<ContactEntry> everybody() {
        List<ContactEntry> all = new ArrayList<>();
        Contacts.Page page = contacts.list(null, AT_ONCE, null);
        page.items().forEach(contact -> all.add(ContactBook.entry(contact)));
        while (page.next() != null) {
            page = contacts.list(null, AT_ONCE, page.next());
            page.items().forEach(contact -> all.add(ContactBook.entry(contact)));
        }
        all.removeIf(entry -> entry.numbers().isEmpty());
        return all.reversed();
    }

    private void put(Context request) {
        Visitor visitor = Visitor.of(request);
        visitor.mustBe(Role.INSTALLER);
        byte[] yaml = Uploads.yaml(request);
        switch (changes.change(office, yaml, visitor, onlyIf(request))) {
            case OfficeChanges.Result.Taken taken -> {
                acquaintance.adoptOwed();
                String etag = etag(taken.version());
                request.header("ETag", etag);
                Answers.json(request, Fields.of("etag", etag).and("warnings", views(taken.warnings())));
            }
            case OfficeChanges.Result.Refused refused -> faults(request, new Proof(refused.faults(), List.of()));
            case OfficeChanges.Result.Stale stale ->
                throw new Refusal(412, "somebody else has changed the office meanwhile", "If-Match");
        }
    }

    private void check(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER);
        faults(request, changes.check(Uploads.yaml(request)));
    }

    static String etag(String version) {
        return '"' + version + '"';
    }

    /** The version that is meant; null when any will do. A list names ours or none. */
    private @Nullable String onlyIf(Context request) {
        String header = request.header("If-Match");
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        String ours = changes.version();
        for (String tag : header.split(",")) {
            if (tag.strip().replaceFirst("^W/", "").equals(etag(ours))) {
                return ours;
            }
        }
        return "none of these";
    }

    static void faults(Context request, Proof proof) {
        String error = proof.holds()
                ? null
                : "the office file does not hold: " + proof.faults().size() + " faults";
        Answers.json(
                request,
                proof.holds() ? 200 : 422,
                Fields.of("error", error)
                        .and("faults", views(proof.faults()))
                        .and("warnings", views(proof.warnings())));
    }

    private static List<?> views(List<Fault> faults) {
        return faults.stream().map(fault -> view(fault).map()).toList();
    }

    private static Fields view(Fault fault) {
        return Fields.of("line", fault.line() == 0 ? null : fault.line())
                .and("field", fault.field().isEmpty() ? null : fault.field())
                .and("what", fault.what())
                .and("at", fault.at());
    }
}
