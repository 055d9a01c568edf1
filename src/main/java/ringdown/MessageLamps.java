package ringdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.Telephone;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.sip.WaitingMail;
import ringdown.voicemail.LampsOnDisk;

/**
 * Lights the message lamps of everybody who has new messages, in their own box or one of their teams', or who owes a call that is due, and
 * puts them out again: after each change, when a telephone registers, and at the start. Works on virtual threads, one at a time.
 */
final class MessageLamps implements AutoCloseable {
    private final CurrentOffice office;
    private final Waiting waiting;
    private final Plant plant;
    private final Notices.Listening listening;
    private final CurrentOffice.Listening officeListening;
    /** What telephones of a person have been told; as long as it has known them. */
    private final Map<String, WaitingMail> told = new HashMap<>();
    /** Whose lamp was ever lit: a telephone that was off when it went out still shows it. */
    private final Set<String> lit;

    private final LampsOnDisk kept;

    private final AtomicBoolean everybody = new AtomicBoolean();
    private volatile boolean closed;

    MessageLamps(CurrentOffice office, Waiting waiting, LampsOnDisk kept, Plant plant, Notices notices) {
        this.kept = kept;
        this.lit = new HashSet<>(kept.everLit());
        this.office = office;
        this.waiting = waiting;
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
            Set<String> owing = waiting.owing();
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
        WaitingMail shown = waiting.of(who, owing);
        boolean wasLit = lit.contains(who);
        WaitingMail before = told.put(who, shown);
        if (before == null ? shown.lit() || wasLit : !shown.equals(before) || again && (shown.lit() || wasLit)) {
            telephones.forEach(telephone -> telephone.lamp(shown.lit(), shown.messages()));
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
