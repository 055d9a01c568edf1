package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import ringdown.audio.WavFault;
import ringdown.number.Extension;
import ringdown.office.Account.Role;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.prompts.Greetings;
import ringdown.prompts.Sound;
import ringdown.prompts.SoundRefused;

/** People's own greetings: their own for everybody, all for those who lead or install. */
final class GreetingsResource {
    private static final String ONE = "/api/people/{extension}/greetings/{state}";

    private final Greetings greetings;
    private final CurrentOffice office;

    GreetingsResource(Greetings greetings, CurrentOffice office) {
        this.greetings = greetings;
        this.office = office;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/people/{extension}/greetings", this::list);
        routes.get(ONE, this::get);
        routes.put(ONE, this::put);
        routes.delete(ONE, this::delete);
    }

    private void list(Context request) {
        Extension who = who(request);
        Answers.page(
                request,
                Arrays.stream(Greetings.Kind.values())
                        .filter(kind -> greetings.recorded(who, kind).isPresent())
                        .toList(),
                Greetings.Kind::word,
                Greetings.Kind.values().length,
                kind -> view(who, kind));
    }

    private void get(Context request) {
        Extension who = who(request);
        WavAnswer.send(
                request,
                greetings
                        .recorded(who, kind(request))
                        .orElseThrow(() -> Refusal.notFound("there is no such greeting"))
                        .samples());
    }

    private void put(Context request) throws IOException {
        Extension who = who(request);
        Greetings.Kind kind = kind(request);
        byte[] wav = Uploads.wavBytes(request);
        try {
            greetings.put(who, kind, wav);
        } catch (WavFault wrong) {
            throw Refusal.wrongKind(String.valueOf(wrong.getMessage()));
        } catch (SoundRefused wrong) {
            throw new Refusal(400, String.valueOf(wrong.getMessage()), null);
        }
        Answers.json(request, view(who, kind));
    }

    private void delete(Context request) throws IOException {
        if (!greetings.remove(who(request), kind(request))) {
            throw Refusal.notFound("there is no such greeting");
        }
        Answers.none(request);
    }

    private Extension who(Context request) {
        Extension who = Optional.of(request.pathParam("extension"))
                .filter(digits -> digits.matches("[0-9]{1,8}"))
                .flatMap(digits -> office.get().person(new Extension(digits)))
                .map(Person::extension)
                .orElseThrow(() -> Refusal.notFound("nobody has that extension"));
        Visitor visitor = Visitor.of(request);
        if (!who.equals(visitor.person())) {
            visitor.mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR);
        }
        return who;
    }

    private static Greetings.Kind kind(Context request) {
        return Greetings.Kind.of(request.pathParam("state"))
                .orElseThrow(() -> Refusal.notFound("one of general, busy, noAnswer, away is wanted"));
    }

    private Fields view(Extension who, Greetings.Kind kind) {
        double seconds = greetings.recorded(who, kind).map(Sound::seconds).orElse(0.0);
        return Fields.of("state", kind.word()).and("seconds", Answers.seconds(seconds));
    }
}
