package ringdown.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** openapi.yaml names every status that the code of an operation can answer with, and none that it cannot. */
class StatusesTest {
    private static final Set<String> OPEN = Set.of("/api/health", "/api/openapi.json", "/api/login");
    /** These are only said where a handler decides so. */
    private static final Set<Integer> DECIDED = Set.of(409, 412, 413, 415, 422, 429, 507);

    private static Reachable code;
    private static Document document;

    @BeforeAll
    static void read() throws Exception {
        code = new Reachable();
        document = new Document();
    }

    private static Set<Integer> declared(String verb, String path) {
        Set<Integer> all = new TreeSet<>();
        JsonNode responses = document.root.path("paths").path(path).path(verb).path("responses");
        responses.propertyNames().forEach(status -> all.add(Integer.valueOf(status)));
        return all;
    }

    /** Paths that are put together at run time: greetings of a person's box and of a team's, sound of a line and of a telephone. */
    private static List<String> paths(Reachable.Route route) {
        if (route.path() != null) {
            return List.of(route.path());
        }
        if (route.handler().contains("/LineAudio;")) {
            return document.operations().stream()
                    .map(operation -> operation.substring(operation.indexOf(' ') + 1))
                    .filter(path -> path.startsWith("/api/simulator/") && path.endsWith("/audio"))
                    .toList();
        }
        boolean one = !(route.verb().equals("get") && route.handler().contains("routes$0"));
        return document.operations().stream()
                .filter(operation -> operation.startsWith(route.verb().toUpperCase(Locale.ROOT) + " "))
                .map(operation -> operation.substring(operation.indexOf(' ') + 1))
                .filter(path -> path.contains("/greetings") && path.endsWith("}") == one)
                .toList();
    }

    @Test
    void everyOperationIsRoutedInTheCode() {
        Set<String> routed = new TreeSet<>();
        code.routes()
                .forEach(route ->
                        paths(route).forEach(path -> routed.add(route.verb().toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(routed).isEqualTo(new TreeSet<>(document.operations()));
    }

    @Test
    void everyStatusThatTheCodeCanAnswerWithIsDeclared() {
        List<String> missing = new ArrayList<>();
        for (Reachable.Route route : code.routes()) {
            for (String path : paths(route)) {
                Set<Integer> wanted = new TreeSet<>(code.statuses(route.handler()));
                wanted.add(400); // an unknown parameter, on whatever path
                if (!OPEN.contains(path)) {
                    wanted.add(401);
                }
                if (!route.verb().equals("get")) {
                    wanted.add(403);
                }
                if (path.startsWith("/api/simulator/")) {
                    wanted.remove(409); // the far side says so by a value, which the code alone does not tell
                }
                wanted.removeAll(declared(route.verb(), path));
                wanted.forEach(status -> missing.add(route.verb() + " " + path + ": " + status));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void nothingIsDeclaredThatTheCodeCannotAnswerWith() {
        List<String> never = new ArrayList<>();
        for (Reachable.Route route : code.routes()) {
            for (String path : paths(route)) {
                Set<Integer> declared = declared(route.verb(), path);
                declared.retainAll(DECIDED);
                declared.removeAll(code.statuses(route.handler()));
                declared.forEach(status -> never.add(route.verb() + " " + path + ": " + status));
            }
        }
        assertThat(never).isEmpty();
    }
}
