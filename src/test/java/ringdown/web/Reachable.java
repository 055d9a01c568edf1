package ringdown.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which statuses the handlers of this package can answer with, read from their compiled code: whatever stands as a number in a method that
 * can be reached from the handler. More than really happens, never less, as far as the package goes.
 */
final class Reachable {
    /** Those that a handler decides on; 401 and foreign origins come before all of them. */
    private static final Set<Integer> STATUSES = Set.of(403, 404, 409, 412, 413, 415, 422, 429, 507);

    private static final String PACKAGE = "Lringdown/web/";
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    /** One registration; the path is null where it is put together at run time. */
    record Route(String verb, @Nullable String path, String handler) {}

    private final Map<String, Set<String>> calls = new HashMap<>();
    private final Map<String, Set<Integer>> numbers = new HashMap<>();
    private final List<Route> routes = new ArrayList<>();

    Reachable() throws Exception {
        URI home = Refusal.class.getResource("Refusal.class").toURI();
        try (Stream<Path> classes = Files.list(Path.of(home).getParent())) {
            classes.filter(file -> file.toString().endsWith(".class")).forEach(this::read);
        }
    }

    List<Route> routes() {
        return routes;
    }

    /** In order. */
    Set<Integer> statuses(String handler) {
        Set<Integer> found = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(handler));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                found.addAll(numbers.getOrDefault(next, Set.of()));
                open.addAll(calls.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    private void read(Path file) {
        try {
            ClassModel model = ClassFile.of().parse(file);
            model.methods().forEach(method -> read(model, method));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(ClassModel owner, MethodModel method) {
        String me = key(
                owner.thisClass().asSymbol(),
                method.methodName().stringValue(),
                method.methodType().stringValue());
        Set<String> called = calls.computeIfAbsent(me, any -> new HashSet<>());
        Set<Integer> said = numbers.computeIfAbsent(me, any -> new HashSet<>());
        String path = null;
        String handler = "";
        for (CodeElement element :
                method.code().<List<CodeElement>>map(code -> code.elementList()).orElse(List.of())) {
            switch (element) {
                case ConstantInstruction constant -> {
                    if (constant.constantValue() instanceof Integer number && STATUSES.contains(number)) {
                        said.add(number);
                    }
                    if (constant.constantValue() instanceof String text) {
                        path = text.startsWith("/api/") ? text : path;
                    }
                }
                case InvokeDynamicInstruction lambda -> {
                    for (String target : targets(lambda)) {
                        called.add(target);
                        handler = target;
                    }
                }
                case InvokeInstruction call -> {
                    String verb = call.name().stringValue();
                    if (call.owner().asInternalName().endsWith("RoutesConfig") && VERBS.contains(verb)) {
                        routes.add(new Route(verb, path, handler));
                        path = null;
                    }
                    called.add(key(call.owner().asSymbol(), verb, call.type().stringValue()));
                }
                default -> {}
            }
        }
    }

    private static List<String> targets(InvokeDynamicInstruction lambda) {
        return lambda.bootstrapArgs().stream()
                .filter(DirectMethodHandleDesc.class::isInstance)
                .map(DirectMethodHandleDesc.class::cast)
                .filter(handle -> handle.owner().descriptorString().startsWith(PACKAGE))
                .map(handle -> key(handle.owner(), handle.methodName(), handle.lookupDescriptor()))
                .toList();
    }

    private static String key(ClassDesc owner, String name, String descriptor) {
        return owner.descriptorString() + name + descriptor;
    }
}
