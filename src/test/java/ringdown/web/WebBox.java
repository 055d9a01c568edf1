package ringdown.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import ringdown.Patience;
import ringdown.audio.Companding;
import ringdown.board.simulated.SimulatedBoard;
import ringdown.call.OutsideLine;
import ringdown.call.Telephone;
import ringdown.clock.BoxClock;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.ledger.PromiseDraft;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.office.Phone;
import ringdown.presence.Presence;
import ringdown.presence.Telephones;
import ringdown.prompts.Prompts;
import ringdown.quality.Quality;
import ringdown.simulator.Simulator;
import ringdown.store.Store;
import tools.jackson.databind.JsonNode;

/** A whole page on a real port over a real store, with a client that is logged in as the installer. */
final class WebBox implements AutoCloseable {
    static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    static final String LILY = "+380501112233";
    static final String PASSWORD = "change-me-now";

    final BoxClock clock = new BoxClock(() -> true, MONDAY);
    final Notices notices = new Notices();
    final Alarms alarms = new Alarms(notices);
    final Store store;
    final CurrentOffice office;
    final OfficeChanges changes;
    final Presence presence;
    final SimulatedBoard board;
    final WebServer server;
    final List<String> calledBack = new ArrayList<>();
    CallBacks.Answer callBackAnswer = new CallBacks.Answer.Rings("c1");
    private final Rooms rooms;
    private final HttpClient client;

    WebBox(Path dir) throws Exception {
        this(dir, true);
    }

    WebBox(Path dir, boolean simulated) throws Exception {
        store = Store.open(dir, clock, notices, alarms, Patience.LONG);
        store.ready();
        changes = new OfficeChanges(store.office(), store.accounts(), store.contacts(), clock, name -> false);
        if (changes.load().isEmpty()
                && changes.first(Offices.ROMASHKA.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        instanceof OfficeChanges.Result.Refused refused) {
            throw new IllegalStateException(refused.faults().toString());
        }
        if (!(changes.load().orElseThrow() instanceof ringdown.office.Reading.Good good)) {
            throw new IllegalStateException("the kept office does not hold");
        }
        office = new CurrentOffice(good.office());
        presence = new Presence(office, clock, notices, new Alarms(notices), new NoTelephones(), store.people());
        board = new SimulatedBoard(clock, 2, 2, Companding.A_LAW, "UA");
        Simulator simulator = new Simulator(board, "UA", clock);
        Thread.ofPlatform().daemon().start(() -> {
            while (board.await()) {
                // one frame after the other
            }
        });
        rooms = new Rooms(
                clock,
                office,
                changes,
                store.passes(),
                store.ledger(),
                store.contacts(),
                store.classLearning(),
                store.messages(),
                Prompts.of(dir),
                presence,
                new ringdown.presence.Overrides(office, clock, notices, alarms, store.overrides()),
                notices,
                alarms,
                this::callBack,
                (wanted, from) -> callBackAnswer,
                (port, number) -> callBackAnswer,
                new NoLines(),
                Nights.NONE,
                new Quality(office, clock, store.ledger(), store.contacts(), store.quality(), store.office()),
                store.recordings(),
                (call, pause, by) -> false,
                new Banned(),
                call -> java.util.OptionalInt.empty(),
                simulated ? new FarSide(simulator, clock::moveTo) : null);
        server = new WebServer(
                new WebSettings(InetAddress.getLoopbackAddress(), 0, simulated ? "simulated" : "none", "0.1.0"), rooms);
        server.start();
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    final List<BanBook.Banned> banned = new CopyOnWriteArrayList<>();

    /** A ban list of its own. */
    private final class Banned implements BanBook {
        @Override
        public List<BanBook.Banned> standing() {
            return List.copyOf(banned);
        }

        @Override
        public boolean lift(String address) {
            return banned.removeIf(one -> one.address().equals(address));
        }
    }

    private CallBacks.Answer callBack(String promise, Extension from) {
        calledBack.add(promise + " " + from);
        return callBackAnswer;
    }

    /** Nothing is plugged in. */
    private static final class NoTelephones implements Telephones {
        @Override
        public Set<Phone> ready(Person person) {
            return Set.of();
        }

        @Override
        public boolean registered(Person person) {
            return false;
        }
    }

    private static final class NoLines implements Lines {
        @Override
        public List<OutsideLine> outsideLines() {
            return List.of();
        }

        @Override
        public Optional<Telephone> telephone(Extension person, Phone phone) {
            return Optional.empty();
        }
    }

    WebServer another(WebSettings settings) {
        return new WebServer(settings, rooms);
    }

    WebBox loggedIn() throws Exception {
        var answer = post("/api/login", "{\"name\":\"installer\",\"password\":\"" + PASSWORD + "\"}");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return this;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Patience.LONG);
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpClient client() {
        return client;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Json.MAPPER.readTree(answer.body());
    }

    HttpResponse<String> with(String method, String path, String body) throws IOException, InterruptedException {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return with("POST", path, body);
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    HttpResponse<String> put(String path, String kind, byte[] body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", kind).PUT(BodyPublishers.ofByteArray(body)));
    }

    /** A call in that rings. */
    String rings(@Nullable String number) {
        String id = store.ids().next();
        store.ledger()
                .open(new CallOpened(
                        id, clock.now(), Direction.IN, "fxo:1", "+380441230001", number, null, number == null, null));
        return id;
    }

    /** A call in whose caller gave up. */
    String gaveUp(@Nullable String number) {
        return gaveUp(number, "201");
    }

    String gaveUp(@Nullable String number, @Nullable String owner) {
        String id = rings(number);
        Instant now = clock.now();
        var draft = new PromiseDraft(number, null, owner, now, now, now.plus(Duration.ofHours(1)), null);
        store.ledger().close(id, new Ending(Outcome.GAVE_UP, now, null, 5, 0, 0, 0, true, false, null, null, draft));
        return id;
    }

    /** A call in that leaves three seconds; returns the message. */
    String leavesMessage(String number) throws IOException {
        return leavesMessage(number, "care");
    }

    String leavesMessage(String number, String mailbox) throws IOException {
        String id = rings(number);
        var begun = store.messages().begin(id, mailbox, number);
        java.nio.file.Files.write(begun.file(), ringdown.audio.Wav.bytes(new short[24_000]));
        Instant now = clock.now();
        var draft = new PromiseDraft(number, null, "201", now, now, now.plus(Duration.ofHours(1)), null);
        store.ledger()
                .close(id, new Ending(Outcome.MESSAGE, now, null, 5, 0, 0, 0, true, false, begun.id(), 3.0, draft));
        return begun.id();
    }

    @Override
    public void close() {
        server.close();
        board.close();
        store.close();
        notices.close();
        clock.close();
    }
}
