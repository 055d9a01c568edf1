package ringdown;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ringdown.notice.Alarm;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.presence.Overrides;
import ringdown.quality.Deviations;

/**
 * Tells the quality department what has happened, while the rules stand by which it happened; at the start it looks at the last days again.
 * Works on one virtual thread of its own, since it asks the disk.
 */
final class DeviationWatch implements AutoCloseable {
    private final Deviations deviations;
    private final Overrides overrides;
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("deviation watch").factory());
    private final Notices.Listening listening;

    DeviationWatch(Deviations deviations, Overrides overrides, Notices notices) {
        this.deviations = deviations;
        this.overrides = overrides;
        this.listening = notices.listen(this::heard);
        work.execute(deviations::catchUp);
    }

    private void heard(Notice notice) {
        switch (notice) {
            case Notice.CallChanged call when call.cameIn() -> work.execute(() -> deviations.call(call.callId()));
            case Notice.CallChanged goesOn -> {}
            case Notice.PromiseChanged promise -> work.execute(() -> deviations.promise(promise.promiseId()));
            case Notice.LineChanged line -> work.execute(deviations::lines);
            case Notice.OverrideChanged override -> work.execute(() -> override(override.name()));
            case Notice.AlarmChanged alarm -> alarm(alarm.alarm());
            case Notice.PersonChanged person -> {}
            case Notice.PhoneRegistered phone -> {}
            case Notice.MessageChanged message -> {}
            case Notice.OfficeChanged office -> {}
        }
    }

    private void override(String name) {
        overrides.all().stream()
                .filter(one -> one.override().name().equals(name) && one.since() != null)
                .forEach(one -> deviations.overrideSet(name, one.since(), one.by()));
    }

    private void alarm(Alarm alarm) {
        if (alarm.healedAt() != null) {
            return;
        }
        if (alarm.what().equals(Overrides.LEFT_ON)) {
            work.execute(() -> deviations.overrideLeftOn(alarm.where(), alarm.since()));
        } else if (alarm.what().equals(ringdown.presence.Presence.NOT_ANSWERING)) {
            work.execute(() -> deviations.notAnswering(alarm.where(), alarm.since()));
        }
    }

    @Override
    public void close() {
        listening.close();
        work.close();
    }
}
