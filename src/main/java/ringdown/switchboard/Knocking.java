package ringdown.switchboard;

import java.util.List;
import java.util.Optional;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.number.Extension;
import ringdown.office.Person;
import ringdown.office.PersonState;
import ringdown.office.Phone;
import ringdown.office.Port;
import ringdown.office.PortUse;

/**
 * Which bell a telephone rings with, and whether somebody who talks already may be told of one call more. A colleague may, and the
 * dispatcher who calls back; callers are rung at whoever is free (SITUATIONS rule 10). Stateless.
 */
final class Knocking {
    private Knocking() {}

    /** By who is at the other end. */
    static RingRequest.Bell bell(CallRun run) {
        String via = run.caller.via();
        Optional<Port> port = Port.of(via);
        if (port.map(p -> p.kind() == Port.Kind.FXO)
                .orElse(run.office.trunk(via).isPresent())) {
            return RingRequest.Bell.OUTSIDE;
        }
        boolean door = run.office.ports().stream()
                .anyMatch(use -> use.use() == PortUse.Device.DOOR && port.equals(Optional.of(use.port())));
        return door ? RingRequest.Bell.DOOR : RingRequest.Bell.INSIDE;
    }

    /** The person's telephones in a talk that one call more may be announced in; none while they want to be left in peace. */
    static List<Phone> phones(Desk desk, Extension who) {
        if (desk.presence().state(who) != PersonState.BUSY) {
            return List.of();
        }
        List<Phone> all = desk.office().get().person(who).map(Person::phones).orElse(List.of());
        return all.stream().filter(phone -> takesOne(desk, who, phone)).toList();
    }

    private static boolean takesOne(Desk desk, Extension who, Phone phone) {
        return desk.equipment()
                .telephone(who, phone)
                .filter(Telephone::takesSecondCall)
                .isPresent();
    }
}
