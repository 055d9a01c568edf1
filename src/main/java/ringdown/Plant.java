package ringdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.call.OutsideLine;
import ringdown.call.Telephone;
import ringdown.line.AnalogEdge;
import ringdown.number.Extension;
import ringdown.office.Person;
import ringdown.office.Phone;
import ringdown.presence.Telephones;
import ringdown.sip.SipEdge;
import ringdown.switchboard.Equipment;
import ringdown.web.Lines;

/**
 * Everything plugged in or registered, as presence and switchboard see it. The edges need the switchboard and it needs them: this
 * stands between, empty until the edges have been built.
 */
final class Plant implements Equipment, Telephones, Lines {
    private volatile @Nullable SipEdge sip;
    private volatile @Nullable AnalogEdge analog;

    /** Knows the edges from now on; {@code analog} is null without a board. */
    void edges(SipEdge sipEdge, @Nullable AnalogEdge analogEdge) {
        this.sip = sipEdge;
        this.analog = analogEdge;
    }

    /** Somebody calls over a trunk: tests of lines are over. */
    void rungOutside() {
        AnalogEdge copper = analog;
        if (copper != null) {
            copper.rungElsewhere();
        }
    }

    @Override
    public Optional<Telephone> telephone(Extension person, Phone phone) {
        return switch (phone) {
            case Phone.Sip any -> sip == null ? Optional.empty() : sip.telephone(person);
            case Phone.Analog copper ->
                analog == null
                        ? Optional.empty()
                        : analog.telephone(copper.port().toString());
        };
    }

    @Override
    public List<OutsideLine> outsideLines() {
        List<OutsideLine> all = new ArrayList<>();
        AnalogEdge copper = analog;
        SipEdge providers = sip;
        if (copper != null) {
            all.addAll(copper.lines());
        }
        if (providers != null) {
            all.addAll(providers.trunks());
        }
        return all;
    }

    @Override
    public Set<Phone> ready(Person person) {
        Set<Phone> ready = new HashSet<>();
        for (Phone phone : person.phones()) {
            telephone(person.extension(), phone)
                    .filter(t -> t.state() == Telephone.State.FREE)
                    .ifPresent(t -> ready.add(phone));
        }
        return ready;
    }

    @Override
    public boolean registered(Person person) {
        return person.phones().stream()
                .flatMap(phone -> telephone(person.extension(), phone).stream())
                .anyMatch(t -> t.state() != Telephone.State.UNREACHABLE);
    }
}
