package ringdown.voicemail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.HandingOn;
import ringdown.ledger.Ledger;
import ringdown.ledger.Owners;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Team;

/**
 * A message goes on to another box with the same sound, and the matter is handed on with it (SITUATIONS 20): the new one owes it, the
 * first taker stays the owner until the caller has been told. Safe from any thread.
 */
public final class Forwarding {
    private final Messages messages;
    private final Ledger ledger;
    private final CurrentOffice office;
    private final OfficeClock clock;

    public Forwarding(Messages messages, Ledger ledger, CurrentOffice office, OfficeClock clock) {
        this.messages = messages;
        this.ledger = ledger;
        this.office = office;
        this.clock = clock;
    }

    /** Teams that have a box, in the order of the office file. */
    List<String> teams() {
        return office.get().teams().stream().map(Team::name).toList();
    }

    /**
     * Forwards it.
     *
     * @param to an extension or a team's name; of somebody who has left: to their successor
     * @param by extension or account
     * @return the message in its new box; empty if there is no such box, it lies there already, or the message is gone
     */
    public Optional<Message> forward(Message message, String to, String by, @Nullable String note) {
        return forward(message, to, by, note, new short[0]);
    }

    /** Forwards it with some words spoken before it, 8 kHz. */
    Optional<Message> forward(Message message, String to, String by, short[] words) {
        return forward(message, to, by, null, words);
    }

    private Optional<Message> forward(Message message, String to, String by, @Nullable String note, short[] words) {
        Office now = office.get();
        Optional<Message> there =
                box(now, message, to).flatMap(box -> messages.forward(message.id(), box, by, note, words));
        there.ifPresent(copy -> handOn(now, copy));
        return there;
    }

    /** True if there is such a box, and the message does not lie there already. */
    boolean takes(Message message, String to) {
        return box(office.get(), message, to).isPresent();
    }

    private Optional<String> box(Office now, Message message, String to) {
        return mailbox(now, to).filter(box -> !box.equals(message.mailbox()));
    }

    private Optional<String> mailbox(Office now, String to) {
        Optional<Extension> person = extension(to);
        return person.isPresent()
                ? new Owners(now).heir(person.get(), today(now)).map(Extension::digits)
                : now.team(to).map(Team::name);
    }

    private void handOn(Office now, Message copy) {
        Extension by = copy.forwardedBy() == null
                ? null
                : extension(copy.forwardedBy()).orElse(null);
        responsible(now, copy.mailbox())
                .ifPresent(to -> ledger.call(copy.callId())
                        .ifPresent(call -> new HandingOn(now, ledger).handed(call, to, by, clock.now())));
    }

    /** The person, or who stands in for them; of a team the first who works today, else its head. */
    private Optional<Extension> responsible(Office now, String mailbox) {
        Owners owners = new Owners(now);
        LocalDate day = today(now);
        return extension(mailbox)
                .map(person -> owners.standIn(person, day).orElse(person))
                .or(() -> now.team(mailbox)
                        .flatMap(team -> team.members().stream()
                                .filter(member -> owners.works(member, day))
                                .findFirst()
                                .or(() -> owners.head(mailbox, day))));
    }

    private LocalDate today(Office now) {
        return clock.now().atZone(now.info().timeZone()).toLocalDate();
    }

    private static Optional<Extension> extension(String text) {
        return text.matches("[0-9]{1,8}") ? Optional.of(new Extension(text)) : Optional.empty();
    }
}
