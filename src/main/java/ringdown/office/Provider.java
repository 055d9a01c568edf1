package ringdown.office;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a provider wants to be spoken to, beside its address.
 *
 * @param overTcp SIP over TCP in place of UDP
 * @param proxy where requests go if not to the trunk's host itself: a name or an address; null: to the host
 * @param proxyPort of the proxy
 * @param authUser the name in its challenges, where that is not the trunk's user; null: the user
 * @param order of use for calls out among lines and trunks; null: after all lines, in the order of the file
 * @param writes how it wants a number that is called
 * @param prefix digits before each number that is called; null: none
 * @param shows how it wants to read our own number
 * @param channels calls at once, in and out; null: as many as it takes
 * @param watch how often it is asked whether it is there (OPTIONS, RFC 3261 §11); zero: never
 */
public record Provider(
        boolean overTcp,
        @Nullable String proxy,
        int proxyPort,
        @Nullable String authUser,
        @Nullable Integer order,
        NumberForm writes,
        @Nullable String prefix,
        NumberForm shows,
        @Nullable Integer channels,
        Duration watch) {
    /** Often enough that a caller does not find out first, seldom enough for a provider with many customers. */
    public static final Duration USUAL_WATCH = Duration.ofSeconds(30);

    /** What most providers take. */
    public static final Provider USUAL = new Provider(
            false, null, Trunk.SIP_PORT, null, null, NumberForm.PLUS, null, NumberForm.PLUS, null, USUAL_WATCH);

    /** How a number is written. */
    public enum NumberForm {
        /** E.164 with its plus sign: +380441234567. */
        PLUS,
        /** The same without: 380441234567. */
        INTERNATIONAL,
        /** As it is dialled in the office's country: 0441234567, a foreign one with the country's prefix for abroad. */
        NATIONAL
    }
}
