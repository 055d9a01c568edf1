package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Server-sent events (WHATWG HTML §9.2). Each client has its request's virtual thread, which waits on the ring and writes; one that does
 * not read is dropped when the connection's write times out, or when the ring has gone round.
 */
final class LiveResource {
    private static final long HEARTBEAT = Duration.ofSeconds(10).toNanos();

    private final LiveRing ring;
    private final Gate gate;

    LiveResource(LiveRing ring, Gate gate) {
        this.ring = ring;
        this.gate = gate;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/live", this::live);
    }

    private void live(Context request) throws IOException {
        Visitor visitor = Visitor.of(request);
        long from =
                from(request.header("Last-Event-ID")); // before the first line: what comes after it is not to be missed
        var answer = request.res();
        answer.setStatus(200);
        answer.setContentType("text/event-stream");
        answer.setCharacterEncoding("utf-8");
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("X-Accel-Buffering", "no");
        OutputStream out = answer.getOutputStream();
        try {
            write(out, ": ringdown\nretry: 2000\n\n");
            stream(out, from, visitor, () -> gate.stillIn(visitor, request));
        } catch (IOException gone) {
            Logger.debug("a listener has gone: {}", gone.getMessage());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where to continue; an id that is none of ours is too old. */
    private long from(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return ring.last();
        }
        return lastEventId.strip().matches("[0-9]{1,18}") ? Long.parseLong(lastEventId.strip()) : -1;
    }

    private void stream(OutputStream out, long from, Visitor first, Supplier<Optional<Visitor>> stillIn)
            throws IOException, InterruptedException {
        long id = from;
        Visitor visitor = first;
        while (!ring.closed()) {
            Optional<List<LiveRing.Event>> news = ring.after(id, HEARTBEAT);
            if (news.isEmpty()) {
                id = ring.last();
                write(out, "event: reload\nid: " + id + "\ndata: {}\n\n");
            } else if (!news.get().isEmpty()) {
                write(out, text(news.get(), visitor));
                id = news.get().getLast().id();
            } else {
                write(out, ": still here\n\n");
            }
            Optional<Visitor> still = stillIn.get();
            if (still.isEmpty()) {
                return;
            }
            visitor = still.get(); // their role, or what a head sees, may have changed
        }
    }

    /** What is not for them is passed over; a comment in its place keeps the connection known to be up. */
    private static String text(List<LiveRing.Event> events, Visitor visitor) {
        StringBuilder text = new StringBuilder();
        for (LiveRing.Event event : events) {
            if (event.audience().test(visitor)) {
                text.append("id: ").append(event.id()).append("\nevent: ").append(event.kind());
                text.append("\ndata: ").append(event.data()).append("\n\n");
            }
        }
        return text.isEmpty() ? ": still here\n\n" : text.toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
