package ringdown.store;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.notice.Notice;
import ringdown.notice.Notices;

/**
 * How everything but the ledger is written: work with an answer, done on the writer's thread in its transaction, so that what it reads
 * there nobody can change under it. Whoever asks waits for the disk. Safe from any thread.
 */
final class House {
    private final OfficeClock clock;
    private final Notices notices;
    private final Database database;
    private final Writer writer;

    House(OfficeClock clock, Notices notices, Database database, Writer writer) {
        this.clock = clock;
        this.notices = notices;
        this.database = database;
        this.writer = writer;
    }

    <T> T read(Function<Handle, T> question) {
        return database.read(question);
    }

    /**
     * Writes and waits.
     *
     * @throws IllegalStateException when the disk does not take it within ten seconds; it may still be written later
     */
    <T> T write(String name, Function<Handle, T> work, Notice... told) {
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        long number = queue(name, db -> answer.set(work.apply(db)), told);
        T given = writer.awaitLong(number) ? answer.get() : null;
        if (given == null) {
            throw new IllegalStateException(name + " could not be written");
        }
        return given;
    }

    /** Writes and waits like the ledger, 300 ms at most. */
    void writeSoon(String name, java.util.function.Consumer<Handle> work, Notice... told) {
        writer.await(queue(name, work, told));
    }

    /** Queues; does not wait. */
    long queue(String name, java.util.function.Consumer<Handle> work, Notice... told) {
        return writer.queue(new Write(
                name,
                db -> {
                    work.accept(db);
                    Changes.add(db, Set.of(told), clock.now());
                },
                () -> List.of(told).forEach(notices::post)));
    }
}
