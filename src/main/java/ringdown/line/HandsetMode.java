package ringdown.line;

import ringdown.call.Telephone;

/** What an analog telephone is doing. */
enum HandsetMode {
    ON_HOOK,
    RINGING,
    DIALLING,
    CALL,
    /** The call is over and the handset not laid down. */
    OVER;

    /** As the office sees it; {@code engaged}: somebody waits on it, or the loop is closed for another reason. */
    Telephone.State state(boolean engaged) {
        return switch (this) {
            case ON_HOOK -> engaged ? Telephone.State.BUSY : Telephone.State.FREE;
            case RINGING -> Telephone.State.RINGING;
            case DIALLING, CALL, OVER -> Telephone.State.BUSY; // parked too: it is there, and off hook
        };
    }
}
