package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.tinylog.Logger;
import ringdown.audio.WavFault;
import ringdown.number.Extension;
import ringdown.office.Account.Role;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.office.Team;
import ringdown.prompts.Greetings;
import ringdown.prompts.Sound;
import ringdown.prompts.SoundRefused;

/** Greetings of boxes: people's own for everybody, a team's for who is in it, all for those who lead or install. */
final class GreetingsResource {
    private final Greetings greetings;
    private final CurrentOffice office;

    GreetingsResource(Greetings greetings, CurrentOffice office) {
        this.greetings = greetings;
        this.office = office;
    }

    void routes(RoutesConfig routes) {
        routes(routes, "/api/people/{extension}/greetings", this::person);
        routes(routes, "/api/teams/{name}/greetings", this::team);
    }

    private void routes(RoutesConfig routes, String path, Function<Context, String> box) {
        String one = path + "/{state}";
        routes.get(path, request -> list(request, box.apply(request)));
        routes.get(one, request -> get(request, box.apply(request)));
        routes.put(one, request -> put(request, box.apply(request)));
        routes.delete(one, request -> delete(request, box.apply(request)));
    }

    private void list(Context request, String box) {
        Answers.page(
                request,
                Arrays.stream(Greetings.Kind.values())
                        .filter(kind -> greetings.recorded(box, kind).isPresent())
                        .toList(),
                Greetings.Kind::word,
                Greetings.Kind.values().length,
                kind -> view(box, kind));
    }

    private void get(Context request, String box) {
        WavAnswer.send(
                request,
                greetings
                        .recorded(box, kind(request))
                        .orElseThrow(() -> Refusal.notFound("there is no such greeting"))
                        .samples());
    }

    private void put(Context request, String box) {
        Greetings.Kind kind = kind(request);
        byte[] wav = Uploads.wavBytes(request);
        try {
            greetings.put(box, kind, wav);
        } catch (WavFault wrong) {
            throw Refusal.wrongKind(String.valueOf(wrong.getMessage()));
        } catch (SoundRefused wrong) {
            throw new Refusal(400, String.valueOf(wrong.getMessage()), null);
        } catch (IOException full) {
            Logger.error("a greeting could not be kept: {}", full.getMessage());
            throw new Refusal(507, "the disk does not take it; what was played before stays", null);
        }
        Answers.json(request, view(box, kind));
    }

    private void delete(Context request, String box) throws IOException {
        if (!greetings.remove(box, kind(request))) {
            throw Refusal.notFound("there is no such greeting");
        }
        Answers.none(request);
    }

    private String person(Context request) {
        Extension who = Optional.of(request.pathParam("extension"))
                .filter(digits -> digits.matches("[0-9]{1,8}"))
                .flatMap(digits -> office.get().person(new Extension(digits)))
                .map(Person::extension)
                .orElseThrow(() -> Refusal.notFound("nobody has that extension"));
        Visitor visitor = Visitor.of(request);
        if (!who.equals(visitor.person())) {
            visitor.mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR);
        }
        return who.digits();
    }

    private String team(Context request) {
        Team team = office.get()
                .team(request.pathParam("name"))
                .orElseThrow(() -> Refusal.notFound("there is no such team"));
        Visitor visitor = Visitor.of(request);
        Extension person = visitor.person();
        if (person == null || (!team.members().contains(person) && !person.equals(team.head()))) {
            visitor.mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR);
        }
        return team.name();
    }

    private static Greetings.Kind kind(Context request) {
        return Greetings.Kind.of(request.pathParam("state"))
                .orElseThrow(() -> Refusal.notFound("one of general, busy, noAnswer, away is wanted"));
    }

    private Fields view(String box, Greetings.Kind kind) {
        double seconds = greetings.recorded(box, kind).map(Sound::seconds).orElse(0.0);
        return Fields.of("state", kind.word()).and("seconds", Answers.seconds(seconds));
    }
}
