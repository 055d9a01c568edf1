package ringdown.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sip.message.Request;
import ringdown.call.Doorway;
import ringdown.call.OutsideLine;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.number.NumberingPlan;
import ringdown.office.Office;
import ringdown.office.Trunk;

/** The trunks of the office file. Safe from any thread. */
final class Trunks {
    private final Plant plant;
    private final Doorway doorway;
    private final Notices notices;
    private final Alarms alarms;
    private volatile List<SipTrunk> trunks = List.of();

    Trunks(Plant plant, Doorway doorway, Notices notices, Alarms alarms) {
        this.plant = plant;
        this.doorway = doorway;
        this.notices = notices;
        this.alarms = alarms;
    }

    List<OutsideLine> all() {
        return List.copyOf(trunks);
    }

    /** Unchanged trunks stay as they are, calls and all; the others end when they are idle and begin anew. */
    synchronized void follow(Office office) {
        List<SipTrunk> old = trunks;
        List<SipTrunk> now = new ArrayList<>();
        NumberingPlan plan = office.numberingPlan();
        for (Trunk wanted : office.trunks()) {
            Optional<SipTrunk> same =
                    old.stream().filter(t -> t.configured().equals(wanted)).findFirst();
            SipTrunk trunk = same.orElseGet(() -> new SipTrunk(wanted, plan, plant, doorway, notices, alarms));
            trunk.follow(plan);
            now.add(trunk);
            if (same.isEmpty()) {
                trunk.start();
            }
        }
        trunks = List.copyOf(now);
        old.stream()
                .filter(t -> !now.contains(t))
                .forEach(t -> Thread.ofVirtual().name("leave " + t.via()).start(t::close));
    }

    /**
     * Whose call it is: by the Contact user that the box registered, else by the neighbour's address and port; in both cases only from
     * where the trunk's calls are taken.
     */
    Optional<SipTrunk> from(Request request, NextHop source) {
        String user = Uri.of(request.getRequestURI(), null).map(Uri::user).orElse("");
        List<SipTrunk> now = trunks;
        Optional<SipTrunk> found = now.stream()
                .filter(t -> t.contactUser().equals(user) && t.admits(source))
                .findFirst()
                .or(() -> now.stream().filter(t -> t.isAt(source)).findFirst());
        if (found.isEmpty()) {
            now.forEach(SipTrunk::lookUp);
        }
        return found;
    }

    /** One of the providers has that address. */
    boolean isAny(String host) {
        return trunks.stream().anyMatch(trunk -> trunk.isFrom(host));
    }

    synchronized void close() {
        trunks.forEach(SipTrunk::close);
        trunks = List.of();
    }
}
