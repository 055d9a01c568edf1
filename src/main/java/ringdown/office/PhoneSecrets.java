package ringdown.office;

import java.util.Set;
import java.util.random.RandomGenerator;
import ringdown.number.Extension;

/** Secrets of SIP telephones: made where the file names none, and weighed where it does. Pure. */
public final class PhoneSecrets {
    /** None that are mistaken for each other: they are typed on small keypads. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** 99 bits. */
    private static final int LENGTH = 20;

    private static final int SHORTEST = 8;
    private static final int ALL_DIGITS = 12;
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwd",
            "secret",
            "changeme",
            "changemenow",
            "qwerty",
            "qwertyuiop",
            "admin",
            "administrator",
            "asterisk",
            "freepbx",
            "ringdown",
            "telephone",
            "phone",
            "sip",
            "voip",
            "test",
            "user",
            "office",
            "letmein",
            "welcome",
            "extension",
            "abc",
            "abcd",
            "abcdef",
            "пароль");

    private PhoneSecrets() {}

    /** The office in which every SIP telephone can register; give it a secure source. */
    public static Office made(Office office, RandomGenerator random) {
        return office.people().stream().allMatch(person -> !wants(person))
                ? office
                : office.withPeople(office.people().stream()
                        .map(person -> wants(person) ? person.withSecret(new Secret.Plain(fresh(random))) : person)
                        .toList());
    }

    /** Has a SIP telephone, and no secret for it. */
    public static boolean wants(Person person) {
        return person.hasSip() && person.secret() == null;
    }

    private static String fresh(RandomGenerator random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Stands in the lists with which telephones are attacked: short, digits alone, the extension, or a word of everybody's. */
    public static boolean isWeak(String secret, Extension extension) {
        String rest = secret.replace(extension.digits(), "");
        String letters = rest.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}]", "");
        return secret.length() < SHORTEST
                || secret.matches("[0-9]*") && secret.length() < ALL_DIGITS
                || rest.chars().distinct().count() < 4
                || COMMON.contains(letters);
    }
}
