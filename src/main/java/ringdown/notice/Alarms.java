package ringdown.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The alarms of this run: one open alarm per kind and place, however often it is raised. Safe from any thread. */
public final class Alarms {
    private static final int KEPT_HEALED = 200;

    private record Key(String what, String where) {}

    private final Notices notices;
    private final Map<Key, Alarm> open = new LinkedHashMap<>();
    private final List<Alarm> healed = new ArrayList<>();

    /** Alarms that are made known on the given board. */
    public Alarms(Notices notices) {
        this.notices = notices;
    }

    /** Raises the alarm unless it stands already. */
    public synchronized void raise(String what, String where, Instant since) {
        Key key = new Key(what, where);
        if (!open.containsKey(key)) {
            Alarm alarm = new Alarm(UUID.randomUUID().toString(), what, where, since, null);
            open.put(key, alarm);
            notices.post(new Notice.AlarmChanged(alarm));
        }
    }

    /** Heals the alarm if it stands. */
    public synchronized void heal(String what, String where, Instant at) {
        Alarm was = open.remove(new Key(what, where));
        if (was != null) {
            Alarm now = new Alarm(was.id(), was.what(), was.where(), was.since(), at);
            healed.add(now);
            if (healed.size() > KEPT_HEALED) {
                healed.removeFirst();
            }
            notices.post(new Notice.AlarmChanged(now));
        }
    }

    /** Newest first. */
    public synchronized List<Alarm> list(boolean openOnly) {
        List<Alarm> all = new ArrayList<>(open.values());
        if (!openOnly) {
            all.addAll(healed);
        }
        all.sort(Comparator.comparing(Alarm::since).reversed());
        return all;
    }
}
