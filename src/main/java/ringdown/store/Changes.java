package ringdown.store;

import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import ringdown.notice.Notice;

/** The append-only feed of what changed; written in the transaction of the change itself. */
final class Changes {
    private Changes() {}

    static void add(Handle db, Collection<Notice> notices, Instant at) {
        for (Notice notice : notices) {
            db.execute(
                    "INSERT INTO changes (at, what, subject) VALUES (?, ?, ?)",
                    at.toEpochMilli(),
                    what(notice),
                    subject(notice));
        }
    }

    private static String what(Notice notice) {
        return switch (notice) {
            case Notice.CallChanged _ -> "call";
            case Notice.LineChanged _ -> "line";
            case Notice.PersonChanged _ -> "person";
            case Notice.PhoneRegistered _ -> "telephone";
            case Notice.PromiseChanged _ -> "promise";
            case Notice.MessageChanged _ -> "message";
            case Notice.OfficeChanged _ -> "office";
            case Notice.OverrideChanged _ -> "override";
            case Notice.AlarmChanged _ -> "alarm";
        };
    }

    private static String subject(Notice notice) {
        return switch (notice) {
            case Notice.CallChanged call -> call.callId();
            case Notice.LineChanged line -> line.via();
            case Notice.PersonChanged person -> person.extension();
            case Notice.PhoneRegistered phone -> phone.extension();
            case Notice.PromiseChanged promise -> promise.promiseId();
            case Notice.MessageChanged message -> message.messageId();
            case Notice.OfficeChanged _ -> "";
            case Notice.OverrideChanged override -> override.name();
            case Notice.AlarmChanged alarm -> alarm.alarm().id();
        };
    }
}
