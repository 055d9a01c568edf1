package ringdown.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;

/**
 * A provider reached over SIP.
 *
 * @param host name or address
 * @param port 5060 if the file does not say
 * @param user for registration and digest; null: none
 * @param register whether the box registers there
 * @param numbers of the office that arrive here; the first is shown on outgoing calls
 * @param script null: the first script of the file
 * @param provider how it wants to be spoken to
 * @param from addresses from which its calls are taken; empty: those of its host
 */
public record Trunk(
        String name,
        String host,
        int port,
        @Nullable String user,
        @Nullable Secret secret,
        boolean register,
        List<PhoneNumber> numbers,
        @Nullable String script,
        @Nullable String purpose,
        @Nullable Language language,
        Provider provider,
        List<Network> from) {
    public static final int SIP_PORT = 5060;

    public Trunk {
        numbers = List.copyOf(numbers);
        from = List.copyOf(from);
    }

    /** A provider that calls from its host. */
    public Trunk(
            String name,
            String host,
            int port,
            @Nullable String user,
            @Nullable Secret secret,
            boolean register,
            List<PhoneNumber> numbers,
            @Nullable String script,
            @Nullable String purpose,
            @Nullable Language language) {
        this(name, host, port, user, secret, register, numbers, script, purpose, language, Provider.USUAL, List.of());
    }

    public Trunk withSecret(@Nullable Secret newSecret) {
        return new Trunk(
                name, host, port, user, newSecret, register, numbers, script, purpose, language, provider, from);
    }
}
