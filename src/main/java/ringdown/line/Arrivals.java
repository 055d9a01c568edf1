package ringdown.line;

import java.time.Duration;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.number.CallerId;

/** Calls that come in over a line, however they show: by ringing, by a voice where dial tone was expected, by knocking. The board's thread. */
final class Arrivals {
    private final FxoLine line;
    private final LineSite site;

    Arrivals(FxoLine line, LineSite site) {
        this.line = line;
        this.site = site;
    }

    /** A call has come in: it is offered before anything else happens to it. */
    void offer(CallerId caller, boolean complete) {
        line.standing.alive();
        line.standing.rung();
        line.care.expect(null);
        Inbox inbox = site.doorway().inbox();
        FxoLeg leg = line.newLeg(inbox, false);
        line.take(new IncomingCall(line, leg, line.onHook, complete));
        site.doorway()
                .offer(leg, new Arrival.FromOutside(line.via(), line.setup().called(), caller, complete), inbox);
    }

    /** Whoever rang has gone: somebody else rings now. */
    void callerGone() {
        if (line.call() instanceof IncomingCall unanswered) {
            unanswered.farEndGone(HangupCause.CANCELLED);
        }
    }

    /** We seized the line and somebody speaks: a caller was about to ring (LINES rule 7). He is connected already. */
    void offerGlare() {
        Inbox inbox = site.doorway().inbox();
        offerGlare(line.newLeg(inbox, false), inbox);
    }

    /** The same, where a leg stood ready for whoever might be there. */
    IncomingCall offerGlare(FxoLeg leg, Inbox inbox) {
        IncomingCall glare = new IncomingCall(line, leg, line.onHook, true);
        line.take(glare);
        line.standing.callEnded(false);
        glare.alreadyOffHook();
        Arrival from = new Arrival.FromOutside(line.via(), line.setup().called(), CallerId.UNKNOWN, true);
        site.doorway().offer(leg, from, inbox);
        return glare;
    }

    /** Somebody else calls while the line talks. The call cannot be taken: it is written down, has gone, and is owed (LINES rule 12). */
    void knocked(CallerId caller) {
        Inbox inbox = site.doorway().inbox();
        FxoLeg leg = line.newLeg(inbox, false);
        site.doorway()
                .offer(leg, new Arrival.FromOutside(line.via(), line.setup().called(), caller, true), inbox);
        leg.post(new CallEvent.Gone(leg, HangupCause.CANCELLED, true));
        line.note(leg, "knocked while the line talked: the call could not be taken");
    }

    /** Somebody has rung and left so long ago, and was taken for our own test call: written down, and owed. */
    void missed(CallerId caller, Duration ago) {
        Inbox inbox = site.doorway().inbox();
        FxoLeg leg = line.newLeg(inbox, false);
        leg.goneBefore(ago);
        site.doorway()
                .offer(leg, new Arrival.FromOutside(line.via(), line.setup().called(), caller, true), inbox);
        leg.post(new CallEvent.Gone(leg, HangupCause.CANCELLED, true));
    }

    /** We seized the line, and it is silent. */
    void mayHaveCaller() {
        Inbox inbox = site.doorway().inbox();
        line.take(new SilentLine(line, line.newLeg(inbox, false), inbox));
    }
}
