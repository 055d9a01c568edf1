package ringdown.sip;

import java.time.Duration;
import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sip.header.ContactHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.office.Provider;
import ringdown.office.Trunk;

/**
 * Keeps one trunk registered at its provider (RFC 3261 §10.2): again before it expires, with growing pauses while it fails. A trunk
 * that does not register is usable as long as it stands in the office file. Lives in its own serial queue.
 */
final class TrunkRegistration implements TrunkHealth.TrunkPlace, AutoCloseable {
    private static final int WANTED = 600;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final String ALARM = "trunkUnregistered";

    private final SipTrunk trunk;
    private final Plant plant;
    private final @Nullable Login login;
    private final Notices notices;
    private final Alarms alarms;
    private final SerialQueue queue;
    private final String callId = Token.next() + Token.next();
    private final String tag = Token.next();
    private volatile boolean registered;
    private volatile boolean closed;
    private volatile @Nullable NextHop hop;
    private long cseq;
    private int wanted = WANTED;
    private int failures;
    private OfficeClock.@Nullable Alarm alarm;

    TrunkRegistration(SipTrunk trunk, Plant plant, @Nullable Login login, Notices notices, Alarms alarms) {
        this.trunk = trunk;
        this.plant = plant;
        this.login = login;
        this.notices = notices;
        this.alarms = alarms;
        this.queue = new SerialQueue("trunk " + trunk.configured().name(), "");
    }

    private boolean registers() {
        return trunk.configured().register();
    }

    boolean usable() {
        return !closed && (registered || !registers());
    }

    @Nullable
    NextHop lastHop() {
        return hop;
    }

    /** Where the provider is; looked up again if it was not found before. */
    @Override
    public @Nullable NextHop hop() {
        if (hop == null) {
            hop = resolve();
        }
        return hop;
    }

    private @Nullable NextHop resolve() {
        Trunk configured = trunk.configured();
        Provider provider = configured.provider();
        boolean direct = provider.proxy() == null;
        String place = (direct ? configured.host() : provider.proxy()) + ":"
                + (direct ? configured.port() : provider.proxyPort());
        NextHop none = new NextHop("", 0, "udp");
        NextHop found = Uri.parse("sip:" + place + (provider.overTcp() ? ";transport=tcp" : ""))
                .map(uri -> Reach.resolved(uri, none))
                .orElse(none);
        return found == none ? null : found;
    }

    @Override
    public void lookAgain() {
        NextHop found = resolve();
        if (found != null) {
            hop = found;
        }
    }

    /** Registers at once. */
    void renew() {
        queue.run(() -> {
            if (!closed && registers()) {
                if (alarm != null) {
                    alarm.cancel();
                }
                register(wanted, null, this::outcome);
            }
        });
    }

    void start() {
        queue.run(() -> {
            hop = resolve();
            if (registers()) {
                register(wanted, null, this::outcome);
            }
        });
    }

    private void register(
            int expires, @Nullable String proof, java.util.function.BiConsumer<Request, @Nullable Response> then) {
        NextHop to = hop();
        if (to == null) {
            failed();
            return;
        }
        String domain = trunk.configured().host();
        int port = trunk.configured().port();
        String own = "<sip:" + trunk.configured().user() + "@" + domain + ">";
        String contact = Dialog.contact(plant.stack(), to, trunk.contactUser());
        Request request = Text.request(
                "REGISTER sip:" + domain + (port == 5060 ? "" : ":" + port) + " SIP/2.0\r\n"
                        + Dialog.via(plant.stack(), to)
                        + "Max-Forwards: 70\r\nFrom: " + own + ";tag=" + tag + "\r\nTo: " + own
                        + "\r\nCall-ID: " + callId + "\r\nCSeq: " + ++cseq + " REGISTER\r\nContact: " + contact
                        + "\r\nExpires: " + expires + "\r\nUser-Agent: Ringdown\r\n"
                        + (proof == null ? "" : proof + "\r\n") + "Content-Length: 0\r\n",
                null);
        plant.stack().send(request, to, new Replies() {
            @Override
            public void response(Response response) {
                if (response.getStatusCode() >= 200) {
                    queue.run(() -> then.accept(request, response));
                }
            }

            @Override
            public void unanswered() {
                queue.run(() -> then.accept(request, null));
            }
        });
    }

    private void outcome(Request request, @Nullable Response response) {
        if (closed) {
            return;
        }
        int status = response == null ? 408 : response.getStatusCode();
        if (response != null) {
            trunk.heard();
        }
        String proof = response == null || login == null || (status != 401 && status != 407)
                ? null
                : login.answer(request, response);
        if (response != null && status / 100 == 2) {
            succeeded(granted(response));
        } else if (proof != null) {
            register(wanted, proof, this::outcome);
        } else if (status == 423 && response != null && longer(response)) {
            register(wanted, null, this::outcome);
        } else {
            failed();
        }
    }

    private boolean longer(Response response) {
        String text = Text.first(response, "Min-Expires").orElse("");
        int least = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        boolean more = least > wanted;
        wanted = Math.max(least, wanted);
        return more;
    }

    /** What the provider grants: of our own Contact, else the Expires header, else what we asked for. */
    private int granted(Response response) {
        ListIterator<?> contacts = response.getHeaders(ContactHeader.NAME);
        while (contacts != null && contacts.hasNext()) {
            ContactHeader contact = (ContactHeader) contacts.next();
            boolean ours = Uri.of(contact.getAddress())
                    .map(u -> u.user().equals(trunk.contactUser()))
                    .orElse(false);
            if (ours && contact.getExpires() > 0) {
                return contact.getExpires();
            }
        }
        return response.getExpires() != null && response.getExpires().getExpires() > 0
                ? response.getExpires().getExpires()
                : wanted;
    }

    private void succeeded(int seconds) {
        failures = 0;
        change(true);
        long margin = Math.min(60, Math.max(1, seconds / 4));
        again(Duration.ofSeconds(Math.max(1, seconds - margin)));
    }

    private void failed() {
        if (closed) {
            return;
        }
        change(false);
        long pause = Math.min(LONGEST_PAUSE.toMillis(), 2_000L << Math.min(failures++, 10));
        again(Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1)));
        hop = resolve();
    }

    private void again(Duration wait) {
        alarm = plant.clock()
                .after(
                        wait,
                        "trunk registration",
                        () -> queue.run(() -> {
                            if (!closed) {
                                register(wanted, null, this::outcome);
                            }
                        }));
    }

    private void change(boolean now) {
        String name = trunk.configured().name();
        if (now) {
            alarms.heal(ALARM, name, plant.clock().now());
        } else {
            alarms.raise(ALARM, name, plant.clock().now());
        }
        if (registered != now) {
            registered = now;
            notices.post(new Notice.LineChanged(name));
        }
    }

    /** Takes leave of the provider, for at most a second. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        boolean leave = registered;
        closed = true;
        if (alarm != null) {
            alarm.cancel();
        }
        CountDownLatch left = new CountDownLatch(leave ? 1 : 0);
        if (leave) {
            queue.run(() -> register(0, null, (request, response) -> takeLeave(request, response, left)));
        }
        try {
            boolean inTime = left.await(1, TimeUnit.SECONDS);
            org.tinylog.Logger.debug("left trunk {}: {}", trunk.configured().name(), inTime);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeLeave(Request request, @Nullable Response response, CountDownLatch left) {
        String proof = response != null && login != null && List.of(401, 407).contains(response.getStatusCode())
                ? login.answer(request, response)
                : null;
        if (proof == null) {
            left.countDown();
        } else {
            register(0, proof, (r, answer) -> left.countDown());
        }
    }
}
