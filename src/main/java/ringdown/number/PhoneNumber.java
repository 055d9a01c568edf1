package ringdown.number;

import java.util.regex.Pattern;

/**
 * A number of the public network in E.164 form, "+380501112233". Made from what people write by {@link NumberingPlan#parse}.
 *
 * @param e164 plus sign and 3 to 15 digits, the first not 0 (ITU-T E.164 §6.2)
 */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{2,14}");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number: " + e164);
        }
    }

    /** Digits without the plus sign. */
    public String digits() {
        return e164.substring(1);
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return e164.compareTo(other.e164);
    }

    @Override
    public String toString() {
        return e164;
    }
}
