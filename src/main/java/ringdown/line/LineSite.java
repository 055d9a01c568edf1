package ringdown.line;

import ringdown.call.Doorway;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;

/** What every line and telephone of the box shares. */
record LineSite(OfficeClock clock, Doorway doorway, Notices notices, Alarms alarms, LineProfiles profiles) {
    private static final String DEAD = "lineDead";

    void lineChanged(String via, boolean dead, boolean wasDead) {
        if (dead) {
            alarms.raise(DEAD, via, clock.now());
        } else if (wasDead) {
            alarms.heal(DEAD, via, clock.now());
        }
        notices.post(new Notice.LineChanged(via));
    }

    void personChanged(Extension extension) {
        notices.post(new Notice.PersonChanged(extension.digits()));
    }
}
