package ringdown.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How numbers are written and dialled in the office's country. Immutable; safe from any thread. */
public final class NumberingPlan {
    private static final int MORE_DIGITS_TRIED = 100;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String country;
    private final @Nullable String areaCode;
    private final Set<String> emergency;

    /**
     * @param country ISO 3166 alpha-2
     * @param areaCode without the national prefix, completes local numbers; null: they stay as they are
     * @param emergency in place of the country's own; empty: the country's
     */
    public NumberingPlan(String country, @Nullable String areaCode, Set<String> emergency) {
        this.country = country;
        this.areaCode = areaCode;
        this.emergency = Set.copyOf(emergency.isEmpty() ? EmergencyNumbers.of(country) : emergency);
    }

    public NumberingPlan(String country) {
        this(country, null, Set.of());
    }

    /** Whether numbers of this country are known at all. */
    public static boolean knows(String country) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(country);
    }

    public String country() {
        return country;
    }

    /** Reads a number written in any way; empty if it is not valid in its country. */
    public Optional<PhoneNumber> parse(String written) {
        return read(written)
                .filter(library::isValidNumber)
                .or(() -> local(written))
                .or(() -> formerly(written))
                .map(this::e164);
    }

    /** As {@link #parse}, but takes any number in international form that has a possible length: plans grow faster than libraries. */
    public Optional<PhoneNumber> parseLeniently(String written) {
        var strict = parse(written);
        if (strict.isPresent() || !written.strip().startsWith("+")) {
            return strict;
        }
        return read(written)
                .filter(n -> library.isPossibleNumberWithReason(n) == ValidationResult.IS_POSSIBLE)
                .map(this::e164);
    }

    /** The caller's number; empty where nothing valid was shown. */
    public Optional<PhoneNumber> parse(CallerId caller) {
        return caller.presentation() == CallerId.Presentation.SHOWN
                ? Optional.ofNullable(caller.digits()).flatMap(this::parse)
                : Optional.empty();
    }

    /** What {@code callerNumber} of a record shows: E.164 when valid here, else the digits received; null when nothing was shown. */
    public @Nullable String shown(CallerId caller) {
        return parse(caller)
                .map(PhoneNumber::e164)
                .orElseGet(() -> caller.presentation() == CallerId.Presentation.SHOWN ? caller.digits() : null);
    }

    /** Digits as an exchange of the country expects them: "0501112233", "00493012345", "84951234567". */
    public String dialString(PhoneNumber number) {
        var text = library.formatOutOfCountryCallingNumber(parsed(number), country);
        return digitsOf(text);
    }

    /** As people of the country write it: "050 111 2233", a foreign one "+49 30 123456". */
    public String written(PhoneNumber number) {
        var parsed = parsed(number);
        var own = parsed.getCountryCode() == library.getCountryCodeForRegion(country);
        return library.format(parsed, own ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    /** Digits of the national form, no plus sign: for the display of an analog telephone; a foreign one "0049...". */
    public String displayDigits(PhoneNumber number) {
        return dialString(number);
    }

    /** Whether the number belongs to another country's plan. */
    public boolean isForeign(PhoneNumber number) {
        var region = library.getRegionCodeForNumber(parsed(number));
        return region == null || !region.equals(country);
    }

    /** Whether calling it costs more than a call: premium rate, shared cost. */
    public boolean isPremium(PhoneNumber number) {
        return switch (library.getNumberType(parsed(number))) {
            case PREMIUM_RATE, SHARED_COST -> true;
            default -> false; // the library's list of types grows
        };
    }

    /** Whether the clock at the number shows another hour than the office's; false where the number does not tell. */
    public boolean livesByAnotherClock(PhoneNumber number, ZoneId office, Instant at) {
        var region = library.getRegionCodeForNumber(parsed(number));
        return region != null && CallerClock.differs(number, region, office, at);
    }

    public Set<String> emergencyNumbers() {
        return emergency;
    }

    /** What answers at an emergency number, "the police". */
    public String emergencyService(String number) {
        return EmergencyNumbers.service(number, country);
    }

    /** Digits that mean something outside: a valid number, or a short code of the country. Empty otherwise. */
    Optional<Dialled.Outside> outside(String digits) {
        var number = parse(digits);
        if (number.isPresent()) {
            return number.map(n -> new Dialled.Outside(dialString(n), n));
        }
        return isShortCode(digits) ? Optional.of(new Dialled.Outside(digits, null)) : Optional.empty();
    }

    /** How far digits have come on their way to a number outside. */
    Collected collectOutside(String digits) {
        if (outside(digits).isPresent()) {
            return grows(digits) ? Collected.MAYBE_COMPLETE : Collected.COMPLETE;
        }
        return tooLong(digits) ? Collected.INVALID : Collected.INCOMPLETE;
    }

    private boolean grows(String digits) {
        for (var more = 0; more < MORE_DIGITS_TRIED; more++) {
            var two = "%02d".formatted(more);
            if (parse(digits + two).isPresent()
                    || more < 10 && parse(digits + more).isPresent()) {
                return true;
            }
        }
        return isShortCode(digits);
    }

    private boolean tooLong(String digits) {
        return read(digits)
                .map(n -> library.isPossibleNumberWithReason(n) == ValidationResult.TOO_LONG)
                .orElse(digits.length() > 18);
    }

    private boolean isShortCode(String digits) {
        var read = read(digits);
        return read.isPresent() && ShortNumberInfo.getInstance().isValidShortNumberForRegion(read.get(), country);
    }

    private Optional<Phonenumber.PhoneNumber> local(String written) {
        var digits = digitsOf(written);
        if (areaCode == null || digits.startsWith("0") || !written.strip().matches("[0-9][-0-9 ()./]*")) {
            return Optional.empty();
        }
        return read(areaCode + digits).filter(library::isValidNumber);
    }

    /** Until 2009 calls between towns of Ukraine began with 8: "8 (050) 111-22-33" stands in address books and on signs to this day. */
    private Optional<Phonenumber.PhoneNumber> formerly(String written) {
        var digits = digitsOf(written);
        return country.equals("UA")
                        && digits.matches("80[0-9]{9}")
                        && !written.strip().startsWith("+")
                ? read("+3" + digits).filter(library::isValidNumber)
                : Optional.empty();
    }

    private Optional<Phonenumber.PhoneNumber> read(String written) {
        try {
            return Optional.of(library.parse(written.strip(), country).clearExtension());
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private Phonenumber.PhoneNumber parsed(PhoneNumber number) {
        return read(number.e164()).orElseGet(() -> {
            var unknown = new Phonenumber.PhoneNumber();
            return unknown.setCountryCode(0).setNationalNumber(Long.parseLong(number.digits()));
        });
    }

    private PhoneNumber e164(Phonenumber.PhoneNumber number) {
        return new PhoneNumber(library.format(number, PhoneNumberFormat.E164));
    }

    private static String digitsOf(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
