package ringdown;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.Telephone;
import ringdown.clock.OfficeClock;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.voicemail.Messages;

/**
 * Lights the message lamps of everybody who has new messages, in their own box or one of their teams', and puts them out again: after each
 * change, when a telephone registers, and at the start. Works on virtual threads, one at a time.
 */
final class MessageLamps implements AutoCloseable {
    private final OfficeClock clock;
    private final CurrentOffice office;
    private final Messages messages;
    private final Plant plant;
    private final Notices.Listening listening;
    private final CurrentOffice.Listening officeListening;
    /** What telephones of a person have been told; nothing for those who cannot be reached. */
    private final Map<String, Integer> told = new HashMap<>();

    private volatile boolean closed;

    MessageLamps(OfficeClock clock, CurrentOffice office, Messages messages, Plant plant, Notices notices) {
        this.clock = clock;
        this.office = office;
        this.messages = messages;
        this.plant = plant;
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.MessageChanged) {
                look(null);
            } else if (notice instanceof Notice.PersonChanged person) {
                look(person.extension());
            }
        });
        this.officeListening = office.listen((before, now) -> look(null));
        look(null);
    }

    private void look(@Nullable String extension) {
        Thread.ofVirtual().name("message-lamps").start(() -> set(extension));
    }

    private synchronized void set(@Nullable String extension) {
        try {
            for (Person person : office.get().people()) {
                if (!closed
                        && (extension == null
                                || extension.equals(person.extension().digits()))) {
                    set(person, extension != null);
                }
            }
        } catch (RuntimeException bug) {
            Logger.error(bug, "message lamps could not be set");
        }
    }

    /** A telephone that has just registered knows nothing: what waits is told again, that nothing waits only once. */
    private void set(Person person, boolean again) {
        String who = person.extension().digits();
        List<Telephone> telephones = person.phones().stream()
                .map(phone -> plant.telephone(person.extension(), phone))
                .flatMap(Optional::stream)
                .filter(telephone -> telephone.state() != Telephone.State.UNREACHABLE)
                .toList();
        if (telephones.isEmpty()) {
            told.remove(who);
            return;
        }
        int waiting = Mailboxes.of(office.get(), who, clock.now()).stream()
                .mapToInt(messages::unheard)
                .sum();
        Integer before = told.put(who, waiting);
        if (before == null || before != waiting || again && waiting > 0) {
            telephones.forEach(telephone -> telephone.lamp(waiting > 0, waiting));
        }
    }

    @Override
    public void close() {
        closed = true;
        listening.close();
        officeListening.close();
    }
}
