package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ringdown.contacts.Contacts;
import ringdown.contacts.addressbook.AddressBook;
import ringdown.contacts.addressbook.ImportReport;
import ringdown.ledger.Acquaintance;
import ringdown.number.PhoneNumber;
import ringdown.office.Account.Role;
import ringdown.office.CurrentOffice;

/** Contacts as files: taken with a preview, given as a table or as vCards. */
final class AddressBookResource {
    private final AddressBook book;
    private final Acquaintance acquaintance;
    private final CurrentOffice office;

    AddressBookResource(Contacts contacts, Acquaintance acquaintance, CurrentOffice office) {
        this.acquaintance = acquaintance;
        this.book = new AddressBook(contacts);
        this.office = office;
    }

    /** Before those of single contacts: "import" is nobody's id. */
    void routes(RoutesConfig routes) {
        routes.post("/api/contacts/import", this::take);
        routes.get("/api/contacts/export", this::give);
    }

    private void take(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR);
        boolean preview = new Query(request).flag("preview");
        Uploads.AddressFile file = Uploads.addressFile(request);
        ImportReport report = book.take(file.bytes(), file.kind(), file.charset(), office.get(), preview);
        if (report.items().isEmpty()) {
            throw new Refusal(400, "there is no contact in this file", null);
        }
        if (!preview) {
            acquaintance.written(written(report), Visitor.of(request).by());
        }
        Answers.json(request, view(report));
    }

    private static Set<String> written(ImportReport report) {
        return report.items().stream()
                .map(ImportReport.Item::contactId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    private void give(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR);
        boolean csv = new Query(request)
                .oneOf("format", "csv", Set.of("csv", "vcard"))
                .equals("csv");
        request.contentType(csv ? "text/csv; charset=utf-8" : "text/vcard; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"contacts." + (csv ? "csv" : "vcf") + "\"")
                .result(book.file(csv ? AddressBook.Kind.CSV : AddressBook.Kind.VCARD));
    }

    private static Fields view(ImportReport report) {
        return Fields.of("preview", report.preview())
                .and("encoding", report.encoding())
                .and("separator", report.separator())
                .and(
                        "columns",
                        report.columns().stream()
                                .map(AddressBookResource::column)
                                .toList())
                .and("rows", report.items().size())
                .and("new", report.count(ImportReport.Result.NEW))
                .and("updated", report.count(ImportReport.Result.UPDATED))
                .and("duplicate", report.count(ImportReport.Result.DUPLICATE))
                .and("fault", report.count(ImportReport.Result.FAULT))
                .and("items", items(report.items()));
    }

    private static Object column(ImportReport.Heading column) {
        return Fields.of("header", column.header()).and("means", column.means()).map();
    }

    private static List<?> items(List<ImportReport.Item> items) {
        return items.stream()
                .map(item -> Fields.of("line", item.line())
                        .and("result", Words.of(item.result()))
                        .and("name", item.name())
                        .and(
                                "numbers",
                                item.numbers().stream().map(PhoneNumber::e164).toList())
                        .and("class", item.callerClass())
                        .and("contactId", item.contactId())
                        .and("changes", item.changes())
                        .and("reason", item.reason())
                        .map())
                .toList();
    }
}
