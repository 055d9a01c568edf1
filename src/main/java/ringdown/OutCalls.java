package ringdown;

import java.time.Instant;
import ringdown.clock.OfficeClock;
import ringdown.number.Extension;
import ringdown.quality.CallsOut;
import ringdown.quality.OutCall;
import ringdown.switchboard.CallOutResult;
import ringdown.switchboard.Switchboard;
import ringdown.web.CallBacks;
import ringdown.web.CallsOutDoor;

/** Makes a call from a list and writes down how it went. */
final class OutCalls implements CallsOutDoor {
    private final Switchboard switchboard;
    private final CallsOut lists;
    private final OfficeClock clock;

    OutCalls(Switchboard switchboard, CallsOut lists, OfficeClock clock) {
        this.switchboard = switchboard;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public CallBacks.Answer call(OutCall wanted, Extension from) {
        return WebCalls.answer(switchboard.callOut(
                wanted.number(), wanted.name(), from, result -> lists.made(made(wanted.id(), from, result))));
    }

    private OutCall.Made made(String id, Extension by, CallOutResult result) {
        Instant now = clock.now();
        return switch (result) {
            case CallOutResult.Talked talked ->
                new OutCall.Made(id, OutCall.Result.TALKED, by.digits(), now, null, null);
            case CallOutResult.NotReached not ->
                new OutCall.Made(id, OutCall.Result.NOT_REACHED, by.digits(), now, null, null);
            case CallOutResult.Later later ->
                new OutCall.Made(id, OutCall.Result.LATER, by.digits(), now, later.at(), null);
        };
    }
}
