package ringdown.sip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import ringdown.clock.OfficeClock;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;

/** Who is registered where. In memory for ringing, in the store for the next start. Safe from any thread. */
final class Registrar {
    private static final int PER_PERSON = 10;
    /** A telephone registered before a restart gets this long to show up again, whatever the wall clock did meanwhile. */
    private static final Duration GRACE = Duration.ofMinutes(2);
    /** A refresh that changes nothing is written only this often: it would wear the card out. */
    private static final Duration WRITTEN_AGAIN = Duration.ofMinutes(10);

    private final Registrations store;
    private final OfficeClock clock;
    private final Notices notices;
    private final Map<Extension, List<Binding>> bindings = new HashMap<>();
    private final Map<String, Instant> written = new HashMap<>();
    private final SerialQueue disk = new SerialQueue("registrations", "");

    Registrar(Registrations store, OfficeClock clock, Notices notices) {
        this.store = store;
        this.clock = clock;
        this.notices = notices;
    }

    /** Takes up what was registered before the restart, of those who may still register. */
    void restore(Predicate<Extension> known) {
        for (Registration kept : store.load()) {
            Duration age = Duration.between(kept.registeredAt(), clock.now());
            Duration left = kept.expires().minus(age);
            boolean plain = !age.isNegative() && left.compareTo(GRACE) > 0;
            if (known.test(kept.extension())) {
                put(kept, plain ? left : GRACE);
            } else {
                store.remove(kept.id());
            }
        }
    }

    /** Registers, in place of an older registration of the same telephone; returns after it is kept. */
    void register(Registration registration) {
        boolean was = registered(registration.extension());
        boolean anew = all(registration.extension()).stream()
                .map(Binding::registration)
                .noneMatch(b -> same(b, registration) && b.callId().equals(registration.callId()));
        boolean changed = put(registration, registration.expires());
        if (changed) {
            store.save(registration);
        }
        if (!was) {
            notices.post(new Notice.PersonChanged(registration.extension().digits()));
        }
        if (anew) {
            notices.post(new Notice.PhoneRegistered(registration.extension().digits()));
        }
    }

    private synchronized boolean put(Registration fresh, Duration length) {
        List<Binding> mine = bindings.computeIfAbsent(fresh.extension(), e -> new ArrayList<>());
        Optional<Binding> same =
                mine.stream().filter(b -> same(b.registration(), fresh)).findFirst();
        same.ifPresent(old -> {
            old.stop();
            mine.remove(old);
        });
        if (mine.size() >= PER_PERSON) {
            drop(mine.getFirst());
        }
        Binding binding = new Binding(fresh, clock.nanos() + length.toNanos());
        binding.expiry(clock.after(length, "registration of " + fresh.extension(), () -> expired(binding)));
        mine.add(binding);
        return toBeWritten(same.map(Binding::registration), fresh);
    }

    private static boolean same(Registration one, Registration other) {
        return one.id().equals(other.id()) || one.contact().equals(other.contact());
    }

    private boolean toBeWritten(Optional<Registration> before, Registration now) {
        Instant last = written.get(now.id());
        boolean moved = before.map(b -> !b.contact().equals(now.contact())
                        || !b.id().equals(now.id())
                        || b.port() != now.port()
                        || !b.host().equals(now.host()))
                .orElse(true);
        boolean due = moved
                || last == null
                || Duration.between(last, now.registeredAt()).abs().compareTo(WRITTEN_AGAIN) > 0;
        if (due) {
            written.put(now.id(), now.registeredAt());
        }
        return due;
    }

    private void expired(Binding binding) {
        remove(binding);
    }

    /** Ends one registration. */
    void remove(Binding binding) {
        Extension extension = binding.registration().extension();
        drop(binding);
        notices.post(new Notice.PersonChanged(extension.digits()));
    }

    private synchronized void drop(Binding binding) {
        Registration gone = binding.registration();
        binding.stop();
        List<Binding> mine = bindings.getOrDefault(gone.extension(), new ArrayList<>());
        if (mine.remove(binding)) {
            written.remove(gone.id());
            disk.run(() -> store.remove(gone.id()));
        }
    }

    /** The person left, or the secret was changed: nothing is registered any more. */
    void removeAll(Extension extension) {
        all(extension).forEach(this::remove);
    }

    synchronized List<Binding> all(Extension extension) {
        return List.copyOf(bindings.getOrDefault(extension, List.of()));
    }

    /** The telephones that can be rung. */
    synchronized List<Binding> reachable(Extension extension) {
        return bindings.getOrDefault(extension, List.of()).stream()
                .filter(b -> !b.silent())
                .toList();
    }

    boolean registered(Extension extension) {
        return !reachable(extension).isEmpty();
    }

    /** A telephone of somebody is registered from there. */
    synchronized boolean isAt(String host) {
        String origin = Origin.of(host);
        return bindings.values().stream()
                .flatMap(List::stream)
                .anyMatch(b -> Origin.of(b.registration().host()).equals(origin));
    }

    /** A telephone was heard, or did not answer at all. */
    void heard(Binding binding, boolean alive) {
        boolean changed;
        synchronized (this) {
            changed = binding.silent() == alive;
            binding.silent(!alive);
        }
        if (changed) {
            notices.post(
                    new Notice.PersonChanged(binding.registration().extension().digits()));
        }
    }

    /** True while it is among those registered. */
    synchronized boolean holds(Binding binding) {
        return bindings.getOrDefault(binding.registration().extension(), List.of())
                .contains(binding);
    }

    synchronized void close() {
        bindings.values().forEach(list -> list.forEach(Binding::stop));
    }
}
