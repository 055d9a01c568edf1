package ringdown.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import ringdown.office.Fault;
import ringdown.office.Office;
import ringdown.office.Script;
import ringdown.office.Stage;

/** Where an office file names music. Pure. */
final class MusicWanted {
    private MusicWanted() {}

    /** Field of the file to name, in the order of the file. */
    static Map<String, String> of(Office office) {
        Map<String, String> wanted = new LinkedHashMap<>();
        if (office.info().music() != null) {
            wanted.put("office.music", office.info().music());
        }
        for (Script script : office.scripts().values()) {
            for (int i = 0; i < script.stages().size(); i++) {
                if (script.stages().get(i) instanceof Stage.Queue queue && queue.music() != null) {
                    wanted.put("scripts." + script.name() + ".stages[" + i + "].music", queue.music());
                }
            }
        }
        return wanted;
    }

    /** What is named and not there: callers hear other music. */
    static List<Fault> missing(Office office, Map<String, Integer> lines, Predicate<String> there) {
        List<Fault> missing = new ArrayList<>();
        of(office).forEach((field, name) -> {
            if (!there.test(name)) {
                String what = "there is no music \"" + name + "\" yet: the shipped one is played until it is uploaded";
                missing.add(new Fault(lines.getOrDefault(field, 0), field, what));
            }
        });
        return missing;
    }
}
