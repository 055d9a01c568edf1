package ringdown.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ringdown.clock.BoxClock;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.ContactEntry;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.PersonNow;
import ringdown.office.PersonState;
import ringdown.office.Port;
import ringdown.office.Reading;
import ringdown.office.StateOfPeople;
import ringdown.routing.Called;
import ringdown.routing.Enquiry;
import ringdown.routing.Router;
import ringdown.routing.Step;
import ringdown.store.Store;
import ringdown.store.StoreFault;

/** One routing decision with 100,000 contacts: find the caller on disk, make the plan, say who rings first. */
final class RoutingBench {
    private static final int CONTACTS = 100_000;
    private static final int A_FILE = 500;
    private static final int WARM = 3_000;
    private static final int CALLS = 10_000;

    private final BoxClock clock;

    RoutingBench(BoxClock clock) {
        this.clock = clock;
    }

    void run(Launch launch) throws IOException {
        Path dir = Files.createTempDirectory("ringdown-routing");
        Notices notices = new Notices();
        try (Store store = Store.open(dir, clock, notices, new Alarms(notices))) {
            store.ready();
            List<ContactEntry> entries = new ArrayList<>();
            for (int i = 0; i < CONTACTS; i++) {
                entries.add(entry(i));
                if (entries.size() == A_FILE) {
                    store.contacts().merge(entries);
                    entries.clear();
                }
            }
            measure(store);
        } catch (StoreFault fault) {
            throw new IOException(fault);
        } finally {
            notices.close();
        }
    }

    private void measure(Store store) {
        Office office = ((Reading.Good) OfficeFile.read(YearBench.office())).office();
        Map<Extension, PersonNow> people = new HashMap<>();
        office.people()
                .forEach(p -> people.put(
                        p.extension(), new PersonNow(PersonState.AVAILABLE, new HashSet<>(p.phones()), null)));
        StateOfPeople now = new StateOfPeople(people);
        Random random = new Random(1);
        List<Double> whole = new ArrayList<>();
        List<Double> look = new ArrayList<>();
        for (int i = 0; i < WARM + CALLS; i++) {
            long begun = clock.nanos();
            PhoneNumber number = number(random.nextInt(CONTACTS));
            var contacts = store.contacts().find(number);
            long found = clock.nanos();
            Enquiry enquiry = new Enquiry(
                    office,
                    new Called.OnLine(Port.of("fxo:1").orElseThrow()),
                    CallerId.of(number.e164(), null),
                    number,
                    contacts,
                    null,
                    null,
                    null,
                    clock.now());
            var plan = Router.plan(enquiry);
            plan.steps().stream()
                    .filter(Step.Reach.class::isInstance)
                    .map(Step.Reach.class::cast)
                    .findFirst()
                    .ifPresent(reach -> Router.resolve(reach.stage(), enquiry, now, null, reach.responsible()));
            if (i >= WARM) {
                whole.add((clock.nanos() - begun) / 1e6);
                look.add((found - begun) / 1e6);
            }
        }
        print(whole, look);
    }

    private static void print(List<Double> whole, List<Double> look) {
        System.out.println("Routing decision, 100,000 contacts, 100 people, 30 scripts, 20 classes; ms");
        row("decision (wanted: p99 <= 1)", whole);
        row("reference: the caller's look-up alone", look);
    }

    private static void row(String what, List<Double> times) {
        Collections.sort(times);
        System.out.printf(
                "  %-40s p50 %.3f  p99 %.3f  largest %.3f%n",
                what, times.get(times.size() / 2), times.get(times.size() * 99 / 100), times.getLast());
    }

    private static PhoneNumber number(int i) {
        return new PhoneNumber("+38050" + (1_000_000 + i));
    }

    private static ContactEntry entry(int i) {
        return new ContactEntry(
                "Contact " + i,
                null,
                List.of(number(i)),
                "c" + i % 20,
                new Extension(Integer.toString(200 + i % 100)),
                List.of(new Extension(Integer.toString(200 + (i + 1) % 100))),
                null,
                null,
                null,
                null);
    }
}
