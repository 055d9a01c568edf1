package ringdown;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.Telephone;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Ledger;
import ringdown.ledger.Promise;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.voicemail.LampsOnDisk;
import ringdown.voicemail.Messages;

/**
 * Lights the message lamps of everybody who has new messages, in their own box or one of their teams', or who owes a call that is due, and
 * puts them out again: after each change, when a telephone registers, and at the start. Works on virtual threads, one at a time.
 */
final class MessageLamps implements AutoCloseable {
    private final OfficeClock clock;
    private final CurrentOffice office;
    private final Messages messages;
    private final Ledger ledger;
    private final Plant plant;
    private final Notices.Listening listening;
    private final CurrentOffice.Listening officeListening;
    /** What telephones of a person have been told; as long as it has known them. */
    private final Map<String, Shown> told = new HashMap<>();
    /** Whose lamp was ever lit: a telephone that was off when it went out still shows it. */
    private final Set<String> lit;

    private final LampsOnDisk kept;

    private final AtomicBoolean everybody = new AtomicBoolean();
    private volatile boolean closed;

    /** What a lamp was told: a promise that is due lights it too, without a message. */
    private record Shown(int messages, boolean lit) {}

    MessageLamps(
            OfficeClock clock,
            CurrentOffice office,
            Messages messages,
            LampsOnDisk kept,
            Ledger ledger,
            Plant plant,
            Notices notices) {
        this.kept = kept;
        this.lit = new HashSet<>(kept.everLit());
        this.clock = clock;
        this.ledger = ledger;
        this.office = office;
        this.messages = messages;
        this.plant = plant;
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.MessageChanged || notice instanceof Notice.PromiseChanged) {
                look(null);
            } else if (notice instanceof Notice.PhoneRegistered phone) {
                look(phone.extension());
            }
        });
        this.officeListening = office.listen((before, now) -> look(null));
        look(null);
    }

    /** However much has changed for everybody, one look at everybody follows. */
    private void look(@Nullable String extension) {
        if (extension == null && !everybody.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual().name("message-lamps").start(() -> set(extension));
    }

    private synchronized void set(@Nullable String extension) {
        if (extension == null) {
            everybody.set(false);
        }
        try {
            Office now = office.get();
            Set<String> owing = owing();
            List<Person> whose = extension == null
                    ? now.people()
                    : now.person(new Extension(extension)).stream().toList();
            for (Person person : whose) {
                if (!closed) {
                    set(person, owing, extension != null);
                }
            }
        } catch (RuntimeException bug) {
            Logger.error(bug, "message lamps could not be set");
        }
    }

    /** Who owes a call that is due. */
    private Set<String> owing() {
        Instant now = clock.now();
        return ledger.owed().stream()
                .filter(promise -> !promise.dueAt().isAfter(now))
                .map(Promise::owner)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * A telephone that has just registered is told what waits; that nothing waits only if one of the person's was lit before, also before a
     * restart of the box: a lamp that was never lit needs no message.
     */
    private void set(Person person, Set<String> owing, boolean again) {
        String who = person.extension().digits();
        List<Telephone> telephones = person.phones().stream()
                .map(phone -> plant.telephone(person.extension(), phone))
                .flatMap(Optional::stream)
                .filter(telephone -> telephone.state() != Telephone.State.UNREACHABLE)
                .toList();
        if (telephones.isEmpty()) {
            return;
        }
        int waiting = Mailboxes.of(office.get(), who, clock.now()).stream()
                .mapToInt(messages::unheard)
                .sum();
        Shown shown = new Shown(waiting, waiting > 0 || owing.contains(who));
        boolean wasLit = lit.contains(who);
        Shown before = told.put(who, shown);
        if (before == null ? shown.lit() || wasLit : !shown.equals(before) || again && (shown.lit() || wasLit)) {
            telephones.forEach(telephone -> telephone.lamp(shown.lit(), waiting));
        }
        if (shown.lit() && lit.add(who)) {
            kept.lit(who);
        }
    }

    @Override
    public void close() {
        closed = true;
        listening.close();
        officeListening.close();
    }
}
