package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.call.Arrival;
import ringdown.call.Inbox;
import ringdown.number.Dialled;

/** Calls that an analog telephone makes, and how it shows that they are answered. Belongs to the board's thread. */
final class Placing {
    private final FxsLine line;
    private final LineSite site;
    private @Nullable FxsLeg placed;
    private @Nullable FxsLeg forHelp;
    private Inbox inbox;

    Placing(FxsLine line, LineSite site) {
        this.line = line;
        this.site = site;
        this.inbox = site.doorway().inbox();
    }

    /** A telephone of nobody reaches emergency numbers only. */
    boolean may(String digits, PhoneSetup setup) {
        return setup.owner() != null || emergency(digits, setup);
    }

    private static boolean emergency(String digits, PhoneSetup setup) {
        return setup.dialPlan().dialled(digits) instanceof Dialled.Emergency;
    }

    /** Help was called with it. */
    boolean isForHelp(@Nullable FxsLeg leg) {
        return leg != null && leg == forHelp;
    }

    /** A leg that stands for the telephone in the call; it is not offered yet. */
    FxsLeg leg(String digits, PhoneSetup setup) {
        inbox = site.doorway().inbox();
        FxsLeg leg = line.newLeg(inbox);
        placed = leg;
        forHelp = emergency(digits, setup) ? leg : null;
        return leg;
    }

    void offer(FxsLeg leg, String digits, PhoneSetup setup) {
        site.doorway().offer(leg, new Arrival.FromPhone(setup.extension(), line.id(), digits), inbox);
    }

    /** Pay telephones and doors know by the turned battery that a call which they have made is answered. */
    void showAnswer(FxsCard card, @Nullable FxsLeg talking, PhoneSetup setup) {
        boolean answered = setup.reversal() && talking != null && talking == placed && talking.answered();
        card.feed(answered ? FxsCard.Feed.REVERSE : FxsCard.Feed.FORWARD);
    }
}
