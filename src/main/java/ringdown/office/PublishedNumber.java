package ringdown.office;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;

/**
 * A number in print, also one that does not arrive here.
 *
 * @param printed where
 * @param arrives a port or a trunk's name, "outside" for none, null: not said
 * @param retire from when it is no longer printed
 */
public record PublishedNumber(
        PhoneNumber number,
        List<String> printed,
        @Nullable String arrives,
        @Nullable Forwarding forwards,
        @Nullable LocalDate retire,
        @Nullable PhoneNumber replaceBy,
        @Nullable Language language) {

    /** What the provider does with calls to it. */
    public record Forwarding(List<String> on, PhoneNumber to) {
        public Forwarding {
            on = List.copyOf(on);
        }
    }

    public PublishedNumber {
        printed = List.copyOf(printed);
    }
}
