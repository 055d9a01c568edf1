package ringdown;

import ringdown.switchboard.CallBackResult;
import ringdown.web.CallBacks;

/** Puts the switchboard's answer into the page's words. */
final class WebCalls {
    private WebCalls() {}

    static CallBacks.Answer answer(CallBackResult result) {
        return switch (result) {
            case CallBackResult.Rings rings -> new CallBacks.Answer.Rings(rings.callId());
            case CallBackResult.NoSuchPromise none -> new CallBacks.Answer.NoSuchPromise();
            case CallBackResult.NoSuchPerson none -> new CallBacks.Answer.NoSuchPerson();
            case CallBackResult.NothingToDial nothing -> new CallBacks.Answer.NotNow(nothing.why());
            case CallBackResult.CannotRing cannot -> new CallBacks.Answer.NotNow(cannot.why());
        };
    }
}
