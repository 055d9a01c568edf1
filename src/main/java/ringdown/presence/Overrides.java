package ringdown.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.presence.OverridesOnDisk.Kept;
import ringdown.schedule.ActiveOverride;
import ringdown.schedule.HoursOverride;

/**
 * The overrides of the office file that somebody has set by page or key: lunch, shelter (SITUATIONS rule 12). One with an hour ends by
 * itself; one that lasts longer than its {@code max} raises the alarm "overrideLeftOn". Safe from any thread.
 */
public final class Overrides implements AutoCloseable {
    /** The alarm of one that stands for longer than its {@code max}. */
    public static final String LEFT_ON = "overrideLeftOn";

    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Notices notices;
    private final Alarms alarms;
    private final OverridesOnDisk disk;
    private final Map<String, Kept> set = new HashMap<>();
    private final Map<String, List<OfficeClock.Alarm>> watches = new HashMap<>();
    private final List<BiConsumer<ActiveOverride, Instant>> listeners = new CopyOnWriteArrayList<>();

    /**
     * One override of the office file.
     *
     * @param since null: not set
     * @param endsAt when it ends by itself, null: not set, or when somebody ends it
     * @param by account or extension, null: not set
     */
    public record Standing(
            HoursOverride override,
            @Nullable Instant since,
            @Nullable Instant endsAt,
            @Nullable String by) {}

    /** Knows at once what was set before the restart; what has ended meanwhile ends now. */
    public Overrides(CurrentOffice office, OfficeClock clock, Notices notices, Alarms alarms, OverridesOnDisk disk) {
        this.office = office;
        this.clock = clock;
        this.notices = notices;
        this.alarms = alarms;
        this.disk = disk;
        disk.load().forEach(kept -> set.put(kept.name(), kept));
    }

    /** From now on those that are set end by themselves; listeners have been added before. */
    public void start() {
        List.copyOf(standing()).forEach(this::watch);
    }

    /** What holds now; of several the one set last. */
    public Optional<ActiveOverride> active() {
        return activeAt(clock.now());
    }

    /** What will hold then, as far as it is known: one that ends when it is released is believed to hold until midnight. */
    public Optional<ActiveOverride> activeAt(Instant at) {
        var zone = office.get().info().timeZone();
        var today =
                at.atZone(zone).toLocalDate().equals(clock.now().atZone(zone).toLocalDate());
        return standing().stream()
                .flatMap(kept -> active(kept).stream())
                .filter(one -> one.holds(at, zone) && (today || one.endsAt(zone).isPresent()))
                .max(Comparator.comparing(ActiveOverride::since));
    }

    /** Every override of the office file, in its order. */
    public List<Standing> all() {
        var zone = office.get().info().timeZone();
        return office.get().overrides().stream()
                .map(override -> {
                    var kept = find(override.name());
                    var active = kept.flatMap(this::active).filter(one -> one.holds(clock.now(), zone));
                    return new Standing(
                            override,
                            active.map(ActiveOverride::since).orElse(null),
                            active.flatMap(one -> one.endsAt(zone)).orElse(null),
                            active.isEmpty() ? null : kept.map(Kept::by).orElse(null));
                })
                .toList();
    }

    /** What became of the wish to set one. */
    public enum Begun {
        /** It is set. */
        SET,
        /** Its hour has passed today: nothing was set ({@link HoursOverride#over}). */
        OVER,
        /** The office file has none of that name. */
        UNKNOWN
    }

    /** Sets it, or leaves it as it is if it is set. Durable when it returns. */
    public Begun begin(String name, String by) {
        var meant = configured(name);
        if (meant.isEmpty()) {
            return Begun.UNKNOWN;
        }
        if (all().stream().noneMatch(one -> one.override().name().equals(name) && one.since() != null)) {
            if (meant.get().over(clock.now(), office.get().officeHours())) {
                return Begun.OVER;
            }
            var kept = new Kept(name, clock.now(), by);
            disk.set(kept);
            synchronized (this) {
                set.put(name, kept);
            }
            watch(kept);
            notices.post(new Notice.OverrideChanged(name));
        }
        return Begun.SET;
    }

    /** Ends it if it is set; false if the office file has none of that name. Durable when it returns. */
    public boolean end(String name) {
        Kept kept;
        List<OfficeClock.Alarm> pending;
        synchronized (this) {
            kept = set.remove(name);
            pending = watches.remove(name);
        }
        if (pending != null) {
            pending.forEach(OfficeClock.Alarm::cancel);
        }
        if (kept != null) {
            disk.ended(name);
            alarms.heal(LEFT_ON, name, clock.now());
            active(kept).ifPresent(was -> listeners.forEach(l -> l.accept(was, clock.now())));
            notices.post(new Notice.OverrideChanged(name));
        }
        return kept != null || configured(name).isPresent();
    }

    /** Hears {@code (what ended, when)}, before anybody else is told. */
    public void whenEnded(BiConsumer<ActiveOverride, Instant> listener) {
        listeners.add(listener);
    }

    private void watch(Kept kept) {
        var active = active(kept);
        if (active.isEmpty()) {
            return;
        }
        var max = active.get().override().max();
        var ending = active.get()
                .endsAt(office.get().info().timeZone())
                .map(at -> clock.at(at, "override " + kept.name() + " ends", () -> end(kept.name())));
        var warning = Optional.ofNullable(max)
                .map(most -> kept.since().plus(most))
                .map(at -> clock.at(at, "override " + kept.name() + " left on", () -> leftOn(kept.name(), at)));
        synchronized (this) {
            watches.put(
                    kept.name(),
                    List.of(ending, warning).stream().flatMap(Optional::stream).toList());
        }
    }

    /** Since its {@code max} was over, which may have been while the box was off. */
    private void leftOn(String name, Instant since) {
        alarms.raise(LEFT_ON, name, since);
        notices.post(new Notice.OverrideChanged(name));
    }

    private synchronized List<Kept> standing() {
        return List.copyOf(set.values());
    }

    private synchronized Optional<Kept> find(String name) {
        return Optional.ofNullable(set.get(name));
    }

    private Optional<HoursOverride> configured(String name) {
        return office.get().overrides().stream()
                .filter(override -> override.name().equals(name))
                .findFirst();
    }

    private Optional<ActiveOverride> active(Kept kept) {
        return configured(kept.name()).map(override -> new ActiveOverride(override, kept.since()));
    }

    @Override
    public void close() {
        synchronized (this) {
            watches.values().forEach(pending -> pending.forEach(OfficeClock.Alarm::cancel));
            watches.clear();
        }
    }
}
