package ringdown.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;

/**
 * Who is told of what: lamps of fifty people on twenty telephones are a thousand of these. A change is looked at once, however many are told
 * of it, and only after everything that belongs to it has happened; no call waits for it. Nothing of it outlives a restart: telephones are
 * told to come again, and whoever was not told learns it by the 481 to their next refresh. Safe from any thread.
 */
final class Subscriptions implements AutoCloseable {
    /** A telephone has 50 keys, a large one with its side cars 200. */
    static final int PER_PHONE = 200;
    /** As many of one person as may register. */
    private static final int PHONES = 10;
    /** Two keys of a telephone may show the same; more is a telephone that was restarted and has forgotten. */
    private static final int SAME = 2;
    /** A call rings, is answered and ends in several steps that are one for whoever looks. */
    private static final Duration SETTLE = Duration.ofMillis(50);
    /** By then a box that was only restarted is there again. */
    private static final String COME_AGAIN = "probation;retry-after=15";

    private final Plant plant;
    private final LampSource source;
    private final SerialQueue queue = new SerialQueue("lamps", "");
    private final Map<Subscriber, List<Subscription>> phones = new HashMap<>();
    private final Map<Watched, List<Subscription>> watching = new HashMap<>();
    private final Set<Watched> changed = new LinkedHashSet<>();
    private boolean looking;
    private Notices.@Nullable Listening listening;

    Subscriptions(Plant plant, LampSource source) {
        this.plant = plant;
        this.source = source;
    }

    void listen(Notices notices) {
        listening = notices.listen(notice -> {
            if (notice instanceof Notice.PersonChanged person) {
                changed(Watched.lamp(person.extension()));
            } else if (notice instanceof Notice.LineChanged line) {
                changed(Watched.lamp(line.via()));
            }
        });
    }

    LampSource source() {
        return source;
    }

    /** The telephone; empty if its person has too many. */
    synchronized Optional<Subscriber> phone(Subscriber.Device device) {
        Optional<Subscriber> known = phones.keySet().stream()
                .filter(phone -> phone.device().equals(device))
                .findFirst();
        if (known.isPresent()) {
            return known;
        }
        if (count(device.extension()) >= PHONES) {
            phones.values().removeIf(List::isEmpty); // gone, or never had one
        }
        if (count(device.extension()) >= PHONES) {
            return Optional.empty();
        }
        Subscriber fresh = new Subscriber(device);
        phones.put(fresh, new ArrayList<>());
        return Optional.of(fresh);
    }

    private long count(Extension who) {
        return phones.keySet().stream()
                .filter(phone -> phone.device().extension().equals(who))
                .count();
    }

    /** False if the telephone has too many; what it has forgotten gives way. In its queue. */
    boolean hasRoom(Subscriber phone, Watched watched) {
        List<Subscription> all = all(one -> one.phone() == phone);
        List<Subscription> same =
                all.stream().filter(one -> one.watched().equals(watched)).toList();
        if (same.size() >= SAME) {
            same.getFirst().forget();
        }
        return same.size() >= SAME || all.size() < PER_PHONE;
    }

    synchronized void add(Subscription subscription) {
        phones.computeIfAbsent(subscription.phone(), phone -> new ArrayList<>()).add(subscription);
        watching.computeIfAbsent(subscription.watched(), watched -> new ArrayList<>())
                .add(subscription);
    }

    synchronized void remove(Subscription subscription) {
        phones.getOrDefault(subscription.phone(), new ArrayList<>()).remove(subscription);
        List<Subscription> others = watching.getOrDefault(subscription.watched(), new ArrayList<>());
        others.remove(subscription);
        if (others.isEmpty()) {
            watching.remove(subscription.watched());
        }
    }

    private synchronized List<Subscription> all(Predicate<Subscription> wanted) {
        return phones.values().stream().flatMap(List::stream).filter(wanted).toList();
    }

    private synchronized List<Subscription> watching(Watched what) {
        return List.copyOf(watching.getOrDefault(what, List.of()));
    }

    /** That telephone of the person is told of its messages because it has asked; it wants no other NOTIFY of them. */
    boolean tellsOfMail(Extension who, Binding binding) {
        String contact = address(binding.registration().contact());
        return watching(Watched.mail(who)).stream()
                .map(one -> one.phone().device())
                .anyMatch(device ->
                        device.extension().equals(who) && device.contact().equals(contact));
    }

    /** Host and port of a contact, by which a telephone is known again. */
    static String address(String contact) {
        return Uri.parse("<" + contact + ">")
                .map(uri -> uri.host() + ":" + uri.portOrDefault())
                .orElse(contact);
    }

    /** Whoever watches it is told soon. */
    synchronized void changed(Watched what) {
        if (watching.containsKey(what) && changed.add(what)) {
            look();
        }
    }

    /** Another office: people and lines may be gone. */
    synchronized void everythingChanged() {
        if (changed.addAll(watching.keySet())) {
            look();
        }
    }

    private void look() {
        if (!looking) {
            looking = true;
            plant.clock().after(SETTLE, "lamps", () -> queue.run(this::tell));
        }
    }

    private void tell() {
        for (Watched what : taken()) {
            Optional<? extends Shown> now = what.state(source);
            watching(what).forEach(one -> now.ifPresentOrElse(one::shows, () -> one.ends("noresource")));
        }
    }

    private synchronized List<Watched> taken() {
        List<Watched> all = List.copyOf(changed);
        changed.clear();
        looking = false;
        return all;
    }

    /** Nobody of that person's telephones is told anything any more: they have left, or have another secret. */
    void endAll(Extension who) {
        all(one -> one.phone().device().extension().equals(who)).forEach(one -> one.ends("rejected"));
    }

    /** How many there are. */
    int size() {
        return all(one -> true).size();
    }

    /** The box stops: whoever hears it comes again, and need not wait for their next refresh. */
    @Override
    public void close() {
        if (listening != null) {
            listening.close();
        }
        List<Subscription> all = all(one -> true);
        CountDownLatch told = new CountDownLatch(all.size());
        all.forEach(one -> {
            one.ends(COME_AGAIN);
            one.phone().queue().run(told::countDown);
        });
        try {
            var _ = told.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
