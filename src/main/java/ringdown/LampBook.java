package ringdown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringdown.call.OutsideLine;
import ringdown.call.TelephoneCall;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.office.PersonState;
import ringdown.presence.Presence;
import ringdown.sip.LampSource;
import ringdown.sip.LampState;
import ringdown.sip.WaitingMail;

/** What the keys of telephones show of people, whatever telephones they have, and of lines and trunks. Safe from any thread. */
record LampBook(CurrentOffice office, Presence presence, Plant plant, Waiting waiting) implements LampSource {
    @Override
    public Optional<LampState> lamp(String name) {
        Optional<Person> person = name.matches("[0-9]{1,8}")
                ? office.get().person(new Extension(name)).filter(this::works)
                : Optional.empty();
        return person.map(this::of).or(() -> line(name).map(LampBook::of));
    }

    private boolean works(Person person) {
        return !office.get().hasLeft(person.extension(), waiting.clock().now());
    }

    private LampState of(Person person) {
        List<TelephoneCall> calls = person.phones().stream()
                .flatMap(phone -> plant.telephone(person.extension(), phone).stream())
                .flatMap(telephone -> telephone.calls().stream())
                .toList();
        return LampState.of(person.name(), calls, taken(presence.state(person.extension())));
    }

    /** Lit: a colleague who presses the key would be told "busy" (as telephones of the field show do not disturb, too). */
    private static boolean taken(PersonState state) {
        return switch (state) {
            case BUSY, DO_NOT_DISTURB, BREAK, AWAY, ON_LEAVE -> true;
            case AVAILABLE, AFTER_CALL, NOT_ANSWERING -> false;
        };
    }

    /** The colon of a port has a meaning of its own in a SIP address: {@code fxo1} is meant. */
    private Optional<OutsideLine> line(String name) {
        return plant.outsideLines().stream()
                .filter(line ->
                        line.via().toLowerCase(Locale.ROOT).replace(":", "").equals(name))
                .findFirst();
    }

    /** Dark: the next call could go over it. */
    private static LampState of(OutsideLine line) {
        LampState.Phase phase = switch (line.state()) {
            case IDLE -> LampState.Phase.DARK;
            case RINGING -> LampState.Phase.RINGING;
            case TALKING, DIALLING, RELEASED, DEAD, IN_USE -> LampState.Phase.LIT;
        };
        return new LampState(phase, line.via(), null);
    }

    @Override
    public WaitingMail mail(Extension who) {
        return waiting.of(who.digits(), waiting.owing());
    }
}
