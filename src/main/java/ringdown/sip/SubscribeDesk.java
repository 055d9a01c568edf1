package ringdown.sip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.ServerTransaction;
import javax.sip.header.ExpiresHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.FeatureCode;

/** Answers SUBSCRIBE (RFC 6665 §4.2.1) of telephones that have proven who they are. On the stack's threads, then in the telephone's queue. */
final class SubscribeDesk {
    /** After a crash, which tells nobody anything, all lamps are right again by then. */
    private static final int LONGEST = 600;

    private final Plant plant;
    private final Subscriptions subscriptions;

    SubscribeDesk(Plant plant, Subscriptions subscriptions) {
        this.plant = plant;
        this.subscriptions = subscriptions;
    }

    /**
     * What a SUBSCRIBE asks for.
     *
     * @param events null: an event that the box does not know
     * @param event for the Event header of its NOTIFYs: the package, and the id by which the telephone tells it from others
     * @param seconds as granted
     * @param shortest that may be asked for
     */
    record Wish(Watched.@Nullable Events events, String event, int seconds, int shortest) {
        private static final Pattern ID = Pattern.compile("(?i);\\s*id\\s*=\\s*([^;\\s]{1,100})");

        static Wish of(Request subscribe, SipSettings settings) {
            String header = Text.first(subscribe, "Event").orElse("").strip();
            String word = header.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
            Matcher id = ID.matcher(header);
            String event = id.find() ? word + ";id=" + id.group(1) : word;
            int shortest = (int) settings.shortestSubscription().toSeconds();
            int asked = subscribe.getExpires() instanceof ExpiresHeader expires && expires.getExpires() >= 0
                    ? expires.getExpires()
                    : LONGEST;
            return new Wish(Watched.Events.of(word).orElse(null), event, Math.min(asked, LONGEST), shortest);
        }

        /** Why it cannot be granted, whatever it is for; empty: it can. */
        Optional<Response> refusal(Request subscribe) {
            Watched.Events package_ = events;
            if (package_ == null) {
                Response badEvent = Text.response(subscribe, 489);
                Text.add(badEvent, "Allow-Events", Watched.ALLOW_EVENTS);
                return Optional.of(badEvent);
            }
            if (seconds > 0 && seconds < shortest) {
                Response tooBrief = Text.response(subscribe, 423);
                Text.add(tooBrief, "Min-Expires", Integer.toString(shortest));
                return Optional.of(tooBrief);
            }
            return accepts(subscribe, package_.type()) ? Optional.empty() : Optional.of(Text.response(subscribe, 406));
        }

        /** Who names no type takes that of the package (RFC 6665 §3.1.3). */
        private static boolean accepts(Request subscribe, String type) {
            List<String> types = Text.all(subscribe, "Accept").stream()
                    .flatMap(line -> List.of(line.split(",")).stream())
                    .map(one -> one.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                    .filter(one -> !one.isEmpty())
                    .toList();
            return types.isEmpty()
                    || types.contains(type)
                    || types.contains("*/*")
                    || types.contains(type.split("/", 2)[0] + "/*");
        }
    }

    void subscribe(Request request, ServerTransaction transaction, Extension who) {
        Wish wish = Wish.of(request, plant.settings());
        Optional<Response> refusal = wish.refusal(request);
        Uri contact = Uri.in(request, "Contact").orElse(null);
        if (refusal.isPresent() || contact == null || wish.events() == null) {
            SipStack.answer(transaction, refusal.orElseGet(() -> Text.response(request, 400)));
            return;
        }
        Watched.Events events = wish.events();
        Subscriber.Device device = new Subscriber.Device(
                who,
                contact.host() + ":" + contact.portOrDefault(),
                Wire.source(request).host());
        subscriptions
                .phone(device)
                .ifPresentOrElse(
                        phone -> phone.queue().run(() -> begin(request, transaction, phone, events, wish)),
                        () -> SipStack.answer(transaction, Text.response(request, 403)));
    }

    private void begin(
            Request request, ServerTransaction transaction, Subscriber phone, Watched.Events events, Wish wish) {
        Uri asked = Uri.of(request.getRequestURI(), null).orElse(null);
        Watched watched = asked == null
                ? null
                : switch (events) {
                    case DIALOG -> Watched.lamp(asked.user());
                    case MESSAGES -> mail(asked.user(), phone.device().extension());
                };
        Shown now =
                watched == null ? null : watched.state(subscriptions.source()).orElse(null);
        if (asked == null || watched == null || now == null) {
            SipStack.answer(transaction, Text.response(request, watched == null ? 403 : 404));
        } else if (!subscriptions.hasRoom(phone, watched)) {
            SipStack.answer(transaction, Text.response(request, 403));
        } else {
            String host = asked.host() + (asked.port() < 0 ? "" : ":" + asked.port());
            Subscription.Asked same = new Subscription.Asked(written(asked), host, wish.event());
            Subscription subscription = new Subscription(
                    plant, watched, same, phone, request, now, subscriptions.source(), subscriptions::remove);
            subscriptions.add(subscription);
            subscription.take(request, transaction, wish.seconds());
        }
    }

    /** The user part with its escapes. */
    private static String written(Uri uri) {
        String rest = uri.text().replaceFirst("^sips?:", "");
        return rest.contains("@") ? rest.substring(0, rest.indexOf('@')) : uri.user();
    }

    /** A telephone names its own extension, or where messages are listened to; others' messages are nobody's business. */
    private static @Nullable Watched mail(String user, Extension who) {
        boolean own = user.isEmpty() || user.equals(who.digits()) || user.equals(FeatureCode.MESSAGES.digits());
        return own ? Watched.mail(who) : null;
    }
}
