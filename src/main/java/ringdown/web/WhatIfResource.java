package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.ledger.Promise;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.Account.Role;
import ringdown.office.Office;
import ringdown.office.Port;
import ringdown.office.StateOfPeople;
import ringdown.routing.Called;
import ringdown.routing.Circumstances;
import ringdown.routing.Enquiry;
import ringdown.routing.LastTalk;
import ringdown.routing.OpenPromise;
import ringdown.routing.Plan;
import ringdown.routing.Router;
import ringdown.routing.year.Staff;

/** "What happens on 31 December at 17:00 if a client calls?" Nothing is written and nobody is rung. */
final class WhatIfResource {
    private static final Map<String, Staff> STAFF =
            Map.of("free", Staff.FREE, "busy", Staff.BUSY, "unregistered", Staff.UNREGISTERED);

    private final Rooms rooms;
    private final OfficeTime time;
    private final Refers refers;

    WhatIfResource(Rooms rooms, OfficeTime time, Refers refers) {
        this.rooms = rooms;
        this.time = time;
        this.refers = refers;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/whatif", this::ask);
    }

    private void ask(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR, Role.QUALITY);
        Query query = new Query(request);
        Instant at = Optional.ofNullable(query.moment("at", time))
                .orElse(rooms.clock().now());
        String staff = query.oneOf("staff", "free", Set.of("free", "busy", "unregistered", "now"));
        Enquiry enquiry = enquiry(query, at);
        Plan plan = Router.plan(enquiry);
        Office office = enquiry.office();
        StateOfPeople people = staff.equals("now")
                ? rooms.presence().snapshot()
                : STAFF.getOrDefault(staff, Staff.FREE).of(office);
        Answers.json(
                request,
                Fields.of("at", time.write(at))
                        .and("open", enquiry.called().hours(office).isOpen(at))
                        .and("line", via(enquiry.called()))
                        .and("script", plan.script())
                        .and("class", plan.callerClass())
                        .and("contact", enquiry.contact().map(Contact::name).orElse(null))
                        .and("language", plan.language().code())
                        .and("staff", staff)
                        .and("promiseId", real(enquiry.promise()))
                        .and("steps", new PathView(enquiry, people, time, owed(enquiry.promise())).of(plan)));
    }

    /** One that is only imagined has no id. */
    private static @Nullable String real(@Nullable OpenPromise promise) {
        return promise == null || promise.id().isEmpty() ? null : promise.id();
    }

    private @Nullable Promise owed(@Nullable OpenPromise promise) {
        String id = real(promise);
        return id == null ? null : rooms.ledger().promiseById(id).orElse(null);
    }

    private Enquiry enquiry(Query query, Instant at) {
        Office office = rooms.office().get();
        String caller = query.text("caller");
        PhoneNumber number = caller == null || caller.equals("hidden") ? null : refers.number("caller", caller);
        String callerClass = refers.callerClass("class", query.text("class"));
        List<Contact> contacts = number == null ? List.of() : rooms.contacts().calling(number);
        List<Contact> classed = callerClass == null
                ? contacts
                : contacts.stream().map(one -> one.withClass(callerClass)).toList();
        String learned = callerClass == null ? learned(number, contacts) : callerClass;
        String contact = classed.size() == 1 ? classed.getFirst().id() : null;
        return new Enquiry(
                office,
                called(query.text("line"), office),
                number == null ? CallerId.UNKNOWN : CallerId.of(number.e164(), null),
                number,
                classed,
                classed.isEmpty() || callerClass == null ? learned : null,
                number == null ? null : lastTalk(contact, number),
                StandingPromise.ofWord(query.oneOf("promise", "now", StandingPromise.WORDS))
                        .of(rooms.ledger(), contact, number == null ? null : number.e164(), at),
                at,
                new Circumstances(rooms.overrides().activeAt(at).orElse(null), true, Set.of()));
    }

    /** As at a real call: what keys have taught counts where no card says anything, for all numbers of the contact. */
    private @Nullable String learned(@Nullable PhoneNumber number, List<Contact> contacts) {
        if (number == null || contacts.stream().anyMatch(contact -> contact.callerClass() != null)) {
            return null;
        }
        Set<PhoneNumber> numbers = new LinkedHashSet<>(Set.of(number));
        if (contacts.size() == 1) {
            numbers.addAll(contacts.getFirst().numbers());
        }
        return rooms.classes().classOf(numbers).orElse(null);
    }

    private @Nullable LastTalk lastTalk(@Nullable String contact, PhoneNumber number) {
        return rooms.ledger()
                .lastTalk(contact, number.e164())
                .map(talk -> new LastTalk(new Extension(talk.extension()), talk.at()))
                .orElse(null);
    }

    /** A port, or a trunk; the first line of the file if none is named. */
    private static Called called(@Nullable String via, Office office) {
        if (via == null) {
            return office.lines().isEmpty() && !office.trunks().isEmpty()
                    ? onTrunk(office, office.trunks().getFirst().name())
                    : new Called.OnLine(
                            office.lines().isEmpty()
                                    ? new Port(Port.Kind.FXO, 1)
                                    : office.lines().getFirst().port());
        }
        return Port.of(via)
                .filter(port -> office.line(port).isPresent())
                .<Called>map(Called.OnLine::new)
                .or(() -> office.trunk(via).map(trunk -> onTrunk(office, via)))
                .orElseThrow(() -> Refusal.bad("line", "there is no line or trunk " + via));
    }

    private static Called onTrunk(Office office, String name) {
        return new Called.OnTrunk(
                name,
                office.trunk(name).stream()
                        .flatMap(trunk -> trunk.numbers().stream())
                        .findFirst()
                        .orElse(null));
    }

    private static String via(Called called) {
        return switch (called) {
            case Called.OnLine line -> line.port().toString();
            case Called.OnTrunk trunk -> trunk.trunk();
        };
    }
}
