package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringdown.Patience;
import ringdown.clock.HandClock;
import ringdown.notice.Alarm;

/**
 * Somebody who does not belong here: learns nothing, is banned, and nobody else is. Strangers come from 127.66.0.0/16: only the machine's
 * own 127.0.0.1 counts as the office's network.
 */
class NobodyGetsInTest {
    private static final String STRANGER = "127.66.7.1";
    private TestBox box;

    @BeforeEach
    void start() throws Exception {
        box = new TestBox();
    }

    @AfterEach
    void stop() throws Exception {
        box.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGISTER", "INVITE"})
    void aScanOfAThousandExtensionsLearnsNothing(String method) throws Exception {
        try (var attacker = new Attacker(box.address, STRANGER)) {
            Set<List<String>> answers = new HashSet<>();
            for (int extension = 100; extension < 1_100; extension++) {
                String own = "" + extension;
                answers.add(Attacker.tells(attacker.asks(method, own, ""), own));
            }
            assertThat(answers).as("201 to 206 exist").hasSize(1);
            assertThat(answers.iterator().next().getFirst()).startsWith("SIP/2.0 401");
        }
    }

    /** Guesses for somebody and for nobody take the same time: by ranks, so that a busy machine does not matter, and thrice before it counts. */
    @Test
    void theTimeOfAnAnswerTellsNothing() throws Exception {
        guesses(200); // what is slow only at first
        double most = 0;
        for (int run = 0; run < 3; run++) {
            double z = guesses(300);
            if (Math.abs(z) < 4) {
                return;
            }
            most = z;
        }
        assertThat(most).as("standard deviations apart, three times").isBetween(-4.0, 4.0);
    }

    /** Mann and Whitney's U of both kinds, alternating, as a standard normal variable. */
    private double guesses(int pairs) {
        Doorman doorman = doorman();
        javax.sip.message.Request request = register();
        long[] somebody = new long[pairs];
        long[] nobody = new long[pairs];
        for (int i = 0; i < pairs; i++) {
            boolean first = i % 2 == 0;
            long one = time(doorman, request, first ? "201" : "299", i);
            long other = time(doorman, request, first ? "299" : "201", i);
            somebody[i] = first ? one : other;
            nobody[i] = first ? other : one;
        }
        double u = 0;
        for (long mine : somebody) {
            for (long theirs : nobody) {
                u += mine < theirs ? 1 : mine == theirs ? 0.5 : 0;
            }
        }
        double mean = pairs * (double) pairs / 2;
        return (u - mean) / Math.sqrt(pairs * (double) pairs * (2.0 * pairs + 1) / 12);
    }

    private Doorman doorman() {
        var failures = new FailedAttempts(box.clock);
        var own = new OwnNetwork(box.office, box.clock, host -> false);
        return new Doorman(
                box.office, box.clock, failures, new BanList(Bans.NONE, own, failures, box.clock, box.alarms));
    }

    private static javax.sip.message.Request register() {
        return Text.request(
                "REGISTER sip:box SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1\r\nMax-Forwards: 70\r\n"
                        + "From: <sip:201@box>;tag=1\r\nTo: <sip:201@box>\r\nCall-ID: 1\r\nCSeq: 1 REGISTER\r\n",
                null);
    }

    private static long time(Doorman doorman, javax.sip.message.Request request, String user, int i) {
        request.removeHeader("Authorization");
        Text.add(
                request,
                "Authorization",
                "Digest username=\"" + user + "\", realm=\"ringdown\", nonce=\"n" + i + "\", uri=\"sip:box\", "
                        + "response=\"0123456789abcdef0123456789abcdef\", algorithm=MD5");
        String address = "127.66.9." + i % 250;
        long begin = System.nanoTime();
        Doorman.Verdict verdict = doorman.check(request, address);
        long took = System.nanoTime() - begin;
        assertThat(verdict).isNotInstanceOf(Doorman.Verdict.Admitted.class);
        return took;
    }

    private void guess(Attacker attacker, int times) throws Exception {
        String challenge = attacker.asks("REGISTER", "201", "");
        TextPhone reader = box.phone("205");
        for (int i = 0; i < times; i++) {
            attacker.throwsIn("REGISTER", "201", attacker.guess(challenge, "REGISTER", "201", "guess" + i));
            if (i % 50 == 49) {
                reader.boxAnswers(); // all were read: none is lost on the way
            }
        }
    }

    private List<String> alarms(String what) {
        return box.alarms.list(true).stream()
                .filter(alarm -> alarm.what().equals(what))
                .map(Alarm::where)
                .toList();
    }

    @Test
    void tenThousandWrongPasswordsBanTheAttackerAndNobodyElse() throws Exception {
        var olena = box.registered("201");
        try (var attacker = new Attacker(box.address, STRANGER);
                var neighbour = new Attacker(box.address, "127.66.7.2")) {
            guess(attacker, 10_000);
            Patience.until("the attacker is banned", () -> !box.edge.bans().isEmpty());
            assertThat(box.edge.bans()).singleElement().satisfies(ban -> {
                assertThat(ban.address()).isEqualTo(STRANGER);
                assertThat(ban.reason()).isEqualTo("100 wrong passwords within an hour, all for 201");
                assertThat(Duration.between(ban.since(), ban.until())).isEqualTo(Duration.ofHours(1));
            });
            assertThat(alarms("addressBanned")).containsExactly(STRANGER);
            for (String method : List.of("REGISTER", "OPTIONS", "BYE", "INVITE")) {
                assertThat(attacker.asks(method, "201", "", 200)).as(method).isEmpty();
            }
            assertThat(neighbour.asks("REGISTER", "201", "")).startsWith("SIP/2.0 401");
            assertThat(olena.register("").status()).isEqualTo(200);
            assertThat(box.registered("202").boxAnswers()).isTrue();

            assertThat(box.edge.lift(STRANGER)).isTrue();
            assertThat(box.edge.lift(STRANGER)).isFalse();
            assertThat(attacker.asks("REGISTER", "201", "")).startsWith("SIP/2.0 401");
            assertThat(alarms("addressBanned")).isEmpty();
        }
    }

    @Test
    void theOfficeIsNeverShutOutHoweverOftenAPasswordIsWrong() throws Exception {
        try (var attacker = new Attacker(box.address, "127.0.0.1")) {
            guess(attacker, 300);
            assertThat(box.edge.bans()).isEmpty();
            assertThat(alarms("wrongPasswords")).as("but the installer is told").containsExactly("127.0.0.1");
            assertThat(box.phone("202").register("").status()).isEqualTo(200);
        }
    }

    /** A colleague at home, and somebody behind the same router who guesses. */
    @Test
    void whereATelephoneIsRegisteredNobodyIsShutOut() throws Exception {
        try (var home = new Attacker(box.address, STRANGER)) {
            String proof = home.guess(home.asks("REGISTER", "203", ""), "REGISTER", "203", "s3cret-203");
            assertThat(home.asks("REGISTER", "203", proof)).startsWith("SIP/2.0 200");
            guess(home, 150);
            assertThat(box.edge.bans()).isEmpty();
            assertThat(home.asks("REGISTER", "203", "")).startsWith("SIP/2.0 401");
        }
    }

    /** Whatever is banned or limited: who proves to be of the office calls for help (LINES rule 1). */
    @Test
    void aCallForHelpGoesOutFromABannedAddress() throws Exception {
        try (var banned = new Attacker(box.address, STRANGER)) {
            guess(banned, 120);
            Patience.until("banned", () -> !box.edge.bans().isEmpty());
            assertThat(banned.calls("0441234567", "201", "", 200)).isEmpty();
            String challenge = banned.calls("112", "201", "", Patience.millis());
            assertThat(challenge).startsWith("SIP/2.0 401");
            String uri = "sip:112@127.0.0.1:" + box.address.getPort();
            assertThat(banned.calls("112", "201", banned.proof(challenge, "INVITE", uri, "201", "wrong"), 200))
                    .as("limited as ever")
                    .isEmpty();
            banned.calls("112", "201", banned.proof(challenge, "INVITE", uri, "201", "s3cret-201"), 200);
            Patience.until("the call for help is made", () -> box.exchange.arrivals.size() == 1);
        }
    }

    @Test
    void aBanOutlivesARestartAndOneAfterItIsLonger() throws Exception {
        var kept = new TestBox.Kept();
        var past = box.clock.now().minus(Duration.ofDays(2));
        kept.bans.save(new Ban(STRANGER, past, past.plus(Duration.ofHours(1)), "guessed", 1));
        kept.bans.save(new Ban("127.66.7.9", box.clock.now(), box.clock.now().plus(Duration.ofHours(1)), "guessed", 1));
        var old = box.clock.now().minus(Duration.ofDays(60));
        kept.bans.save(new Ban("127.66.7.8", old, old.plus(Duration.ofHours(1)), "guessed", 1));
        try (var again = new TestBox(kept, TestBox.freePort(), List.of());
                var first = new Attacker(again.address, STRANGER);
                var other = new Attacker(again.address, "127.66.7.9")) {
            assertThat(kept.bans.all).as("forgotten after a month").doesNotContainKey("127.66.7.8");
            assertThat(again.edge.bans()).extracting(Ban::address).containsExactly("127.66.7.9");
            assertThat(other.asks("REGISTER", "201", "", 200)).isEmpty();
            String challenge = first.asks("REGISTER", "201", "");
            for (int i = 0; i < 100; i++) {
                first.throwsIn("REGISTER", "201", first.guess(challenge, "REGISTER", "201", "guess" + i));
            }
            Patience.until("banned again", () -> again.edge.bans().size() == 2);
            Ban second = Objects.requireNonNull(kept.bans.all.get(STRANGER));
            assertThat(second.times()).isEqualTo(2);
            assertThat(Duration.between(second.since(), second.until())).isEqualTo(Duration.ofDays(1));
        }
    }

    @Test
    void anAnswerMadeForAnotherRequestIsNotTaken() throws Exception {
        var phone = box.phone("201");
        var call = phone.call("202");
        for (String uri : List.of("sip:206@" + phone.host(), "nonsense")) {
            var challenge = call.ask("INVITE", "", "");
            String proof = phone.proof(challenge, "INVITE", uri, Algorithm.SHA256);
            assertThat(call.ask("INVITE", proof, phone.sdp("sendrecv")).status())
                    .as(uri)
                    .isEqualTo(400);
        }
        assertThat(box.exchange.arrivals).isEmpty();
        for (String uri : List.of("sip:" + phone.host(), "sip:202@office.example", call.uri + ";user=phone")) {
            var challenge = call.ask("INVITE", "", "");
            String proof = phone.proof(challenge, "INVITE", uri, Algorithm.SHA256);
            assertThat(call.ask("INVITE", proof, phone.sdp("sendrecv")).status())
                    .as(uri)
                    .isEqualTo(480);
        }
    }

    @Test
    void aNonceIsGoodForFiveMinutesAndTheRightPasswordIsToldThatItIsStale() {
        var clock = new HandClock();
        var nonces = new Nonces(clock);
        String one = nonces.next();
        assertThat(nonces.use(one, "00000001")).isTrue();
        clock.passes(Duration.ofMinutes(4));
        assertThat(nonces.use(one, "00000002")).isTrue();
        assertThat(nonces.use(one, "00000002")).as("seen").isFalse();
        clock.passes(Duration.ofMinutes(2));
        assertThat(nonces.use(one, "00000003")).as("old").isFalse();
        String used = nonces.next();
        assertThat(nonces.use(used, "00000001")).isTrue();
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 4_200; i++) {
            clock.passes(Duration.ofMillis(1));
            many.add(nonces.next());
        }
        many.forEach(nonce -> nonces.use(nonce, "00000001"));
        assertThat(nonces.use(used, "00000001")).as("forgotten, so stale").isFalse();
        clock.passes(Duration.ofMillis(1));
        assertThat(nonces.use(nonces.next(), "00000001")).isTrue();
    }
}
