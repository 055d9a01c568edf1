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
                wanted.number(), wanted.name(), from, result -> told(wanted.id(), from.digits(), result)));
    }

    /** An attempt of which nothing more is ever heard was in vain: no key means not talked, after a crash too. */
    private void told(String id, String by, CallOutResult result) {
        String attempt = result.callId();
        Instant now = clock.now();
        switch (result) {
            case CallOutResult.Begun begun ->
                lists.begun(new OutCall.Made(id, attempt, OutCall.Result.NOT_REACHED, by, now, null, null));
            case CallOutResult.Talked talked ->
                lists.made(new OutCall.Made(id, attempt, OutCall.Result.TALKED, by, now, null, null));
            case CallOutResult.NotReached not ->
                lists.made(new OutCall.Made(id, attempt, OutCall.Result.NOT_REACHED, by, now, null, null));
            case CallOutResult.Later later ->
                lists.made(new OutCall.Made(id, attempt, OutCall.Result.LATER, by, now, later.at(), null));
        }
    }
}
