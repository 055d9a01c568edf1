package ringdown.sip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;

/**
 * Session timers (RFC 4028), on both sides: a talk whose far end stops refreshing it is over. Lives in the leg's queue.
 */
final class SessionTimer {
    private static final Pattern EXPIRES = Pattern.compile("\\s*([0-9]{1,9})\\s*(?:;.*)?");
    private static final Pattern REFRESHER = Pattern.compile("(?i).*;\\s*refresher\\s*=\\s*(uac|uas)\\b.*");
    private static final int USUAL = 1800;

    private final Session session;
    private int seconds;
    private boolean weRefresh;
    private boolean farEndUpdates;
    private OfficeClock.@Nullable Alarm alarm;

    SessionTimer(Session session) {
        this.session = session;
    }

    /** What an INVITE of ours says. */
    static List<String> proposal(SipSettings settings, int atLeast) {
        long shortest = Math.max(settings.shortestSession().toSeconds(), atLeast);
        return List.of("Session-Expires: " + Math.max(USUAL, shortest), "Min-SE: " + shortest);
    }

    /** What a 422 to an INVITE of ours wants at least; 0: it does not say. */
    static int wanted(Response refusal) {
        String digits = Text.first(refusal, "Min-SE").orElse("0").trim().split("[;\\s]", 2)[0];
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }

    /** The smallest interval we take, if the one proposed is below it; else 0 (RFC 4028 §9). */
    int tooShort(Request request) {
        return tooShort(request, session.plant().settings());
    }

    static int tooShort(Request request, SipSettings settings) {
        int shortest = (int) settings.shortestSession().toSeconds();
        boolean below = expires(request).map(e -> e < shortest).orElse(false);
        return below && Text.lists(request, "Supported", "timer") ? shortest : 0;
    }

    private static Optional<Integer> expires(Message message) {
        Matcher matcher = EXPIRES.matcher(Text.first(message, "Session-Expires").orElse(""));
        return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }

    private static Optional<String> refresher(Message message) {
        Matcher matcher =
                REFRESHER.matcher(Text.first(message, "Session-Expires").orElse(""));
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(java.util.Locale.ROOT)) : Optional.empty();
    }

    /** The called side: takes what the request proposes and says so in the 2xx. */
    void accept(Request request, Response ok) {
        farEndUpdates = Text.lists(request, "Allow", "UPDATE");
        expires(request).ifPresent(value -> {
            boolean knows = Text.lists(request, "Supported", "timer");
            String who = refresher(request).orElse(knows ? "uac" : "uas");
            seconds = Math.max(
                    value, (int) session.plant().settings().shortestSession().toSeconds());
            weRefresh = who.equals("uas");
            Text.add(ok, "Session-Expires", seconds + ";refresher=" + who);
            if (knows) {
                Text.add(ok, "Require", "timer");
            }
            arm();
        });
    }

    /** The calling side: what the 2xx to our INVITE or refresh says. */
    void accepted(Response ok) {
        farEndUpdates = Text.lists(ok, "Allow", "UPDATE") || farEndUpdates;
        expires(ok)
                .ifPresentOrElse(
                        value -> {
                            seconds = Math.max(1, value);
                            weRefresh = refresher(ok).orElse("uac").equals("uac");
                            arm();
                        },
                        this::stop);
    }

    /** The far end takes UPDATE, as far as it has said (RFC 3311 §4). */
    boolean farEndUpdates() {
        return farEndUpdates;
    }

    /** For a request of ours that refreshes without meaning to: without these words it would end the timer (RFC 4028 §7.4). */
    List<String> unchanged() {
        return seconds == 0
                ? List.of()
                : List.of(
                        "Supported: timer",
                        "Session-Expires: " + seconds + ";refresher=" + (weRefresh ? "uac" : "uas"));
    }

    /** Such a request has been answered. */
    void refreshedMeanwhile(Response ok) {
        if (seconds > 0) {
            accepted(ok);
        }
    }

    private void arm() {
        stop();
        Duration whole = Duration.ofSeconds(seconds);
        Duration margin = Duration.ofSeconds(Math.min(32, Math.max(1, seconds / 3)));
        Duration wait = weRefresh ? whole.dividedBy(2) : whole.minus(margin);
        in(wait, weRefresh ? this::refresh : session::lost);
    }

    private void in(Duration wait, Runnable then) {
        SipLeg leg = session.leg();
        alarm = session.plant()
                .clock()
                .after(
                        wait,
                        "session timer",
                        () -> leg.queue().run(() -> {
                            if (!leg.over()) {
                                then.run();
                            }
                        }));
    }

    private void refresh() {
        List<String> headers = List.of("Supported: timer", "Session-Expires: " + seconds + ";refresher=uac");
        Consumer<Session.Outcome> then = this::refreshed;
        if (farEndUpdates) {
            session.ask("UPDATE", headers, null, then);
        } else {
            session.media().refreshByInvite(headers, then);
        }
    }

    private void refreshed(Session.Outcome outcome) {
        Response response = outcome.response();
        if (session.leg().over()) {
            return;
        }
        if (outcome.good() && response != null) {
            accepted(response);
        } else if (outcome.dead()) {
            session.lost();
        } else if (outcome.status() == 491) {
            in(Duration.ofMillis(ThreadLocalRandom.current().nextLong(2_100, 4_000)), this::refresh);
        } else {
            in(Duration.ofSeconds(Math.max(1, seconds / 2)), session::lost);
        }
    }

    void stop() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }
}
