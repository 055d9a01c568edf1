package ringdown;

import ringdown.call.Arrival;
import ringdown.call.Doorway;
import ringdown.call.Inbox;
import ringdown.call.Leg;

/** The doorway of the trunks: a caller who arrives over one ends every test of a line, as a ring on copper does (LINES rule 18). Safe from any thread. */
final class TestsGiveWay implements Doorway {
    private final Doorway behind;
    private final Plant plant;

    TestsGiveWay(Doorway behind, Plant plant) {
        this.behind = behind;
        this.plant = plant;
    }

    @Override
    public Inbox inbox() {
        return behind.inbox();
    }

    @Override
    public void offer(Leg leg, Arrival arrival, Inbox inbox) {
        if (arrival instanceof Arrival.FromOutside) {
            plant.rungOutside();
        }
        behind.offer(leg, arrival, inbox);
    }

    @Override
    public void noted(String callId, String what) {
        behind.noted(callId, what);
    }
}
