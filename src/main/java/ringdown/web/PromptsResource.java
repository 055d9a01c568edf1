package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ringdown.number.Language;
import ringdown.office.Account.Role;
import ringdown.prompts.PromptSound;
import ringdown.prompts.Prompts;
import ringdown.prompts.Sound;

/** The fixed prompts: what they say, how they sound, the office's own in their place. */
final class PromptsResource {
    private static final Set<String> LANGUAGES = Set.of("uk", "ru", "en");

    private final Prompts prompts;
    /** Lengths of shipped prompts by address: hundreds of files are not read again for every list. Bounded by the catalogue. */
    private final Map<String, Double> lengths = new ConcurrentHashMap<>();

    PromptsResource(Prompts prompts) {
        this.prompts = prompts;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/prompts", this::list);
        routes.get("/api/prompts/{language}/{name}", this::get);
        routes.put("/api/prompts/{language}/{name}", this::put);
        routes.delete("/api/prompts/{language}/{name}", this::delete);
    }

    private void list(Context request) {
        Query query = new Query(request);
        String language = query.oneOf("language", "", LANGUAGES);
        int limit = query.limit();
        List<PromptSound> wanted = prompts.list().stream()
                .filter(prompt -> language.isEmpty() || prompt.language().code().equals(language))
                .toList();
        Answers.page(request, wanted, PromptsResource::address, limit, this::view);
    }

    private PromptSound meant(Context request) {
        String language = request.pathParam("language");
        String name = request.pathParam("name");
        return prompts.list().stream()
                .filter(prompt -> prompt.language().code().equals(language)
                        && prompt.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("there is no such prompt"));
    }

    private void get(Context request) {
        WavAnswer.send(request, sound(meant(request)).samples());
    }

    private void put(Context request) {
        PromptSound prompt = mine(request);
        byte[] wav = Uploads.wavBytes(request);
        try {
            prompts.replace(prompt.name(), prompt.language(), wav);
        } catch (IOException wrong) {
            throw Refusal.wrongKind(String.valueOf(wrong.getMessage()));
        }
        Answers.json(request, view(meant(request)));
    }

    private PromptSound mine(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER);
        return meant(request);
    }

    private void delete(Context request) throws IOException {
        PromptSound prompt = mine(request);
        prompts.restore(prompt.name(), prompt.language());
        Answers.none(request);
    }

    private static String address(PromptSound prompt) {
        return prompt.language().code() + "/" + prompt.name();
    }

    private double seconds(PromptSound prompt) {
        return prompt.replaced()
                ? sound(prompt).seconds()
                : lengths.computeIfAbsent(
                        address(prompt), shipped -> sound(prompt).seconds());
    }

    private Sound sound(PromptSound prompt) {
        return prompts.sound(prompt.name(), prompt.language());
    }

    private Fields view(PromptSound prompt) {
        Language language = prompt.language();
        return Fields.of("language", language.code())
                .and("name", prompt.name())
                .and("text", prompt.words())
                .and("source", prompt.replaced() ? "replaced" : "shipped")
                .and("seconds", Answers.seconds(seconds(prompt)));
    }
}
