package ringdown.number;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which clock people at a number live by, as far as the number shows it: the country, in Russia the area code. Mobile numbers of a country
 * with several zones show nothing. Source: IANA time zone database and the national numbering plans.
 */
final class CallerClock {
    /** One zone a country; where a country has several, one of them: it is asked only whether the office's clock shows another hour. */
    private static final Map<String, String> COUNTRIES = table("""
            UA Europe/Kyiv, MD Europe/Chisinau, RO Europe/Bucharest, BG Europe/Sofia, GR Europe/Athens, CY Asia/Nicosia, TR Europe/Istanbul,
            BY Europe/Minsk, LT Europe/Vilnius, LV Europe/Riga, EE Europe/Tallinn, FI Europe/Helsinki, PL Europe/Warsaw, CZ Europe/Prague,
            SK Europe/Bratislava, HU Europe/Budapest, AT Europe/Vienna, DE Europe/Berlin, CH Europe/Zurich, IT Europe/Rome, FR Europe/Paris,
            ES Europe/Madrid, PT Europe/Lisbon, GB Europe/London, IE Europe/Dublin, NL Europe/Amsterdam, BE Europe/Brussels,
            LU Europe/Luxembourg, DK Europe/Copenhagen, SE Europe/Stockholm, NO Europe/Oslo, HR Europe/Zagreb, SI Europe/Ljubljana,
            RS Europe/Belgrade, GE Asia/Tbilisi, AM Asia/Yerevan, AZ Asia/Baku, KZ Asia/Almaty, KG Asia/Bishkek, UZ Asia/Tashkent,
            TJ Asia/Dushanbe, TM Asia/Ashgabat, IL Asia/Jerusalem, AE Asia/Dubai, IN Asia/Kolkata, CN Asia/Shanghai, JP Asia/Tokyo,
            KR Asia/Seoul, TH Asia/Bangkok, VN Asia/Ho_Chi_Minh, US America/Chicago, CA America/Toronto, AU Australia/Sydney
            """);

    private static final Map<String, String> RUSSIAN_AREAS = table("""
            401 Europe/Kaliningrad, 846 Europe/Samara, 347 Asia/Yekaterinburg, 342 Asia/Yekaterinburg, 343 Asia/Yekaterinburg,
            345 Asia/Yekaterinburg, 351 Asia/Yekaterinburg, 381 Asia/Omsk, 382 Asia/Tomsk, 383 Asia/Novosibirsk, 384 Asia/Novokuznetsk,
            385 Asia/Barnaul, 391 Asia/Krasnoyarsk, 395 Asia/Irkutsk, 301 Asia/Irkutsk, 302 Asia/Chita, 411 Asia/Yakutsk,
            421 Asia/Vladivostok, 423 Asia/Vladivostok, 424 Asia/Sakhalin, 413 Asia/Magadan, 415 Asia/Kamchatka,
            495 Europe/Moscow, 498 Europe/Moscow, 499 Europe/Moscow, 812 Europe/Moscow
            """);

    private CallerClock() {}

    /** Whether the clock at the number shows another hour than the office's; false where the number does not tell. */
    static boolean differs(PhoneNumber number, String region, ZoneId office, Instant at) {
        return zone(number, region)
                .filter(zone ->
                        !zone.getRules().getOffset(at).equals(office.getRules().getOffset(at)))
                .isPresent();
    }

    private static Optional<ZoneId> zone(PhoneNumber number, String region) {
        var known = region.equals("RU")
                ? RUSSIAN_AREAS.get(
                        number.digits().substring(1, Math.min(4, number.digits().length())))
                : COUNTRIES.get(region);
        return Optional.ofNullable(known).map(ZoneId::of);
    }

    private static Map<String, String> table(String text) {
        return Arrays.stream(text.strip().split(",\\s*", -1))
                .map(pair -> pair.split(" ", -1))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }
}
