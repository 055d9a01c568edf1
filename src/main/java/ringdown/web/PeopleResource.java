package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Direction;
import ringdown.ledger.Ledger;
import ringdown.ledger.Outcome;
import ringdown.number.Extension;
import ringdown.office.Account.Role;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.office.PersonState;
import ringdown.office.Team;
import ringdown.presence.Presence;

/** The people and what they are doing. */
final class PeopleResource {
    private static final int ALL = Integer.MAX_VALUE / 2;

    private final CurrentOffice office;
    private final Presence presence;
    private final Ledger ledger;

    PeopleResource(CurrentOffice office, Presence presence, Ledger ledger) {
        this.office = office;
        this.presence = presence;
        this.ledger = ledger;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/people", this::list);
        routes.put("/api/people/{extension}/state", this::put);
    }

    private void list(Context request) {
        Query query = new Query(request);
        int limit = query.text("limit") == null ? ALL : query.limit();
        Answers.page(request, office.get().people(), p -> p.extension().digits(), limit, this::view);
    }

    private void put(Context request) {
        Person person = Optional.of(request.pathParam("extension"))
                .filter(digits -> digits.matches("[0-9]{1,8}"))
                .flatMap(digits -> office.get().person(new Extension(digits)))
                .orElseThrow(() -> Refusal.notFound("nobody has that extension"));
        Visitor visitor = Visitor.of(request);
        if (!person.extension().equals(visitor.person())) {
            visitor.mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR);
        }
        presence.say(person.extension(), state(Body.of(request).required("state")));
        Answers.json(request, view(person));
    }

    private static PersonState state(String word) {
        return switch (word) {
            case "free", "available" -> PersonState.AVAILABLE;
            case "afterCall" -> PersonState.AFTER_CALL;
            case "break" -> PersonState.BREAK;
            case "away" -> PersonState.AWAY;
            case "doNotDisturb" -> PersonState.DO_NOT_DISTURB;
            default -> throw Refusal.bad("state", "one of free, afterCall, break, away, doNotDisturb is wanted");
        };
    }

    Fields view(Person person) {
        Extension extension = person.extension();
        Optional<CallEntry> call = call(extension);
        return Fields.of("extension", extension.digits())
                .and("name", person.name())
                .and("state", state(extension, call))
                .and("registered", presence.registered(extension))
                .and(
                        "teams",
                        office.get().teams().stream()
                                .filter(team -> team.members().contains(extension) || extension.equals(team.head()))
                                .map(Team::name)
                                .toList())
                .and("callId", call.map(CallEntry::id).orElse(null));
    }

    private String state(Extension extension, Optional<CallEntry> call) {
        return switch (presence.state(extension)) {
            case AFTER_CALL, AWAY, BREAK, DO_NOT_DISTURB, ON_LEAVE, NOT_ANSWERING ->
                Words.of(presence.state(extension));
            case BUSY -> call.isEmpty() || talks(call.get(), extension) ? "talking" : "ringing";
            case AVAILABLE -> call.isPresent() && talks(call.get(), extension) ? "talking" : "free";
        };
    }

    private Optional<CallEntry> call(Extension extension) {
        return presence.callOf(extension)
                .flatMap(ledger::call)
                .or(() -> ledger.live().stream()
                        .filter(live -> talks(live, extension))
                        .findFirst());
    }

    /** On the telephone: has taken the call, or has made it. */
    private static boolean talks(CallEntry call, Extension extension) {
        boolean took = call.outcome() == Outcome.TALKING && extension.digits().equals(call.answeredBy());
        return took || call.direction() != Direction.IN && extension.digits().equals(call.via());
    }
}
