package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tinylog.Logger;
import ringdown.office.Account.Role;
import ringdown.office.CurrentOffice;
import ringdown.prompts.HoldMusic;
import ringdown.prompts.Sound;
import ringdown.prompts.SoundRefused;

/** What callers hear who wait or are held: the shipped piece and the office's own. */
final class MusicResource {
    private static final String ONE = "/api/music/{name}";

    private final HoldMusic music;
    private final CurrentOffice office;

    MusicResource(HoldMusic music, CurrentOffice office) {
        this.music = music;
        this.office = office;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/music", this::list);
        routes.get(ONE, this::get);
        routes.put(ONE, this::put);
        routes.delete(ONE, this::delete);
    }

    /** Those of the office file that are not there are listed too: somebody has to put or change them. */
    private void list(Context request) {
        TreeSet<String> names = new TreeSet<>(music.names());
        names.addAll(MusicWanted.of(office.get()).values());
        names.add(HoldMusic.SHIPPED);
        Answers.page(request, List.copyOf(names), name -> name, new Query(request).limit(), this::view);
    }

    private void get(Context request) {
        String name = request.pathParam("name");
        Sound piece = music.piece(name).orElseThrow(() -> Refusal.notFound("there is no such music"));
        WavAnswer.send(request, piece.samples());
    }

    private void put(Context request) {
        String name = mine(request);
        short[] samples = Uploads.wav(request);
        if (!music.has(name) && music.names().size() >= HoldMusic.MOST) {
            throw Refusal.conflict("there are " + HoldMusic.MOST + " pieces already; delete one first");
        }
        try {
            music.put(name, samples);
        } catch (SoundRefused wrong) {
            throw new Refusal(422, String.valueOf(wrong.getMessage()), null);
        } catch (IOException full) {
            Logger.error("music {} could not be kept: {}", name, full.getMessage());
            throw new Refusal(507, "the disk does not take it; what was played before stays", null);
        }
        Answers.json(request, view(name));
    }

    private void delete(Context request) throws IOException {
        if (!music.remove(mine(request))) {
            throw Refusal.notFound("there is no such music");
        }
        Answers.none(request);
    }

    private String mine(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER, Role.HEAD, Role.DIRECTOR);
        String name = request.pathParam("name");
        if (!HoldMusic.named(name)) {
            throw new Refusal(422, "a name is a-z, 0-9 and -, 40 at most, and not \"shipped\"", "name");
        }
        return name;
    }

    private Fields view(String name) {
        boolean there = music.has(name);
        boolean shipped = name.equals(HoldMusic.SHIPPED);
        Map<String, String> wanted = MusicWanted.of(office.get());
        return Fields.of("name", name)
                .and("source", shipped ? "shipped" : there ? "own" : "missing")
                .and(
                        "seconds",
                        there
                                ? Answers.seconds(
                                        shipped
                                                ? music.piece(name)
                                                        .orElseThrow()
                                                        .seconds()
                                                : music.seconds(name))
                                : null)
                .and(
                        "usedBy",
                        wanted.entrySet().stream()
                                .filter(use -> use.getValue().equals(name))
                                .map(Map.Entry::getKey)
                                .toList());
    }
}
