package ringdown.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tinylog.Logger;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.ledger.Promise;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.voicemail.Message;
import ringdown.voicemail.Messages;

/**
 * Turns notices into events: the thing as its GET gives it, read after the commit. Notices only wait in a queue on the thread that
 * delivers them; the virtual thread "live" reads and writes.
 */
final class LiveEvents implements AutoCloseable {
    private final LiveRing ring;
    private final Ledger ledger;
    private final Messages messages;
    private final CurrentOffice office;
    private final OfficeChanges changes;
    private final CallViews views;
    private final PeopleResource people;
    private final OverridesResource overrides;
    private final LineBook lines;
    private final BoardResource board;
    private final LinkedBlockingQueue<Notice> waiting = new LinkedBlockingQueue<>();
    private final Map<Extension, String> states = new ConcurrentHashMap<>();
    private final Map<String, String> lineStates = new ConcurrentHashMap<>();
    private final GoneMessages gone;
    private final Sight sight;
    private final Notices.Listening listening;
    private final Thread thread;

    LiveEvents(
            LiveRing ring,
            Rooms rooms,
            CallViews views,
            PeopleResource people,
            OverridesResource overrides,
            LineBook lines,
            BoardResource board,
            GoneMessages gone,
            Sight sight) {
        this.ring = ring;
        this.sight = sight;
        this.ledger = rooms.ledger();
        this.messages = rooms.messages();
        this.office = rooms.office();
        this.changes = rooms.changes();
        this.views = views;
        this.people = people;
        this.overrides = overrides;
        this.lines = lines;
        this.board = board;
        this.gone = gone;
        this.thread = Thread.ofVirtual().name("live").start(this::run);
        this.listening = rooms.notices().listen(waiting::add);
    }

    private void run() {
        try {
            while (true) {
                Notice notice = waiting.take();
                try {
                    tell(notice);
                } catch (RuntimeException bug) {
                    Logger.error(bug, "{} could not be told", notice);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Notice notice) {
        switch (notice) {
            case Notice.CallChanged call -> call(call.callId());
            case Notice.LineChanged line ->
                lines.find(line.via()).ifPresent(entry -> post("line", () -> Optional.of(lines.view(entry))));
            case Notice.PersonChanged person -> person(person.extension());
            case Notice.PhoneRegistered phone -> {}
            case Notice.PromiseChanged promise -> promise(promise.promiseId());
            case Notice.MessageChanged message -> message(message.messageId());
            case Notice.OfficeChanged changed ->
                post("office", () -> Optional.of(Fields.of("etag", OfficeResource.etag(changes.version()))));
            case Notice.OverrideChanged changed ->
                post("override", () -> overrides.find(changed.name()).map(overrides::view));
            case Notice.AlarmChanged alarm -> post("alarm", () -> Optional.of(board.view(alarm.alarm())));
        }
    }

    /** Whoever takes a call stays busy, so presence says nothing of it: that they talk now follows from the call. */
    private void call(String id) {
        Optional<CallEntry> call = ring.awaited() ? ledger.call(id) : Optional.empty();
        if (call.isPresent()) {
            CallEntry entry = call.get();
            post("call", visitor -> sight.call(visitor, entry), () -> Optional.of(views.call(entry)));
            call.map(CallEntry::answeredBy)
                    .filter(who -> who.matches("[0-9]{1,8}"))
                    .flatMap(who -> office.get().person(new Extension(who)))
                    .ifPresent(who -> state(who, false));
        }
    }

    private void promise(String id) {
        Optional<Promise> found = ring.awaited() ? ledger.promiseById(id) : Optional.empty();
        found.ifPresent(promise ->
                post("promise", visitor -> sight.promise(visitor, promise), () -> Optional.of(views.whole(promise))));
    }

    private void state(Person person, boolean evenIfTheSame) {
        String state = Json.write(people.view(person).map());
        if (!state.equals(states.put(person.extension(), state)) || evenIfTheSame) {
            ring.post("person", state, LiveEvents::everybody);
        }
    }

    /** A person's telephones change without a notice of their own. */
    private void person(String extension) {
        if (ring.awaited()) {
            office.get().person(new Extension(extension)).ifPresent(person -> state(person, true));
        }
        for (LineBook.Entry entry : lines.of(extension)) {
            String was = lineStates.put(entry.port(), entry.state());
            if (was != null && !was.equals(entry.state())) {
                post("line", () -> Optional.of(lines.view(entry)));
            }
        }
    }

    /** One that is gone is told of as it was last, marked as deleted. */
    private void message(String id) {
        messages.get(id)
                .ifPresentOrElse(
                        message -> {
                            gone.remember(message);
                            told(message, false);
                        },
                        () -> gone.forget(id).ifPresent(message -> told(message, true)));
    }

    private void told(Message message, boolean deleted) {
        post(
                "message",
                visitor -> sight.mailbox(visitor, message.mailbox()),
                () -> Optional.of(views.message(message, deleted)));
    }

    private void post(String kind, Supplier<Optional<Fields>> thing) {
        post(kind, LiveEvents::everybody, thing);
    }

    private static boolean everybody(Visitor visitor) {
        return true;
    }

    /** As long as nobody has ever listened, nobody can ask for what was missed: reading and writing it took a third of a call's time. */
    private void post(String kind, Predicate<Visitor> audience, Supplier<Optional<Fields>> thing) {
        if (ring.awaited()) {
            thing.get().ifPresent(fields -> ring.post(kind, Json.write(fields.map()), audience));
        }
    }

    @Override
    public void close() {
        listening.close();
        thread.interrupt();
        ring.close();
    }
}
