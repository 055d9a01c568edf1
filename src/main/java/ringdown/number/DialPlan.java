package ringdown.number;

import java.util.Optional;
import java.util.Set;

/** What the digits mean that a telephone of this office dials. Immutable; safe from any thread. */
public final class DialPlan {
    private final NumberingPlan numbers;
    private final String prefix;
    private final Set<String> extensions;

    /**
     * @param prefix that may stand before an outside number, and need not; empty: none
     * @param extensions of people and devices
     */
    public DialPlan(NumberingPlan numbers, String prefix, Set<String> extensions) {
        this.numbers = numbers;
        this.prefix = prefix;
        this.extensions = Set.copyOf(extensions);
    }

    /** What was dialled, all of it known: a SIP INVITE, or the inter-digit time-out has passed. */
    public Dialled dialled(String written) {
        var digits = clean(written);
        if (digits.startsWith("*")) {
            return feature(digits);
        }
        var emergency = emergency(digits);
        if (emergency.isPresent()) {
            return emergency.get();
        }
        if (extensions.contains(digits)) {
            return new Dialled.Inside(new Extension(digits));
        }
        var outside = withoutPrefix(digits).flatMap(numbers::outside).or(() -> numbers.outside(digits));
        if (outside.isPresent()) {
            return outside.get();
        }
        return collect(digits) == Collected.INCOMPLETE ? new Dialled.Incomplete() : new Dialled.Invalid(digits);
    }

    /** Whether a telephone that sends digit by digit may go now. An emergency number goes at once, whatever else begins with it. */
    public Collected collect(String written) {
        var digits = clean(written);
        if (digits.isEmpty()) {
            return Collected.INCOMPLETE;
        }
        if (digits.startsWith("*")) {
            return collectFeature(digits);
        }
        if (emergency(digits).isPresent()) {
            return Collected.COMPLETE;
        }
        if (digits.indexOf('*') >= 0 || digits.indexOf('#') >= 0) {
            return Collected.INVALID;
        }
        if (extensions.contains(digits)) {
            return startsOutside(digits) ? Collected.MAYBE_COMPLETE : Collected.COMPLETE;
        }
        return collectNumber(digits);
    }

    /** Digits in which only what telephones can dial is left. */
    private static String clean(String written) {
        return written.replaceAll("[^0-9*#+]", "");
    }

    private Collected collectNumber(String digits) {
        var plain = numbers.collectOutside(digits);
        var stripped = withoutPrefix(digits)
                .map(rest -> rest.isEmpty() ? Collected.INCOMPLETE : numbers.collectOutside(rest))
                .orElse(Collected.INVALID);
        if (stripped == Collected.COMPLETE) {
            return stripped; // the declared prefix says what was meant, even where plans allow longer numbers
        }
        var inside = extensions.stream().anyMatch(e -> e.startsWith(digits)) ? Collected.INCOMPLETE : Collected.INVALID;
        return either(either(plain, stripped), inside);
    }

    /** Two readings of the same digits: it may go at once only if the other reading is dead or done too. */
    private static Collected either(Collected a, Collected b) {
        if (a == Collected.INVALID || b == Collected.INVALID) {
            return a == Collected.INVALID ? b : a;
        }
        if (a == b) {
            return a;
        }
        return Collected.MAYBE_COMPLETE;
    }

    private boolean startsOutside(String digits) {
        return digits.startsWith("0") || !prefix.isEmpty() && digits.startsWith(prefix);
    }

    private Optional<Dialled> emergency(String digits) {
        if (numbers.emergencyNumbers().contains(digits)) {
            return Optional.of(new Dialled.Emergency(digits));
        }
        return withoutPrefix(digits)
                .filter(numbers.emergencyNumbers()::contains)
                .map(Dialled.Emergency::new);
    }

    private Optional<String> withoutPrefix(String digits) {
        return prefix.isEmpty() || !digits.startsWith(prefix)
                ? Optional.empty()
                : Optional.of(digits.substring(prefix.length()));
    }

    private Dialled feature(String digits) {
        var code = FeatureCode.begins(digits);
        if (code.isEmpty()) {
            return collectFeature(digits) == Collected.INCOMPLETE
                    ? new Dialled.Incomplete()
                    : new Dialled.Invalid(digits);
        }
        var rest = digits.substring(code.get().digits().length());
        return switch (collectFeature(digits)) {
            case INCOMPLETE -> new Dialled.Incomplete();
            case INVALID -> new Dialled.Invalid(digits);
            case COMPLETE, MAYBE_COMPLETE -> new Dialled.Feature(code.get(), rest);
        };
    }

    private Collected collectFeature(String digits) {
        var code = FeatureCode.begins(digits);
        if (code.isEmpty()) {
            return FeatureCode.mayBecome(digits) ? Collected.INCOMPLETE : Collected.INVALID;
        }
        if (code.get() == FeatureCode.WITHHELD) {
            var number = digits.substring(code.get().digits().length());
            return number.startsWith("*") ? Collected.INVALID : collect(number);
        }
        var after = digits.substring(code.get().digits().length());
        return code.get().extensionMayFollow() && !after.startsWith("#")
                ? collectExtension(after)
                : code.get().collect(after);
    }

    /** The code alone means something already. */
    private Collected collectExtension(String digits) {
        var longer = extensions.stream().anyMatch(e -> e.startsWith(digits) && !e.equals(digits));
        if (digits.isEmpty() || extensions.contains(digits)) {
            return longer ? Collected.MAYBE_COMPLETE : Collected.COMPLETE;
        }
        return longer ? Collected.INCOMPLETE : Collected.INVALID;
    }
}
