package ringdown.line;

import java.util.concurrent.Executor;
import ringdown.call.Doorway;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;

/** What every line and telephone of the box shares; {@code measuring} runs what takes longer than the board's thread may wait. */
record LineSite(
        OfficeClock clock,
        Doorway doorway,
        Notices notices,
        Alarms alarms,
        LineProfiles profiles,
        LineEvidences evidences,
        Executor measuring) {
    private static final String DEAD = "lineDead";

    void lineChanged(String via, boolean dead, boolean wasDead) {
        if (dead) {
            alarms.raise(DEAD, via, clock.now());
        } else if (wasDead) {
            alarms.heal(DEAD, via, clock.now());
        }
        notices.post(new Notice.LineChanged(via));
    }

    /** The line has battery and no life, or lives again. */
    void mute(String via, boolean now) {
        alarm("lineMute", via, now);
        notices.post(new Notice.LineChanged(via));
    }

    void lineTold(String via) {
        notices.post(new Notice.LineChanged(via));
    }

    void alarm(String what, String where, boolean stands) {
        if (stands) {
            alarms.raise(what, where, clock.now());
        } else {
            alarms.heal(what, where, clock.now());
        }
    }

    void personChanged(Extension extension) {
        notices.post(new Notice.PersonChanged(extension.digits()));
    }
}
