package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.number.Extension;
import ringdown.office.Account.Role;
import ringdown.office.CurrentOffice;
import ringdown.office.Team;
import ringdown.recording.Recordings;
import ringdown.recording.TalkSound;

/** Recordings of talks: heard by quality control, the director, the heads of those who talked, and themselves. */
final class RecordingsResource {
    private final CurrentOffice office;
    private final Ledger ledger;
    private final Recordings recordings;
    private final PausedTalks pausedTalks;

    RecordingsResource(CurrentOffice office, Ledger ledger, Recordings recordings, PausedTalks pausedTalks) {
        this.office = office;
        this.ledger = ledger;
        this.recordings = recordings;
        this.pausedTalks = pausedTalks;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/calls/{id}/recording.wav", this::sound);
        routes.post("/api/calls/{id}/recording", this::pause);
        routes.delete("/api/calls/{id}/recording", this::remove);
    }

    /** Where the sound of that call is fetched. */
    static String address(String callId) {
        return "/api/calls/" + callId + "/recording.wav";
    }

    private CallEntry call(Context request) {
        return ledger.call(request.pathParam("id")).orElseThrow(() -> Refusal.notFound("there is no such call"));
    }

    private CallEntry heard(Context request) {
        CallEntry call = call(request);
        if (!mayHear(Visitor.of(request), call)) {
            throw Refusal.forbidden("you may not hear this talk");
        }
        return call;
    }

    private boolean mayHear(Visitor visitor, CallEntry call) {
        return switch (visitor.account().role()) {
            case QUALITY, DIRECTOR -> true;
            case INSTALLER -> false;
            case HEAD, STAFF -> recordings.people(call.id()).stream().anyMatch(answersFor(visitor)::contains);
        };
    }

    /** Oneself; for a head those of the teams too. */
    private Set<String> answersFor(Visitor visitor) {
        Set<String> people = new HashSet<>();
        Extension self = visitor.person();
        if (self != null) {
            people.add(self.digits());
        }
        if (visitor.is(Role.HEAD)) {
            office.get().teams().stream()
                    .filter(team -> heads(visitor, team))
                    .flatMap(team -> team.members().stream())
                    .forEach(member -> people.add(member.digits()));
        }
        return people;
    }

    private static boolean heads(Visitor visitor, Team team) {
        Extension self = visitor.person();
        return visitor.account().teams().contains(team.name()) || self != null && self.equals(team.head());
    }

    private void sound(Context request) throws IOException {
        CallEntry call = heard(request);
        Path file =
                recordings.sound(call.id()).orElseThrow(() -> Refusal.notFound("there is no recording of this call"));
        WavAnswer.send(request, TalkSound.open(file));
    }

    private void pause(Context request) {
        CallEntry call = heard(request);
        boolean pause =
                Body.of(request).flag("paused").orElseThrow(() -> Refusal.bad("paused", "true or false is wanted"));
        if (!pausedTalks.pause(call.id(), pause, Visitor.of(request).by())) {
            throw new Refusal(409, "this call is not being recorded", null);
        }
        Answers.json(request, Fields.of("paused", pause));
    }

    private void remove(Context request) {
        Visitor visitor = Visitor.of(request);
        visitor.mustBe(Role.DIRECTOR);
        CallEntry call = call(request);
        String reason = new Query(request).text("reason");
        if (reason == null || reason.isBlank()) {
            throw Refusal.bad("reason", "say why it is deleted");
        }
        if (call.recording() == null) {
            throw Refusal.notFound("there is no recording of this call");
        }
        if (!recordings.remove(call.id(), "the recording was deleted by " + visitor.by() + ": " + reason.strip())) {
            throw new Refusal(409, "the call still goes on", null);
        }
        Answers.none(request);
    }
}
