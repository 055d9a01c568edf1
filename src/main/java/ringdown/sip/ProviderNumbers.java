package ringdown.sip;

import java.util.Optional;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;
import ringdown.office.Provider;

/** Numbers as one provider wants to read them. Immutable; safe from any thread. */
record ProviderNumbers(Provider provider, NumberingPlan plan) {
    /** A number that is called; what has no E.164 form (a short code, a number for help) goes out as it was dialled. */
    String called(String number) {
        String prefix = provider.prefix() == null ? "" : provider.prefix();
        return e164(number)
                .map(n -> prefix + written(n, provider.writes()))
                .orElseGet(() -> number.replaceAll("[^0-9+*#]", ""));
    }

    /** Our own, or the name by which it knows us. */
    String own(String number) {
        return e164(number).map(n -> written(n, provider.shows())).orElse(number);
    }

    private Optional<PhoneNumber> e164(String number) {
        return number.startsWith("+") ? plan.parseLeniently(number) : Optional.empty();
    }

    private String written(PhoneNumber number, Provider.NumberForm form) {
        return switch (form) {
            case PLUS -> number.e164();
            case INTERNATIONAL -> number.e164().substring(1);
            case NATIONAL -> plan.dialString(number);
        };
    }
}
