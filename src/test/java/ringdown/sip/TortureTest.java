package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringdown.Patience;

/** Every message of RFC 4475 and RFC 5118, from a stranger and from a provider: the fitting answer or silence, and then OPTIONS is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TortureTest {
    private TestBox box;
    /** One of its own, since some of the messages are by their branch the same transaction wherever they come from. */
    private TestBox ofStrangers;

    private TextPhone provider;

    @BeforeAll
    void start() throws Exception {
        int port = TestBox.freePort();
        provider = new TextPhone(new java.net.InetSocketAddress("127.0.0.1", port), "provider", "", false);
        box = new TestBox(
                new TestBox.Kept(),
                port,
                List.of(TestBox.trunk(provider.socket().port(), false)));
        ofStrangers = new TestBox();
    }

    @AfterAll
    void stop() throws Exception {
        provider.close();
        box.close();
        ofStrangers.close();
    }

    static Stream<Torture> messages() {
        return Stream.of("rfc4475-valid.txt", "rfc4475-invalid.txt", "rfc4475-layers.txt", "rfc5118.txt")
                .flatMap(file -> Torture.of(file).stream());
    }

    @Test
    void allOfThemAreThere() {
        assertThat(messages()).hasSize(49 + 11);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aStrangerIsAnsweredFittinglyOrNotAtAll(Torture message) throws Exception {
        try (var stranger = new TextPhone(ofStrangers.address, "201", "", false)) {
            assertThat(outcome(stranger, message)).isIn(message.stranger());
            assertThat(ofStrangers.exchange.arrivals)
                    .as("nobody's call comes in")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aProviderIsAnsweredFittinglyOrNotAtAll(Torture message) {
        int before = box.exchange.arrivals.size();
        String outcome = outcome(provider, message);
        if (box.exchange.arrivals.size() > before) {
            outcome = "taken";
        }
        assertThat(outcome).isIn(message.provider());
    }

    /** The first final answer's status, which comes before that to the OPTIONS sent after it where it comes at all; calls are waited for. */
    private String outcome(TextPhone from, Torture message) {
        int calls = box.exchange.arrivals.size();
        from.socket().send(message.bytes());
        if (from == provider && message.provider().equals(Set.of("taken"))) {
            Patience.until(message + " is taken", () -> box.exchange.arrivals.size() > calls);
        } else if (expects(from, message).stream().noneMatch("silence"::equals)) {
            Patience.until(
                    message + " is answered, " + from.socket().all(),
                    () -> status(from, message).isPresent());
        }
        assertThat(from.boxAnswers()).as("OPTIONS after " + message).isTrue();
        String status = status(from, message).orElse("silence");
        from.socket().all().forEach(letter -> from.socket().within(0, letter::equals));
        return status;
    }

    private Set<String> expects(TextPhone from, Torture message) {
        return from == provider ? message.provider() : message.stranger();
    }

    private static Optional<String> status(TextPhone from, Torture message) {
        return from.socket().all().stream()
                .filter(letter ->
                        letter.status() >= 200 && letter.header("Call-ID").equals(message.callId()))
                .map(letter -> "" + letter.status())
                .findFirst();
    }
}
