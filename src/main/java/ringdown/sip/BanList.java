package ringdown.sip;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;

/**
 * Addresses that have guessed passwords and get no answer for a while; never one of {@link OwnNetwork}, even if it is banned already.
 * Whoever comes again stays out longer. Times are wall times: kept over a restart. Safe from any thread.
 */
final class BanList {
    /** Within an hour; a telephone with a mistyped password that tries each minute stays below. */
    static final int TOO_MANY = 100;

    private static final String BANNED = "addressBanned";
    private static final String OWN = "wrongPasswords";
    private static final List<Duration> LENGTHS = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int MOST = 10_000;
    private static final int ALARMS = 20;

    private final Bans store;
    private final OwnNetwork own;
    private final FailedAttempts failures;
    private final OfficeClock clock;
    private final Alarms alarms;
    /** Those past as well, for as long as they are remembered. */
    private final Map<String, Ban> bans = new ConcurrentHashMap<>();

    BanList(Bans store, OwnNetwork own, FailedAttempts failures, OfficeClock clock, Alarms alarms) {
        this.store = store;
        this.own = own;
        this.failures = failures;
        this.clock = clock;
        this.alarms = alarms;
    }

    /** Takes up those of the last run. */
    void restore() {
        Instant now = clock.now();
        for (Ban ban : store.load()) {
            if (ban.until().plus(REMEMBERED).isAfter(now)) {
                bans.put(ban.address(), ban);
                if (ban.holds(now)) {
                    announce(ban);
                }
            } else {
                store.remove(ban.address());
            }
        }
    }

    boolean shutsOut(String host) {
        if (bans.isEmpty()) {
            return false;
        }
        Ban ban = bans.get(Origin.of(host));
        return ban != null && ban.holds(clock.now()) && !own.holds(host);
    }

    /** An address has failed once more. */
    void failed(String host, FailedAttempts.Counted counted) {
        if (counted.count() < TOO_MANY) {
            return;
        }
        if (!own.holds(host)) {
            ban(Origin.of(host), reason(counted));
        } else if (counted.count() == TOO_MANY) {
            Instant now = clock.now();
            alarms.raise(OWN, host, now);
            clock.after(Duration.ofHours(1), "wrong passwords of " + host, () -> alarms.heal(OWN, host, clock.now()));
        }
    }

    private static String reason(FailedAttempts.Counted counted) {
        return counted.users().size() == 1
                ? counted.count() + " wrong passwords within an hour, all for "
                        + plain(counted.users().iterator().next())
                : counted.count() + " wrong passwords within an hour, for several users";
    }

    /** A stranger chose it. */
    private static String plain(String user) {
        return user.matches("[0-9]{1,8}") ? user : "a user who does not exist";
    }

    private synchronized void ban(String address, String reason) {
        Instant now = clock.now();
        Ban before = bans.get(address);
        if (before != null && before.holds(now)) {
            return;
        }
        int times = before == null || before.until().plus(REMEMBERED).isBefore(now) ? 1 : before.times() + 1;
        Duration length = LENGTHS.get(Math.min(times, LENGTHS.size()) - 1);
        Ban ban = new Ban(address, now, now.plus(length), reason, times);
        makeRoom();
        bans.put(address, ban);
        store.save(ban);
        Logger.warn("{} is banned until {}: {}", address, ban.until(), reason);
        announce(ban);
    }

    private void makeRoom() {
        if (bans.size() >= MOST) {
            bans.values().stream().min(Comparator.comparing(Ban::until)).ifPresent(first -> {
                bans.remove(first.address());
                store.remove(first.address());
                alarms.heal(BANNED, first.address(), clock.now());
            });
        }
    }

    /** A crowd of attackers does not bury the other alarms; the list has them all. */
    private void announce(Ban ban) {
        long standing = alarms.list(true).stream()
                .filter(alarm -> alarm.what().equals(BANNED))
                .count();
        if (standing < ALARMS) {
            alarms.raise(BANNED, ban.address(), ban.since());
        }
        clock.at(ban.until(), "ban of " + ban.address(), () -> ended(ban));
    }

    private void ended(Ban ban) {
        if (ban.equals(bans.get(ban.address()))) {
            failures.forgive(ban.address());
            alarms.heal(BANNED, ban.address(), clock.now());
        }
    }

    /** Those that hold now, newest first. */
    List<Ban> standing() {
        Instant now = clock.now();
        return bans.values().stream()
                .filter(ban -> ban.holds(now))
                .sorted(Comparator.comparing(Ban::since).reversed())
                .toList();
    }

    /** Somebody of the office says that it was an error: nothing of it is remembered. False if there is none. */
    synchronized boolean lift(String host) {
        String address = Origin.of(host);
        Ban ban = bans.get(address);
        if (ban == null || !ban.holds(clock.now())) {
            return false;
        }
        bans.remove(address);
        store.remove(address);
        failures.forgive(address);
        alarms.heal(BANNED, address, clock.now());
        return true;
    }
}
