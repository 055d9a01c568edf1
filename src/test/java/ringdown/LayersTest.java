package ringdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house's table of rooms: every package stands in it, and imports go downwards only (docs/architecture.md). */
class LayersTest {
    private static final Set<String> ENGINE_GROUND =
            Set.of("clock", "number", "audio", "schedule", "notice", "rtp", "media", "office", "contacts", "presence");

    private static final Map<String, Set<String>> MAY_IMPORT = table();

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new TreeMap<>();
        table.put("clock", Set.of());
        table.put("number", Set.of());
        table.put("audio", Set.of());
        table.put("schedule", Set.of("number"));
        table.put("notice", Set.of("number"));
        table.put("rtp", Set.of("audio", "clock"));
        table.put("media", Set.of("audio", "rtp", "clock"));
        table.put("office", Set.of("number", "schedule"));
        table.put("contacts", Set.of("number", "office"));
        table.put("presence", Set.of("number", "schedule", "office", "clock", "notice"));
        table.put("routing", Set.of("number", "schedule", "office", "contacts"));
        table.put("ledger", Set.of("number", "schedule", "office", "contacts", "clock", "notice"));
        table.put("call", Set.of("number", "media", "audio", "clock"));
        table.put("sip", Set.of("call", "media", "rtp", "audio", "number", "office", "presence", "clock", "notice"));
        table.put("line", Set.of("call", "media", "audio", "number", "office", "clock", "notice"));
        table.put("board", Set.of("line", "audio", "clock", "notice", "media"));
        table.put("simulator", Set.of("board", "audio", "number", "office", "clock"));
        table.put("prompts", Set.of("audio", "number", "schedule"));
        table.put("recording", Set.of("media", "audio", "ledger", "clock", "notice"));
        table.put(
                "voicemail",
                Set.of(
                        "call",
                        "media",
                        "audio",
                        "prompts",
                        "recording",
                        "number",
                        "office",
                        "ledger",
                        "clock",
                        "notice"));
        table.put(
                "conversation",
                Set.of(
                        "call",
                        "media",
                        "audio",
                        "number",
                        "office",
                        "prompts",
                        "presence",
                        "ledger",
                        "recording",
                        "clock",
                        "notice"));
        table.put(
                "switchboard",
                with(ENGINE_GROUND, "routing", "ledger", "call", "prompts", "recording", "voicemail", "conversation"));
        table.put("quality", Set.of("number", "schedule", "office", "contacts", "ledger", "clock", "notice"));
        table.put(
                "web",
                with(
                        ENGINE_GROUND,
                        "routing",
                        "ledger",
                        "call",
                        "prompts",
                        "recording",
                        "voicemail",
                        "conversation",
                        "switchboard",
                        "quality",
                        "simulator"));
        table.put("mailer", Set.of("number", "schedule", "office", "ledger", "voicemail", "clock", "notice"));
        table.put(
                "store",
                with(
                        ENGINE_GROUND,
                        "mailer",
                        "routing",
                        "ledger",
                        "call",
                        "sip",
                        "line",
                        "prompts",
                        "recording",
                        "voicemail",
                        "conversation",
                        "switchboard",
                        "quality",
                        "web"));
        return table;
    }

    private static Set<String> with(Set<String> base, String... more) {
        Set<String> all = new TreeSet<>(base);
        all.addAll(Set.of(more));
        return all;
    }

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ringdown");

    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length < 2 ? "" : parts[1];
    }

    @Test
    void everyRoomStandsInTheTable() {
        Set<String> rooms = HOUSE.stream().map(LayersTest::room).collect(Collectors.toSet());
        rooms.remove("");
        assertThat(MAY_IMPORT.keySet()).containsAll(rooms);
        assertThat(rooms).hasSizeGreaterThan(15);
    }

    @Test
    void importsGoDownwardsOnly() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            String from = room(type);
            if (from.isEmpty()) {
                continue;
            }
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith("ringdown"))
                    .map(LayersTest::room)
                    .filter(to -> !to.equals(from)
                            && !MAY_IMPORT.getOrDefault(from, Set.of()).contains(to))
                    .forEach(to -> wrong.add(type.getSimpleName() + " in " + from + " imports " + to));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void onlyTheirRoomsKnowSipJdbcAndJavalin() {
        Map<String, String> owners = Map.of(
                "javax.sip",
                "sip",
                "gov.nist",
                "sip",
                "java.sql",
                "store",
                "org.jdbi",
                "store",
                "io.javalin",
                "web",
                "jakarta.mail",
                "mailer");
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            type.getDirectDependenciesFromSelf()
                    .forEach(dependency -> owners.forEach((library, owner) -> {
                        boolean uses =
                                dependency.getTargetClass().getPackageName().startsWith(library);
                        if (uses && !room(type).equals(owner)) {
                            wrong.add(type.getName() + " uses " + library);
                        }
                    }));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyReadsTheSystemClockButTheClock() {
        Set<String> readers = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().startsWith("java.time")
                                    && call.getTarget().getRawParameterTypes().isEmpty()
                            || call.getName().equals("currentTimeMillis"))
                    .forEach(call -> readers.add(room(type)));
        }
        assertThat(readers).isSubsetOf("clock");
    }
}
