package ringdown.sip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;

/**
 * One subscription of a telephone, and the dialog that it is (RFC 6665 §4.2): told in full at once, at each refresh and at every change, one
 * NOTIFY at a time, so that versions arrive in order. Lives in its telephone's queue.
 */
final class Subscription implements DialogOwner {
    /** The telephone does not want to be told any more (RFC 5057 §5.1); other refusals are of the one NOTIFY. */
    private static final Set<Integer> DEAD =
            Set.of(403, 404, 405, 408, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604);

    private final Plant plant;
    private final Watched watched;
    private final Asked asked;
    private final Subscriber phone;
    private final LampSource source;
    private final Consumer<Subscription> whenOver;
    private final Dialog dialog;
    private int version;
    private Shown wanted;
    private @Nullable Shown told;
    private boolean underWay;
    private boolean atOnce;
    private boolean over;
    private long until;
    private OfficeClock.@Nullable Alarm expiry;

    /**
     * What stays the same in it.
     *
     * @param user of the entity, as the telephone names it
     * @param host of the box, as the telephone names it
     * @param event with its id
     */
    record Asked(String user, String host, String event) {}

    /** Lives from now on, answered by nobody yet. */
    Subscription(
            Plant plant,
            Watched watched,
            Asked asked,
            Subscriber phone,
            Request subscribe,
            Shown now,
            LampSource source,
            Consumer<Subscription> whenOver) {
        this.plant = plant;
        this.watched = watched;
        this.asked = asked;
        this.phone = phone;
        this.wanted = now;
        this.source = source;
        this.whenOver = whenOver;
        this.dialog = Dialog.called(plant.stack(), subscribe, Token.next(), "ringdown");
        dialog.inOrder(subscribe);
        plant.dialogs().put(dialog.callId(), dialog.ourTag(), this);
    }

    Watched watched() {
        return watched;
    }

    Subscriber phone() {
        return phone;
    }

    /** Answers a SUBSCRIBE and tells everything (RFC 6665 §4.2.1.2); 0 s: for the last time. */
    void take(Request subscribe, ServerTransaction transaction, int seconds) {
        Response ok = Text.response(subscribe, 200);
        tag(ok);
        Text.all(subscribe, "Record-Route").stream()
                .filter(route -> !Text.all(ok, "Record-Route").contains(route))
                .forEach(route -> Text.add(ok, "Record-Route", route));
        Text.add(ok, "Contact", dialog.contact());
        Text.add(ok, "Expires", Integer.toString(seconds));
        Text.add(ok, "Allow-Events", Watched.ALLOW_EVENTS);
        SipStack.answer(transaction, ok);
        if (seconds == 0) {
            end("timeout");
        } else {
            lasts(Duration.ofSeconds(seconds));
            atOnce = true;
            tell();
        }
    }

    private void tag(Response response) {
        try {
            ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(dialog.ourTag());
        } catch (java.text.ParseException never) {
            throw new IllegalStateException(never); // hexadecimal digits are a token
        }
    }

    private void lasts(Duration time) {
        stopExpiry();
        until = plant.clock().nanos() + time.toNanos();
        expiry = plant.clock().after(time, "subscription", () -> ends("timeout"));
    }

    private void stopExpiry() {
        if (expiry != null) {
            expiry.cancel();
        }
    }

    /** Something is otherwise from now on. From any thread. */
    void shows(Shown now) {
        phone.queue().run(() -> {
            wanted = now;
            if (!over && !underWay && !now.equals(told)) {
                phone.hasNews(this);
            }
        });
    }

    /** It is this one's turn. */
    void tellNews() {
        if (!wanted.equals(told)) {
            tell();
        }
    }

    private void tell() {
        if (over || underWay) {
            return;
        }
        underWay = true;
        atOnce = false;
        Shown now = wanted;
        told = now;
        phone.sent();
        long seconds = Math.max(0, (until - plant.clock().nanos() + 999_999_999L) / 1_000_000_000L);
        send("active;expires=" + seconds, now, new Replies() {
            @Override
            public void response(Response response) {
                if (response.getStatusCode() >= 200) {
                    phone.queue().run(() -> answered(response.getStatusCode()));
                }
            }

            @Override
            public void unanswered() {
                phone.queue().run(() -> answered(408));
            }
        });
    }

    private void send(String state, Shown now, Replies replies) {
        List<String> lines = List.of(
                "Event: " + asked.event(), "Subscription-State: " + state, "Allow-Events: " + Watched.ALLOW_EVENTS);
        Text.Body body = switch (now) {
            case LampState lamp -> new DialogInfo(asked.user(), asked.host()).body(lamp, version++);
            case WaitingMail mail -> MailSummary.body(mail, asked.host());
        };
        try {
            plant.stack().send(dialog.request("NOTIFY", lines, body), dialog.hop(), replies);
        } catch (IllegalArgumentException unwritable) {
            replies.unanswered(); // it wants to be reached at an address to which no request can be written
        }
    }

    private void answered(int status) {
        underWay = false;
        if (DEAD.contains(status)) {
            forget();
        } else if (atOnce) {
            tell();
        } else if (status >= 300) {
            told = null; // not understood this time; the next change is told
        } else if (!over && !wanted.equals(told)) {
            phone.hasNews(this);
        }
        phone.answered();
    }

    @Override
    public void request(Request request, ServerTransaction transaction) {
        phone.queue().run(() -> {
            if (over || !dialog.startedBy(request)) {
                SipStack.answer(transaction, Text.response(request, 481));
            } else if (!dialog.inOrder(request)) {
                SipStack.answer(transaction, Text.response(request, 500));
            } else if (request.getMethod().equals("SUBSCRIBE")) {
                refresh(request, transaction);
            } else {
                Response refusal = Text.response(request, Screening.refusal(request.getMethod()));
                Text.add(refusal, "Allow", Statuses.ALLOW);
                SipStack.answer(transaction, refusal);
            }
        });
    }

    /** RFC 6665 §4.2.1.4; another event would be a second subscription in this dialog, which RFC 6665 §4.5.2 does not know any more. */
    private void refresh(Request request, ServerTransaction transaction) {
        SubscribeDesk.Wish wish = SubscribeDesk.Wish.of(request, plant.settings());
        Optional<Response> refusal = wish.refusal(request);
        if (refusal.isPresent()) {
            SipStack.answer(transaction, refusal.get());
        } else if (!wish.event().equals(asked.event())) {
            SipStack.answer(transaction, Text.response(request, 481));
        } else {
            dialog.refreshTarget(request);
            dialog.movedWith(request);
            watched.state(source).ifPresent(now -> wanted = now);
            take(request, transaction, wish.seconds());
        }
    }

    /** Over, and the telephone is told so (RFC 6665 §4.1.3). From any thread. */
    void ends(String reason) {
        phone.queue().run(() -> end(reason));
    }

    private void end(String reason) {
        if (!over) {
            forget();
            send("terminated;reason=" + reason, wanted, Replies.NONE);
        }
    }

    /** Nobody is there any more who could be told. */
    void forget() {
        if (!over) {
            over = true;
            stopExpiry();
            plant.dialogs().remove(dialog.callId(), dialog.ourTag());
            whenOver.accept(this);
        }
    }

    @Override
    public void ack(Request ack) {}

    @Override
    public void lateResponse(Response response) {}
}
