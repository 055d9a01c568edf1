package ringdown.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.ParsedEndpoint;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The front door: API, live events and page on one port. Each request runs on a virtual thread of its own; one platform thread accepts,
 * one selects. Closing twice is fine.
 */
public final class WebServer implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int OUTPUT_BYTES = 16 * 1024;
    private static final long IDLE_MILLIS = 30_000;

    /** Whoever opens more gets no memory; once there are so many, those that say nothing are closed soon. */
    private static final int CONNECTIONS = 256;

    private static final long IDLE_WHEN_FULL_MILLIS = 2000;

    private final WebSettings settings;
    private final LiveRing ring;
    private final LiveEvents events;
    private final LineAudio audio;
    private final Javalin javalin;
    private boolean closed;

    /** All of it, not yet listening. */
    public WebServer(WebSettings settings, Rooms rooms) {
        this.settings = settings;
        this.ring = new LiveRing(rooms.clock());
        Resources resources = new Resources(settings, rooms, ring);
        this.events = resources.events();
        this.audio = resources.audio();
        this.javalin = Javalin.create(config -> {
            configure(config);
            config.routes.before(WebServer::headers);
            config.routes.before("/api/*", resources.gate()::check);
            config.routes.before("/api/*", new Asked(new OpenApi())::check);
            resources.routes(config.routes);
            new WebErrors(new PageFiles()).routes(config.routes);
        });
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.jetty.threadPool = threads();
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(server -> server.setErrorHandler(WebErrors::early));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(WebErrors::early));
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(THREADS, 1);
        pool.setName("web");
        pool.setReservedThreads(0);
        pool.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("web-", 0).factory()));
        return pool;
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setOutputBufferSize(OUTPUT_BYTES);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.bind().getHostAddress());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        NetworkConnectionLimit limit = new NetworkConnectionLimit(CONNECTIONS, connector);
        limit.setEndPointIdleTimeout(IDLE_WHEN_FULL_MILLIS);
        connector.addBean(limit);
        return connector;
    }

    private static void headers(Context request) {
        request.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY");
        if (WebErrors.inApi(request.path())) {
            request.header("Cache-Control", "no-store");
        }
    }

    /**
     * Listens from now on.
     *
     * @throws WebPortTaken if another program does already
     */
    public void start() throws WebPortTaken {
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            close();
            throw new WebPortTaken(settings.port(), taken);
        }
    }

    /** Where it listens. */
    public int port() {
        return javalin.port();
    }

    /** For the test that compares it with the document. */
    List<ParsedEndpoint> handlers() {
        return javalin.unsafe.internalRouter.allHttpHandlers();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            events.close();
            audio.close();
            javalin.stop();
        }
    }
}
